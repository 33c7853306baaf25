package org.vocstream.training;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.vocstream.call.ReadTurn;
import org.vocstream.call.TurnScorer;
import org.vocstream.feedback.Channel;
import org.vocstream.feedback.Speaker;
import org.vocstream.linear.DocumentFeatures;
import org.vocstream.linear.FeatureHash;
import org.vocstream.segment.SegmentedText;

/**
 * The labelled calls and chats of a folder. Dev rows are held out, but for a set with a dev file
 * only, which is measured in {@link #FOLDS} folds. A dialogue whose words stand among those held
 * out, or stood before, is not trained on.
 */
final class Dialogues {
  /** Turns of chats with a service desk, each with the satisfaction of its customer. */
  static final String TURNS = DataSets.DIALOGUES;

  /** Dialogues with help desks of brands, judged as a whole; by language. */
  static final Map<String, String> WHOLE =
      new TreeMap<>(Map.of("zh", "stc3_helpdesk_zh", "en", "stc3_helpdesk_en"));

  /** Folds in which a set without held-out dialogues is measured. */
  static final int FOLDS = 5;

  /** What stands in the place of the judgement of a whole dialogue, and is no turn. */
  private static final String OVERALL = "OVERALL";

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path data;
  private final Reading reading;
  private final Map<String, TurnScorer> scorers;

  /**
   * The dialogues of a folder.
   *
   * @param scorers of customers' turns, by language
   */
  Dialogues(Path data, Reading reading, Map<String, TurnScorer> scorers) {
    this.data = data;
    this.reading = reading;
    this.scorers = scorers;
  }

  /** Dialogues to learn from, repeated and held-out ones left out. */
  List<Dialogue> training(String set) {
    List<Dialogue> all = rows(set);
    Set<String> seen = new HashSet<>();
    all.stream().filter(Dialogue::heldOut).forEach(d -> seen.add(key(d)));
    return all.stream().filter(d -> seen.add(key(d))).toList();
  }

  /** Dialogues to measure on. */
  List<Dialogue> heldOut(String set) {
    return rows(set).stream().filter(Dialogue::heldOut).toList();
  }

  /** The fold of a dialogue, 0 to {@link #FOLDS} less 1; it hangs on the id alone. */
  static int fold(Dialogue dialogue) {
    int hash = FeatureHash.finish(FeatureHash.add(FeatureHash.start(78), dialogue.id()));
    return Integer.remainderUnsigned(hash, FOLDS);
  }

  /** SHA-256 of the files of a set, by {@code SET/FILE}. */
  Map<String, String> digests(String set) {
    Map<String, String> digests = new LinkedHashMap<>();
    files(set).forEach(f -> digests.put(set + "/" + f.getFileName(), Corpus.digest(f)));
    return digests;
  }

  private List<Path> files(String set) {
    return List.of(data.resolve(set).resolve("train.jsonl"), data.resolve(set).resolve("dev.jsonl"))
        .stream()
        .filter(Files::exists)
        .toList();
  }

  private List<Dialogue> rows(String set) {
    List<Dialogue> rows = new ArrayList<>();
    List<Path> files = files(set);
    for (Path file : files) {
      boolean heldOut = files.size() > 1 && file.endsWith("dev.jsonl");
      int number = 0;
      try {
        for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
          number++;
          if (!line.isBlank()) {
            rows.add(row(JSON.readTree(line), set, heldOut));
          }
        }
      } catch (JsonProcessingException e) {
        throw new IllegalArgumentException(
            file + ":" + number + ": not a JSON object; each line must be one dialogue", e);
      } catch (IOException e) {
        throw new UncheckedIOException("cannot read " + file, e);
      }
    }
    return rows;
  }

  private Dialogue row(JsonNode json, String set, boolean heldOut) {
    List<ReadTurn> turns = new ArrayList<>();
    List<Integer> labels = new ArrayList<>();
    for (JsonNode turn : json.path("turns")) {
      String text = turn.path("text").asText();
      if (!text.equals(OVERALL)) {
        String speaker = turn.path("speaker").asText();
        boolean customer = speaker.equals("user") || speaker.equals("customer");
        SegmentedText read = reading.read(text);
        turns.add(
            customer
                ? new ReadTurn(Speaker.CUSTOMER, read, satisfaction(set, read))
                : new ReadTurn(Speaker.AGENT, read, null));
        JsonNode label = turn.path("satisfaction");
        labels.add(customer && label.isInt() ? label.asInt() : null);
      }
    }
    JsonNode mean = json.path("satisfaction_mean");
    return new Dialogue(
        set,
        json.path("id").asText(),
        json.path("brand").asText(null),
        turns,
        labels,
        mean.isNumber() ? mean.asDouble() / 2 : null,
        heldOut);
  }

  /** That of a turn with words, in a set that is judged as a whole. */
  private Double satisfaction(String set, SegmentedText text) {
    for (Map.Entry<String, String> whole : WHOLE.entrySet()) {
      if (whole.getValue().equals(set) && !text.words().isEmpty()) {
        TurnScorer scorer = scorers.get(whole.getKey());
        return scorer.score(new DocumentFeatures(text), Channel.CHAT).satisfaction().score();
      }
    }
    return null;
  }

  private static String key(Dialogue dialogue) {
    StringBuilder text = new StringBuilder();
    dialogue.turns().forEach(t -> text.append(t.text().text().stored()).append('\n'));
    return Corpus.key(text.toString());
  }
}
