package org.vocstream.training;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.vocstream.linear.FeatureRecipe;
import org.vocstream.linear.LinearModel;
import org.vocstream.linear.LinearModelBuilder;

/**
 * Trains one-vs-rest logistic outputs over hashed features. Each feature is scaled by its
 * naive-Bayes log-count ratio (Wang and Manning, 2012), which is folded into the weights
 * afterwards.
 *
 * @param damping the ratio is raised to this power, its sign kept: 1 leaves it, 0 leaves it out
 * @param cost how much an error on a row weighs against simple weights (liblinear's C)
 * @param minRows a feature seen in fewer rows is left out
 * @param keep how many features the pruned model keeps at most
 * @param seed for the solver
 */
record LinearTrainer(double damping, double cost, int minRows, int keep, long seed)
    implements Trainer {
  private static final double SMOOTHING = 1.0;

  /**
   * The model of these rows.
   *
   * @param rows distinct features of each row
   * @param labels per output, per row: 1 yes, -1 no, 0 the row says nothing about this output
   */
  LinearModel train(
      String name, FeatureRecipe recipe, List<String> outputs, List<int[]> rows, byte[][] labels) {
    int[] index = new int[LinearModelBuilder.buckets()];
    int[] buckets = dictionary(rows, index);
    int[][] vectors = new int[rows.size()][];
    for (int i = 0; i < vectors.length; i++) {
      vectors[i] = vector(rows.get(i), index, buckets.length);
    }
    LogisticSolver solver = new LogisticSolver(cost, seed);
    double[][] weights = new double[outputs.size()][];
    double[] biases = new double[outputs.size()];
    // Each output is solved by itself, so the result does not hang on the number of threads.
    IntStream.range(0, outputs.size())
        .parallel()
        .forEach(
            k -> {
              double[] ratio = ratios(vectors, labels[k], buckets.length);
              double[] solved = solver.solve(vectors, labels[k], ratio);
              biases[k] = solved[buckets.length];
              weights[k] = new double[buckets.length];
              for (int i = 0; i < buckets.length; i++) {
                weights[k][i] = solved[i] * ratio[i];
              }
            });
    return LinearModelBuilder.build(
        name, recipe, outputs, Map.of(), biases, buckets, weights, keep);
  }

  /** The buckets that enough rows have, ascending; {@code index} becomes their place, from 1. */
  private int[] dictionary(List<int[]> rows, int[] index) {
    for (int[] row : rows) {
      for (int feature : row) {
        index[LinearModelBuilder.bucket(feature)]++;
      }
    }
    int[] buckets = new int[(int) Arrays.stream(index).filter(n -> n >= minRows).count()];
    int count = 0;
    for (int bucket = 0; bucket < index.length; bucket++) {
      boolean kept = index[bucket] >= minRows;
      if (kept) {
        buckets[count++] = bucket;
      }
      index[bucket] = kept ? count : 0;
    }
    return buckets;
  }

  /** Places of the kept features of a row, ascending, and the bias as the last of all places. */
  private static int[] vector(int[] row, int[] index, int bias) {
    int[] places = new int[row.length];
    for (int i = 0; i < row.length; i++) {
      places[i] = index[LinearModelBuilder.bucket(row[i])] - 1;
    }
    Arrays.sort(places);
    int[] vector = new int[row.length + 1];
    int size = 0;
    int before = -1;
    for (int place : places) {
      if (place > before) {
        vector[size++] = place;
        before = place;
      }
    }
    vector[size++] = bias;
    return Arrays.copyOf(vector, size);
  }

  private double[] ratios(int[][] vectors, byte[] labels, int features) {
    double[] yes = new double[features + 1];
    double[] no = new double[features + 1];
    double yesRows = 0;
    double noRows = 0;
    for (int i = 0; i < vectors.length; i++) {
      if (labels[i] != 0) {
        double[] counts = labels[i] > 0 ? yes : no;
        for (int feature : vectors[i]) {
          counts[feature]++;
        }
        yesRows += labels[i] > 0 ? 1 : 0;
        noRows += labels[i] > 0 ? 0 : 1;
      }
    }
    double[] ratio = new double[features + 1];
    for (int i = 0; i < features; i++) {
      double log =
          Math.log(
              (yes[i] + SMOOTHING)
                  / (yesRows + 2 * SMOOTHING)
                  / ((no[i] + SMOOTHING) / (noRows + 2 * SMOOTHING)));
      // StrictMath: the same bytes on every machine.
      ratio[i] = damping == 1 ? log : Math.signum(log) * StrictMath.pow(Math.abs(log), damping);
    }
    ratio[features] = 1;
    return ratio;
  }

  @Override
  public void describe(ObjectNode card, LinearModel model) {
    card.put(
        "trainer",
        "LinearTrainer 1: logistic regression by dual coordinate descent, one-vs-rest, naive-Bayes"
            + " scaling, pruned, 8-bit weights");
    card.put("damping", damping);
    card.put("cost", cost);
    card.put("min_rows", minRows);
    card.put("seed", seed);
    card.put(
        "features",
        "hashed n-grams of the folded text: characters %d to %d, words 1 to %d"
            .formatted(
                model.recipe().charMin(), model.recipe().charMax(), model.recipe().wordMax()));
  }
}
