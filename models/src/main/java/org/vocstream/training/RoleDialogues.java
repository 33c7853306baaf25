package org.vocstream.training;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vocstream.feedback.Speaker;
import org.vocstream.feedback.SpeakerNames;

/** The dialogues of the labelled data that tell who speaks. Stateless. */
final class RoleDialogues {
  /** Chats and posts to service desks; a tenth or more of each is held out. */
  static final List<String> SETS =
      List.of(DataSets.DIALOGUES, "stc3_helpdesk_zh", "stc3_helpdesk_en");

  /** Recognised calls: for measuring only. */
  static final String CALLS = "mobilecs_example";

  private RoleDialogues() {}

  /** One turn. */
  record Said(Speaker speaker, String text) {}

  /** One dialogue. */
  record Dialogue(String set, String id, List<Said> turns, boolean heldOut) {
    /** All that each speaker says. */
    Map<Speaker, String> bySpeaker() {
      Map<Speaker, StringBuilder> said = new LinkedHashMap<>();
      for (Said turn : turns) {
        said.computeIfAbsent(turn.speaker(), s -> new StringBuilder())
            .append(turn.text())
            .append('\n');
      }
      Map<Speaker, String> texts = new LinkedHashMap<>();
      said.forEach((speaker, text) -> texts.put(speaker, text.toString()));
      return texts;
    }
  }

  /** The dialogues of a set; none where it is not there. Dev files are held out. */
  static List<Dialogue> of(Path data, String set) {
    SpeakerNames names = SpeakerNames.bundled();
    List<Dialogue> dialogues = new ArrayList<>();
    boolean hasTrain = Files.exists(data.resolve(set).resolve("train.jsonl"));
    for (String file : List.of("train.jsonl", "dev.jsonl")) {
      Path path = data.resolve(set).resolve(file);
      if (Files.exists(path)) {
        dialogues.addAll(
            LabelledFile.lines(
                path,
                row -> {
                  String id = row.path("id").asText();
                  boolean heldOut =
                      set.equals(CALLS)
                          || (hasTrain
                              ? file.equals("dev.jsonl")
                              : Corpus.share(id) < DataSets.heldOutShare(set));
                  return new Dialogue(set, id, turns(row, names), heldOut);
                }));
      }
    }
    return dialogues;
  }

  private static List<Said> turns(JsonNode row, SpeakerNames names) {
    List<Said> turns = new ArrayList<>();
    for (JsonNode turn : row.path("turns")) {
      names
          .of(turn.path("speaker").asText())
          .ifPresent(speaker -> turns.add(new Said(speaker, turn.path("text").asText())));
    }
    return List.copyOf(turns);
  }
}
