package org.vocstream.training;

import org.vocstream.call.TurnModel;

/**
 * A logistic regression over a handful of inputs with three outcomes, fitted by gradient descent
 * with a slight pull to nought. Stateless.
 */
final class Softmax {
  private static final int STEPS = 500;
  private static final double RATE = 0.5;

  private Softmax() {}

  /**
   * The lines under which what was seen is likeliest: per outcome a weight for each input, and a
   * start.
   *
   * @param inputs a row each
   * @param outcomes -1, 0 or 1 of each row
   * @param pull how much a weight of 1 costs, in rows
   */
  static float[] fit(double[][] inputs, int[] outcomes, double pull) {
    int width = inputs[0].length;
    double[] spread = new double[width];
    for (double[] row : inputs) {
      for (int i = 0; i < width; i++) {
        spread[i] += row[i] * row[i] / inputs.length;
      }
    }
    for (int i = 0; i < width; i++) {
      spread[i] = Math.sqrt(Math.max(1e-9, spread[i]));
    }
    int row = width + 1;
    // Over inputs of one size, by Nesterov's method.
    double[] weights = new double[3 * row];
    double[] ahead = weights.clone();
    for (int step = 0; step < STEPS; step++) {
      double[] slope = new double[weights.length];
      float[] lines = scaled(ahead, spread, row);
      for (int n = 0; n < inputs.length; n++) {
        double[] logs = TurnModel.logs(inputs[n], lines);
        for (int k = 0; k < 3; k++) {
          double miss = Math.exp(logs[k]) - (outcomes[n] + 1 == k ? 1 : 0);
          for (int i = 0; i < width; i++) {
            slope[k * row + i] += miss * inputs[n][i] / spread[i];
          }
          slope[k * row + width] += miss;
        }
      }
      double[] next = new double[weights.length];
      double momentum = step / (step + 3.0);
      for (int j = 0; j < next.length; j++) {
        double pulled = j % row == width ? 0 : pull * ahead[j];
        next[j] = ahead[j] - RATE * (slope[j] + pulled) / inputs.length;
        ahead[j] = next[j] + momentum * (next[j] - weights[j]);
      }
      weights = next;
    }
    return scaled(weights, spread, row);
  }

  private static float[] scaled(double[] weights, double[] spread, int row) {
    float[] lines = new float[weights.length];
    for (int j = 0; j < lines.length; j++) {
      lines[j] = (float) (weights[j] / (j % row == row - 1 ? 1 : spread[j % row]));
    }
    return lines;
  }

  /**
   * What to add to each outcome's log-probability so that macro-F1 is greatest: the middle of all
   * that come within a thousandth of the best, which hangs less on single rows.
   */
  static float[] leaning(double[][] logs, int[] outcomes) {
    double best = 0;
    double[][] scores = new double[STEPS_OF_LEANING][STEPS_OF_LEANING];
    for (int i = 0; i < STEPS_OF_LEANING; i++) {
      for (int j = 0; j < STEPS_OF_LEANING; j++) {
        Confusion confusion = new Confusion();
        for (int n = 0; n < logs.length; n++) {
          double low = logs[n][0] + at(i);
          double high = logs[n][2] + at(j);
          int label = low > logs[n][1] && low >= high ? -1 : high > logs[n][1] ? 1 : 0;
          confusion.add(outcomes[n], label);
        }
        scores[i][j] = confusion.macroF1();
        best = Math.max(best, scores[i][j]);
      }
    }
    double low = 0;
    double high = 0;
    int count = 0;
    for (int i = 0; i < STEPS_OF_LEANING; i++) {
      for (int j = 0; j < STEPS_OF_LEANING; j++) {
        if (scores[i][j] >= best - NEAR) {
          low += at(i);
          high += at(j);
          count++;
        }
      }
    }
    return new float[] {(float) (low / count), 0, (float) (high / count)};
  }

  private static final int STEPS_OF_LEANING = 21;
  private static final double NEAR = 0.003;

  private static double at(int step) {
    return step * 0.05 - 0.1;
  }
}
