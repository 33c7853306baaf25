package org.vocstream.training;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.vocstream.linear.FeatureRecipe;
import org.vocstream.linear.LinearModel;
import org.vocstream.linear.LinearModelBuilder;
import org.vocstream.linear.Platt;
import org.vocstream.sentiment.LinearSentimentModel;

/** Trains the two outputs of polarity, positive and neutral, and fits their calibration. */
final class Calibrated {
  /** The outputs, in order. */
  static final List<String> OUTPUTS =
      List.of(LinearSentimentModel.POSITIVE, LinearSentimentModel.NEUTRAL);

  private Calibrated() {}

  /**
   * A model with its calibration as parameters {@code positive} and {@code neutral}.
   *
   * @param rows distinct features of each row, shuffled
   * @param labels 1, 0 or -1 of each row
   */
  static LinearModel train(
      String name,
      FeatureRecipe recipe,
      LinearTrainer trainer,
      List<int[]> rows,
      List<Integer> labels) {
    int cut = rows.size() - rows.size() / 10;
    LinearModel trial =
        trainer.train(name, recipe, OUTPUTS, rows.subList(0, cut), matrix(labels.subList(0, cut)));
    List<int[]> heldRows = rows.subList(cut, rows.size());
    List<Integer> heldLabels = labels.subList(cut, rows.size());
    Map<String, float[]> parameters = new TreeMap<>();
    for (int k = 0; k < OUTPUTS.size(); k++) {
      parameters.put(OUTPUTS.get(k), fit(trial, k, heldRows, heldLabels).toParameter());
    }
    LinearModel all = trainer.train(name, recipe, OUTPUTS, rows, matrix(labels));
    return LinearModelBuilder.with(all, parameters);
  }

  private static Platt fit(LinearModel model, int k, List<int[]> rows, List<Integer> labels) {
    double[] logits = new double[rows.size()];
    boolean[] yes = new boolean[rows.size()];
    int used = 0;
    for (int i = 0; i < rows.size(); i++) {
      int label = labels.get(i);
      if (teaches(k, label)) {
        logits[used] = model.logits(rows.get(i))[k];
        yes[used++] = yes(k, label);
      }
    }
    return Platt.fit(Arrays.copyOf(logits, used), Arrays.copyOf(yes, used));
  }

  /** Whether a row of this label says anything about an output: a neutral one not if positive. */
  static boolean teaches(int output, int label) {
    return output == 1 || label != 0;
  }

  /** Whether an output is true of a row of this label. */
  static boolean yes(int output, int label) {
    return output == 0 ? label > 0 : label == 0;
  }

  /** Per output and row: 1 yes, -1 no, 0 the row says nothing about it. */
  static byte[][] matrix(List<Integer> labels) {
    byte[][] matrix = new byte[2][labels.size()];
    for (int i = 0; i < labels.size(); i++) {
      int label = labels.get(i);
      matrix[0][i] = (byte) label;
      matrix[1][i] = (byte) (label == 0 ? 1 : -1);
    }
    return matrix;
  }
}
