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
  private static final double PULL = 1;

  /** The probability for a logit, 0..1. */
  public double probability(double logit) {
    return logistic(line(logit));
  }

  /** The log-odds of that probability. */
  public double line(double logit) {
    return slope * logit + intercept;
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
   * to slope 1 and intercept 0, so that few labels cannot carry it away. A step that would make it
   * less likely is halved (Lin, Lin and Weng, <i>Machine Learning</i> 68, 2007): else labels that
   * the logits tell apart without a fault would throw it far off.
   *
   * @param logits one per text
   * @param yes what was true, one per text
   */
  public static Platt fit(double[] logits, boolean[] yes) {
    Platt line = new Platt(1, 0);
    double loss = line.loss(logits, yes);
    for (int step = 0; step < STEPS; step++) {
      double ga = PULL * (line.slope - 1);
      double gb = PULL * line.intercept;
      double haa = PULL;
      double hbb = PULL;
      double hab = 0;
      for (int i = 0; i < logits.length; i++) {
        double p = line.probability(logits[i]);
        double miss = p - (yes[i] ? 1 : 0);
        double w = p * (1 - p);
        ga += miss * logits[i];
        gb += miss;
        haa += w * logits[i] * logits[i];
        hab += w * logits[i];
        hbb += w;
      }
      double det = haa * hbb - hab * hab;
      double da = (hbb * ga - hab * gb) / det;
      double db = (haa * gb - hab * ga) / det;
      Platt next = new Platt(line.slope - da, line.intercept - db);
      for (int half = 0; half < STEPS && next.loss(logits, yes) > loss; half++) {
        da /= 2;
        db /= 2;
        next = new Platt(line.slope - da, line.intercept - db);
      }
      line = next;
      loss = line.loss(logits, yes);
    }
    return line;
  }

  private double loss(double[] logits, boolean[] yes) {
    double loss = PULL * ((slope - 1) * (slope - 1) + intercept * intercept) / 2;
    for (int i = 0; i < logits.length; i++) {
      double margin = (yes[i] ? 1 : -1) * (slope * logits[i] + intercept);
      // ln(1 + exp(-margin)), without overflow.
      loss += Math.max(0, -margin) + Math.log1p(Math.exp(-Math.abs(margin)));
    }
    return loss;
  }
}
