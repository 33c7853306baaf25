package org.vocstream.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.vocstream.call.TranscriptModel;
import org.vocstream.linear.FeatureRecipe;
import org.vocstream.linear.LinearModel;
import org.vocstream.linear.LinearModelBuilder;

/**
 * Trains the satisfaction of whole transcripts. The line that puts words and sentiments together is
 * fitted, by least squares, on what models that had not seen a dialogue say of it, in folds; the
 * weights of words are then learnt from all.
 *
 * @param recipe n-grams of each part
 * @param trainer of their weights
 */
record TranscriptTrainer(FeatureRecipe recipe, RidgeTrainer trainer) {
  private static final double PULL = 1;

  /** The model of these dialogues. */
  LinearModel train(String name, List<Dialogue> dialogues) {
    List<List<int[]>> features = new ArrayList<>();
    dialogues.forEach(d -> features.add(TranscriptModel.features(recipe, d.turns())));
    double[][] inputs = new double[dialogues.size()][];
    for (int fold = 0; fold < Dialogues.FOLDS; fold++) {
      List<Integer> seen = new ArrayList<>();
      for (int i = 0; i < inputs.length; i++) {
        if (Dialogues.fold(dialogues.get(i)) != fold) {
          seen.add(i);
        }
      }
      LinearModel unseeing = weights(name, dialogues, features, seen);
      for (int i = 0; i < inputs.length; i++) {
        if (Dialogues.fold(dialogues.get(i)) == fold) {
          inputs[i] = TranscriptModel.inputs(unseeing, dialogues.get(i).turns());
        }
      }
    }
    List<Integer> all = new ArrayList<>();
    for (int i = 0; i < inputs.length; i++) {
      all.add(i);
    }
    return LinearModelBuilder.withAlso(
        weights(name, dialogues, features, all),
        Map.of(TranscriptModel.LINE, line(inputs, dialogues)));
  }

  /** Weights learnt from these dialogues, with a line that is there already. */
  LinearModel withLine(String name, List<Dialogue> dialogues, float[] line) {
    List<List<int[]>> features = new ArrayList<>();
    List<Integer> all = new ArrayList<>();
    for (Dialogue dialogue : dialogues) {
      all.add(features.size());
      features.add(TranscriptModel.features(recipe, dialogue.turns()));
    }
    return LinearModelBuilder.withAlso(
        weights(name, dialogues, features, all), Map.of(TranscriptModel.LINE, line));
  }

  private LinearModel weights(
      String name, List<Dialogue> dialogues, List<List<int[]>> features, List<Integer> rows) {
    return trainer.train(
        name,
        recipe,
        TranscriptModel.OUTPUT,
        rows.stream().map(features::get).toList(),
        rows.stream().mapToDouble(i -> dialogues.get(i).satisfaction()).toArray());
  }

  private static float[] line(double[][] inputs, List<Dialogue> dialogues) {
    int width = inputs[0].length;
    double[][] system = new double[width][width + 1];
    for (int j = 0; j < width; j++) {
      // The weight of words is pulled to 1, all others to nought.
      system[j][j] = PULL;
      system[j][width] = j == 0 ? PULL : 0;
    }
    for (int i = 0; i < inputs.length; i++) {
      for (int j = 0; j < width; j++) {
        system[j][width] += inputs[i][j] * dialogues.get(i).satisfaction();
        for (int l = 0; l < width; l++) {
          system[j][l] += inputs[i][j] * inputs[i][l];
        }
      }
    }
    double[] solved = Logistic.solve(system);
    float[] line = new float[width];
    for (int j = 0; j < width; j++) {
      line[j] = (float) solved[j];
    }
    return line;
  }
}
