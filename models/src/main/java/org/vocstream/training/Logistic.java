package org.vocstream.training;

/**
 * A logistic regression over a handful of inputs, fitted by Newton's method with a slight pull to
 * nought. Stateless.
 */
final class Logistic {
  private static final int STEPS = 30;
  private static final double PULL = 0.1;

  private Logistic() {}

  /** The weights, one per input, under which what was seen is likeliest. */
  static double[] fit(double[][] inputs, boolean[] yes) {
    int n = inputs[0].length;
    double[] w = new double[n];
    for (int step = 0; step < STEPS; step++) {
      double[][] system = new double[n][n + 1];
      for (int j = 0; j < n; j++) {
        system[j][j] = PULL;
        system[j][n] = PULL * w[j];
      }
      for (int i = 0; i < inputs.length; i++) {
        double z = 0;
        for (int j = 0; j < n; j++) {
          z += w[j] * inputs[i][j];
        }
        double p = 1 / (1 + Math.exp(-z));
        double miss = p - (yes[i] ? 1 : 0);
        double curve = Math.max(1e-6, p * (1 - p));
        for (int j = 0; j < n; j++) {
          system[j][n] += miss * inputs[i][j];
          for (int l = 0; l < n; l++) {
            system[j][l] += curve * inputs[i][j] * inputs[i][l];
          }
        }
      }
      double[] move = solve(system);
      for (int j = 0; j < n; j++) {
        w[j] -= Math.max(-2, Math.min(2, move[j]));
      }
    }
    return w;
  }

  /** Gauss's elimination; the matrix is positive definite by its pull. */
  static double[] solve(double[][] a) {
    int n = a.length;
    for (int i = 0; i < n; i++) {
      for (int r = i + 1; r < n; r++) {
        double factor = a[r][i] / a[i][i];
        for (int c = i; c <= n; c++) {
          a[r][c] -= factor * a[i][c];
        }
      }
    }
    double[] x = new double[n];
    for (int i = n - 1; i >= 0; i--) {
      double rest = a[i][n];
      for (int c = i + 1; c < n; c++) {
        rest -= a[i][c] * x[c];
      }
      x[i] = rest / a[i][i];
    }
    return x;
  }
}
