package org.vocstream.training;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.vocstream.call.RoleModel;
import org.vocstream.feedback.Speaker;
import org.vocstream.linear.FeatureRecipe;
import org.vocstream.linear.Features;
import org.vocstream.linear.LinearModel;
import org.vocstream.training.RoleDialogues.Dialogue;
import org.vocstream.training.RoleDialogues.Said;

/**
 * Trains the model that tells agents from customers ({@link RoleModel}): a row for all that each
 * speaker of a dialogue says, and one for each of their turns of {@value #SHORTEST} letters or
 * more.
 */
record RoleTrainer(FeatureRecipe recipe, LinearTrainer trainer) implements Trainer {
  private static final int SHORTEST = 4;

  /** The settings of the committed model. */
  static RoleTrainer standard() {
    return new RoleTrainer(
        new FeatureRecipe(1, 4, 0), new LinearTrainer(0.5, 0.1, 5, 40_000, TrainingPlan.SEED));
  }

  /** The rows of those dialogues that are not held out: 1 agent, -1 customer. */
  List<LabelledText> rows(List<Dialogue> dialogues) {
    List<LabelledText> rows = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (Dialogue dialogue : dialogues) {
      if (dialogue.heldOut()) {
        dialogue.turns().forEach(t -> seen.add(Corpus.key(t.text())));
      }
    }
    for (Dialogue dialogue : dialogues) {
      if (!dialogue.heldOut()) {
        dialogue.bySpeaker().forEach((who, text) -> rows.add(row(dialogue, who, text)));
        for (Said turn : dialogue.turns()) {
          String key = Corpus.key(turn.text());
          if (key.length() >= SHORTEST && seen.add(key)) {
            rows.add(row(dialogue, turn.speaker(), turn.text()));
          }
        }
      }
    }
    return rows;
  }

  private static LabelledText row(Dialogue dialogue, Speaker who, String text) {
    return new LabelledText(
        dialogue.set(),
        dialogue.id(),
        DataSets.channel(dialogue.set()),
        text,
        who == Speaker.AGENT ? 1 : -1,
        Map.of(),
        List.of(),
        false);
  }

  /** The model of these rows. */
  LinearModel train(List<LabelledText> rows) {
    RoleModel reader = new RoleModel(null);
    List<int[]> features = new ArrayList<>();
    byte[][] labels = new byte[1][rows.size()];
    for (int i = 0; i < rows.size(); i++) {
      String letters = reader.letters(rows.get(i).text());
      Features found = new Features(letters.length() * recipe.charMax());
      recipe.addCharacters(letters, 0, letters.length(), 0, found);
      features.add(found.distinct());
      labels[0][i] = rows.get(i).label().byteValue();
    }
    return trainer.train(RoleModel.NAME, recipe, List.of("agent"), features, labels);
  }

  @Override
  public void describe(ObjectNode card, LinearModel model) {
    trainer.describe(card, model);
    card.put(
        "features",
        "hashed n-grams of %d to %d letters of what is said, numbers as 0, without punctuation"
            .formatted(recipe.charMin(), recipe.charMax()));
    card.put("rows", "all that a speaker says, and each turn; label 1 agent, -1 customer");
  }
}
