package org.vocstream.training;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Model;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.vocstream.linear.FeatureRecipe;
import org.vocstream.linear.LinearModel;
import org.vocstream.linear.LinearModelBuilder;

/**
 * Trains one-vs-rest logistic outputs over hashed features with liblinear. Each feature is scaled
 * by its naive-Bayes log-count ratio (Wang and Manning, 2012), which is folded into the weights
 * afterwards. One thread, fixed seed: the same rows give the same model.
 *
 * @param cost liblinear's C: how much an error on a row weighs against simple weights
 * @param minRows a feature seen in fewer rows is left out
 * @param keep how many features the pruned model keeps at most
 * @param seed for the solver
 */
record LinearTrainer(double cost, int minRows, int keep, long seed) {
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
    FeatureNode[] nodes = new FeatureNode[buckets.length + 1];
    for (int i = 0; i < nodes.length; i++) {
      nodes[i] = new FeatureNode(i + 1, 1);
    }
    double[][] weights = new double[outputs.size()][];
    double[] biases = new double[outputs.size()];
    Feature[][] vectors = new Feature[rows.size()][];
    for (int i = 0; i < vectors.length; i++) {
      vectors[i] = vector(rows.get(i), index, nodes);
    }
    for (int k = 0; k < outputs.size(); k++) {
      double[] ratio = ratios(vectors, labels[k], buckets.length);
      double[] solved = solve(vectors, labels[k], nodes, ratio);
      biases[k] = solved[buckets.length];
      weights[k] = new double[buckets.length];
      for (int i = 0; i < buckets.length; i++) {
        weights[k][i] = solved[i] * ratio[i];
      }
    }
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
    int[] buckets = new int[index.length];
    int count = 0;
    for (int bucket = 0; bucket < index.length; bucket++) {
      boolean kept = index[bucket] >= minRows;
      index[bucket] = kept ? count + 1 : 0;
      if (kept) {
        buckets[count++] = bucket;
      }
    }
    return Arrays.copyOf(buckets, count);
  }

  private static Feature[] vector(int[] row, int[] index, FeatureNode[] nodes) {
    Feature[] vector = new Feature[row.length + 1];
    int size = 0;
    int before = 0;
    // Ascending hashes have ascending buckets, so equal ones are neighbours.
    int[] places = new int[row.length];
    for (int i = 0; i < row.length; i++) {
      places[i] = index[LinearModelBuilder.bucket(row[i])];
    }
    Arrays.sort(places);
    for (int place : places) {
      if (place > before) {
        vector[size++] = nodes[place - 1];
        before = place;
      }
    }
    vector[size++] = nodes[nodes.length - 1];
    return Arrays.copyOf(vector, size);
  }

  private static double[] ratios(Feature[][] vectors, byte[] labels, int features) {
    double[] yes = new double[features + 1];
    double[] no = new double[features + 1];
    double yesRows = 0;
    double noRows = 0;
    for (int i = 0; i < vectors.length; i++) {
      if (labels[i] != 0) {
        double[] counts = labels[i] > 0 ? yes : no;
        for (Feature f : vectors[i]) {
          counts[f.getIndex() - 1]++;
        }
        yesRows += labels[i] > 0 ? 1 : 0;
        noRows += labels[i] > 0 ? 0 : 1;
      }
    }
    double[] ratio = new double[features + 1];
    for (int i = 0; i < features; i++) {
      ratio[i] =
          Math.log(
              (yes[i] + SMOOTHING)
                  / (yesRows + 2 * SMOOTHING)
                  / ((no[i] + SMOOTHING) / (noRows + 2 * SMOOTHING)));
    }
    ratio[features] = 1;
    return ratio;
  }

  private double[] solve(Feature[][] vectors, byte[] labels, FeatureNode[] nodes, double[] ratio) {
    for (int i = 0; i < nodes.length; i++) {
      nodes[i].setValue(ratio[i]);
    }
    int used = 0;
    Feature[][] x = new Feature[vectors.length][];
    double[] y = new double[vectors.length];
    for (int i = 0; i < vectors.length; i++) {
      if (labels[i] != 0) {
        x[used] = vectors[i];
        y[used++] = labels[i];
      }
    }
    Problem problem = new Problem();
    problem.l = used;
    problem.n = nodes.length;
    problem.x = Arrays.copyOf(x, used);
    problem.y = Arrays.copyOf(y, used);
    problem.bias = -1;
    Parameter parameter = new Parameter(SolverType.L2R_LR, cost, 0.01);
    parameter.setRandom(new Random(seed));
    Linear.disableDebugOutput();
    Model model = Linear.train(problem, parameter);
    double[] solved = model.getFeatureWeights();
    // liblinear's weights are for the label it met first.
    double sign = model.getLabels()[0] > 0 ? 1 : -1;
    return Arrays.stream(solved).map(w -> sign * w).toArray();
  }
}
