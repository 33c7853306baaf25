package org.vocstream.training;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.vocstream.call.RoleClassifier;
import org.vocstream.call.RoleModel;
import org.vocstream.call.Segment;
import org.vocstream.feedback.Speaker;
import org.vocstream.linear.LinearModel;
import org.vocstream.scoring.ModelFolder;
import org.vocstream.training.RoleDialogues.Dialogue;
import org.vocstream.training.RoleDialogues.Said;

/**
 * Measures on held-out dialogues how often the role of a speaker is told without their label. The
 * simple way beside it is the phrases of {@code lexicons/roles.yaml} alone. Stateless.
 */
public final class RoleEvaluation {
  private RoleEvaluation() {}

  /**
   * Per set: the share of speakers told right where their dialogue is given with both speakers
   * marked A and B; where each is given alone; and the share of turns told right where nothing is
   * marked.
   *
   * @param data folder of the labelled data; sets that are not there give no row
   * @param models where the model is read from
   */
  public static List<Measured> measure(Path data, ModelFolder models, Consumer<String> progress) {
    progress.accept("speaker roles");
    RoleModel ours = new RoleModel(models.model(RoleModel.NAME));
    RoleModel simple = new RoleModel(null);
    List<Measured> rows = new ArrayList<>();
    List<String> sets = new ArrayList<>(RoleDialogues.SETS);
    sets.add(RoleDialogues.CALLS);
    for (String set : sets) {
      List<Dialogue> heldOut =
          RoleDialogues.of(data, set).stream().filter(Dialogue::heldOut).toList();
      if (!heldOut.isEmpty()) {
        rows.addAll(measure(set, heldOut, ours, simple));
      }
    }
    return rows;
  }

  /** Each held-out speaker alone, by set, for the card of a model: 1 agent, -1 customer. */
  static Map<String, Confusion> confusions(List<Dialogue> dialogues, LinearModel model) {
    RoleModel ours = new RoleModel(model);
    Map<String, Confusion> confusions = new TreeMap<>();
    for (Dialogue dialogue : dialogues) {
      if (dialogue.heldOut()) {
        Confusion confusion = confusions.computeIfAbsent(dialogue.set(), s -> new Confusion());
        dialogue
            .bySpeaker()
            .forEach(
                (speaker, text) ->
                    confusion.add(
                        speaker == Speaker.AGENT ? 1 : -1, ours.logOdds(text) > 0 ? 1 : -1));
      }
    }
    return confusions;
  }

  /** Right and all, and how many of all an agent says. */
  private static final class Tally {
    private int right;
    private int all;
    private int agents;

    void add(Speaker truth, Speaker told) {
      all++;
      right += truth == told ? 1 : 0;
      agents += truth == Speaker.AGENT ? 1 : 0;
    }

    double accuracy() {
      return right / (double) all;
    }

    double majority() {
      return Math.max(agents, all - agents) / (double) all;
    }
  }

  private static List<Measured> measure(
      String set, List<Dialogue> dialogues, RoleModel ours, RoleModel simple) {
    RoleClassifier classifier = new RoleClassifier(ours);
    RoleClassifier phrases = new RoleClassifier(simple);
    return List.of(
        row(set, "speaker role", pairs(dialogues, classifier), pairs(dialogues, phrases)),
        row(
            set,
            "speaker role of one speaker alone",
            alone(dialogues, ours),
            alone(dialogues, simple)),
        row(
            set,
            "speaker role of turns without labels",
            turns(dialogues, classifier),
            turns(dialogues, phrases)));
  }

  private static Measured row(String set, String measure, Tally ours, Tally simple) {
    return Measured.of(
        set,
        ours.all,
        measure,
        ours.majority(),
        simple.accuracy(),
        ours.accuracy(),
        Interval.wilson(ours.right, ours.all));
  }

  private static Tally pairs(List<Dialogue> dialogues, RoleClassifier classifier) {
    Tally tally = new Tally();
    for (Dialogue dialogue : dialogues) {
      Map<Speaker, String> said = dialogue.bySpeaker();
      if (said.size() == 2) {
        List<Segment> segments = new ArrayList<>();
        // Whoever speaks first is A, so that the order of names tells nothing.
        Speaker first = dialogue.turns().get(0).speaker();
        for (Said turn : dialogue.turns()) {
          segments.add(
              new Segment(turn.speaker() == first ? "A" : "B", turn.text() + " ", null, null));
        }
        List<Speaker> told = classifier.roles(segments).speakers();
        for (Speaker speaker : said.keySet()) {
          int at = dialogue.turns().stream().map(Said::speaker).toList().indexOf(speaker);
          tally.add(speaker, told.get(at));
        }
      }
    }
    return tally;
  }

  private static Tally alone(List<Dialogue> dialogues, RoleModel model) {
    Tally tally = new Tally();
    for (Dialogue dialogue : dialogues) {
      dialogue
          .bySpeaker()
          .forEach(
              (speaker, text) ->
                  tally.add(speaker, model.logOdds(text) > 0 ? Speaker.AGENT : Speaker.CUSTOMER));
    }
    return tally;
  }

  private static Tally turns(List<Dialogue> dialogues, RoleClassifier classifier) {
    Tally tally = new Tally();
    for (Dialogue dialogue : dialogues) {
      List<Speaker> told = classifier.of(dialogue.turns().stream().map(Said::text).toList());
      for (int i = 0; i < told.size(); i++) {
        tally.add(dialogue.turns().get(i).speaker(), told.get(i));
      }
    }
    return tally;
  }
}
