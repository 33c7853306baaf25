package org.vocstream.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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

  /** Per bin three numbers: texts, sum of the probabilities, texts that are right. */
  private final double[] sums = new double[3 * BINS];

  private final List<double[]> each = new ArrayList<>();
  private double loss;

  /** Counts one more. */
  void add(Polarity polarity, int truth) {
    int bin = Math.min(BINS - 1, (int) (polarity.confidence() * BINS));
    double[] text = new double[3 * BINS];
    text[3 * bin] = 1;
    text[3 * bin + 1] = polarity.confidence();
    text[3 * bin + 2] = polarity.label() == truth ? 1 : 0;
    each.add(text);
    Arrays.setAll(sums, k -> sums[k] + text[k]);
    double p =
        truth > 0 ? polarity.positive() : truth < 0 ? polarity.negative() : polarity.neutral();
    loss -= Math.log(Math.max(LEAST, p));
  }

  /** Number counted. */
  int n() {
    return each.size();
  }

  /** Share of right labels, 0..1. */
  double accuracy() {
    double right = 0;
    for (int bin = 0; bin < BINS; bin++) {
      right += sums[3 * bin + 2];
    }
    return right / Math.max(1, n());
  }

  /** Expected calibration error, 0..1. */
  double error() {
    return error(sums);
  }

  /** The 95% interval of the error; the error of few texts is too high by chance, and so is it. */
  Interval errorInterval() {
    return Interval.bootstrap(each, Reliability::error);
  }

  /** The error as a line of the table. */
  Measured measured(String set) {
    return Measured.of(
        set, n(), "calibration error", Double.NaN, Double.NaN, error(), errorInterval());
  }

  private static double error(double[] sums) {
    double error = 0;
    double n = 0;
    for (int bin = 0; bin < BINS; bin++) {
      error += Math.abs(sums[3 * bin + 1] - sums[3 * bin + 2]);
      n += sums[3 * bin];
    }
    return error / Math.max(1, n);
  }

  /** Mean log loss, 0 or more. */
  double logLoss() {
    return loss / Math.max(1, n());
  }
}
