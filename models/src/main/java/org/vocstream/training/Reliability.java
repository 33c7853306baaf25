package org.vocstream.training;

import org.vocstream.sentiment.Polarity;

/**
 * How well probabilities of polarities hold. Not thread-safe while it counts.
 *
 * <p>Expected calibration error (Naeini, Cooper and Hauskrecht, AAAI 2015): texts are put into
 * {@value #BINS} bins of equal width by the probability of the predicted label; the mean over texts
 * of the distance between the mean probability and the share of right labels in their bin. Log
 * loss: the mean of {@code -ln P(true label)}, natural logarithm.
 */
final class Reliability {
  static final int BINS = 15;

  /** A probability below this counts as this, so that one text cannot make the log loss endless. */
  private static final double LEAST = 1e-6;

  private final int[] texts = new int[BINS];
  private final double[] sure = new double[BINS];
  private final int[] right = new int[BINS];
  private double loss;

  /** Counts one more. */
  void add(Polarity polarity, int truth) {
    int bin = Math.min(BINS - 1, (int) (polarity.confidence() * BINS));
    texts[bin]++;
    sure[bin] += polarity.confidence();
    right[bin] += polarity.label() == truth ? 1 : 0;
    double p =
        truth > 0 ? polarity.positive() : truth < 0 ? polarity.negative() : polarity.neutral();
    loss -= Math.log(Math.max(LEAST, p));
  }

  /** Number counted. */
  int n() {
    int n = 0;
    for (int bin : texts) {
      n += bin;
    }
    return n;
  }

  /** Share of right labels, 0..1. */
  double accuracy() {
    int all = 0;
    for (int bin : right) {
      all += bin;
    }
    return all / (double) Math.max(1, n());
  }

  /** Expected calibration error, 0..1. */
  double error() {
    double error = 0;
    for (int bin = 0; bin < BINS; bin++) {
      error += Math.abs(sure[bin] - right[bin]);
    }
    return error / Math.max(1, n());
  }

  /** Mean log loss, 0 or more. */
  double logLoss() {
    return loss / Math.max(1, n());
  }
}
