package org.vocstream.training;

import java.util.Random;

/**
 * L2-regularised logistic regression by coordinate descent in the dual (Yu, Huang and Lin, 2011;
 * the method of liblinear's {@code -s 7}), over rows of present features that share one value per
 * feature. Flat arrays instead of liblinear-java's objects make it some ten times as fast, which
 * decides how many trials a day allows. Fixed seed: the same rows give the same weights. Safe for
 * several threads.
 */
final class LogisticSolver {
  private static final int MOST_ROUNDS = 30;
  private static final double TOLERANCE = 0.1;

  private final double cost;
  private final long seed;

  LogisticSolver(double cost, long seed) {
    this.cost = cost;
    this.seed = seed;
  }

  /**
   * The weights, one per feature; those of the scaled features.
   *
   * @param rows features of each row
   * @param labels 1 or -1 of each row; a row of 0 is left out
   * @param values value of each feature where it is present
   */
  double[] solve(int[][] rows, byte[] labels, double[] values) {
    return solve(rows, labels, values, new double[rows.length]);
  }

  /**
   * The weights that are added to a model which is there: the least ones, in the square, under
   * which both together fit the rows.
   *
   * @param offsets logit of each row under that model
   */
  double[] solve(int[][] rows, byte[] labels, double[] values, double[] offsets) {
    double[] weights = new double[values.length];
    int[] order = new int[rows.length];
    double[] norms = new double[rows.length];
    // For each row the dual variable of its own class; that of the other is cost less this.
    double[] alphas = new double[rows.length];
    int used = 0;
    for (int i = 0; i < rows.length; i++) {
      if (labels[i] != 0) {
        order[used++] = i;
        alphas[i] = Math.min(0.001 * cost, 1e-8);
        for (int feature : rows[i]) {
          norms[i] += values[feature] * values[feature];
        }
        addTo(weights, rows[i], values, labels[i] * alphas[i]);
      }
    }
    Random random = new Random(seed);
    double inner = 1e-2;
    for (int round = 0; round < MOST_ROUNDS; round++) {
      shuffle(order, used, random);
      double worst = 0;
      int steps = 0;
      for (int at = 0; at < used; at++) {
        int i = order[at];
        double margin = labels[i] * (offsets[i] + dot(weights, rows[i], values));
        boolean swap = 0.5 * norms[i] * (cost - 2 * alphas[i]) + margin < 0;
        double old = swap ? cost - alphas[i] : alphas[i];
        double sign = swap ? -1 : 1;
        double z = cost - old < 0.5 * cost ? 0.1 * old : old;
        double slope = slope(z, old, norms[i], sign * margin);
        worst = Math.max(worst, Math.abs(slope));
        int tries = 0;
        while (Math.abs(slope) >= inner && tries++ < 100) {
          double next = z - slope / (norms[i] + cost / (cost - z) / z);
          z = next <= 0 ? 0.1 * z : next;
          slope = slope(z, old, norms[i], sign * margin);
        }
        if (tries > 0) {
          steps += tries;
          alphas[i] = swap ? cost - z : z;
          addTo(weights, rows[i], values, sign * (z - old) * labels[i]);
        }
      }
      if (worst < TOLERANCE) {
        break;
      }
      if (steps <= used / 10) {
        inner = Math.max(1e-8, 0.1 * inner);
      }
    }
    return weights;
  }

  private double slope(double z, double old, double norm, double margin) {
    return norm * (z - old) + margin + Math.log(z / (cost - z));
  }

  private static double dot(double[] weights, int[] row, double[] values) {
    double sum = 0;
    for (int feature : row) {
      sum += weights[feature] * values[feature];
    }
    return sum;
  }

  private static void addTo(double[] weights, int[] row, double[] values, double factor) {
    for (int feature : row) {
      weights[feature] += factor * values[feature];
    }
  }

  private static void shuffle(int[] order, int used, Random random) {
    for (int i = used - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      int other = order[j];
      order[j] = order[i];
      order[i] = other;
    }
  }
}
