package org.vocstream.linear;

/**
 * From a logit to a probability: {@code 1 / (1 + exp(-(slope * logit + intercept)))} (Platt, 1999).
 * Immutable.
 *
 * @param slope how far to trust the logit; 1 leaves it as it is
 * @param intercept shift, in logits
 */
public record Platt(double slope, double intercept) {
  private static final int STEPS = 50;

  /** The probability for a logit, 0..1. */
  public double probability(double logit) {
    return logistic(slope * logit + intercept);
  }

  /** {@code 1 / (1 + exp(-x))}. */
  public static double logistic(double x) {
    return 1 / (1 + Math.exp(-x));
  }

  /** As two numbers, for a model's parameters. */
  public float[] toParameter() {
    return new float[] {(float) slope, (float) intercept};
  }

  /** From two numbers of a model's parameters. */
  public static Platt ofParameter(float[] parameter) {
    return new Platt(parameter[0], parameter[1]);
  }

  /**
   * The calibration under which what was seen is likeliest, by Newton's method with a slight pull
   * to slope 1 and intercept 0, so that few labels cannot carry it away.
   *
   * @param logits one per text
   * @param yes what was true, one per text
   */
  public static Platt fit(double[] logits, boolean[] yes) {
    double a = 1;
    double b = 0;
    double pull = 1;
    for (int step = 0; step < STEPS; step++) {
      double ga = pull * (a - 1);
      double gb = pull * b;
      double haa = pull;
      double hbb = pull;
      double hab = 0;
      for (int i = 0; i < logits.length; i++) {
        double p = logistic(a * logits[i] + b);
        double miss = p - (yes[i] ? 1 : 0);
        double w = p * (1 - p);
        ga += miss * logits[i];
        gb += miss;
        haa += w * logits[i] * logits[i];
        hab += w * logits[i];
        hbb += w;
      }
      double det = haa * hbb - hab * hab;
      a -= (hbb * ga - hab * gb) / det;
      b -= (haa * gb - hab * ga) / det;
    }
    return new Platt(a, b);
  }
}
