package org.vocstream.statistics.alert;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * How much ordinary days scatter about their expectation, in units of what Poisson or binomial
 * counts would. Real feedback scatters more, for one feedback has several mentions and customers
 * talk to each other; less than 1 is chance (Laney, Quality Engineering 14, 2002, widens charts in
 * the same way). The standard deviation, each day pulled in to three robust ones (1.4826 times the
 * median absolute deviation; Huber, Annals of Mathematical Statistics 35, 1964). Immutable.
 *
 * @param deviation standard deviation, 1 or more
 * @param freedom degrees of freedom of an estimated one: days less fitted expectations
 */
record Scatter(double deviation, double freedom) {
  /** How many robust standard deviations an ordinary day may pull at what is reckoned from it. */
  static final double PULL = 3;

  /** The median absolute deviation of normal noise times this is its standard deviation. */
  private static final double TO_DEVIATION = 1.4826;

  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

  /** Beyond this the tail of the normal distribution has no more digits. */
  private static final double HIGHEST = 30;

  /**
   * The scatter of what is left of ordinary days after their expectation.
   *
   * @param left what is left, one for each day
   * @param seen ordinary days of each weekday; those seen often enough had one expectation each
   */
  static Scatter of(double[] left, int[] seen) {
    long fitted = Math.max(1, Arrays.stream(seen).filter(count -> count >= Baseline.WEEKS).count());
    double freedom = Math.max(1, left.length - fitted);
    double reach = PULL * Math.max(1, robust(Arrays.stream(left)));
    double squares =
        Arrays.stream(left).map(off -> Math.min(reach, Math.abs(off))).map(off -> off * off).sum();
    return new Scatter(Math.max(1, Math.sqrt(squares / freedom)), freedom);
  }

  /**
   * The score of a day that is so far off. Where the scatter is estimated, few days may have found
   * it too small by chance: then the score is the normal one that is as improbable as the quotient
   * is for Student's t.
   */
  double score(double off) {
    double quotient = off / deviation;
    if (deviation <= 1 || quotient <= 0) {
      return quotient;
    }
    double tail = TDistribution.of(freedom).survivalProbability(quotient);
    return tail <= 0 ? HIGHEST : NORMAL.inverseSurvivalProbability(tail);
  }

  /** Standard deviation of noise around 0; nearly half of the values may be anything. */
  static double robust(DoubleStream noise) {
    return TO_DEVIATION * median(noise.map(Math::abs));
  }

  /** The median; 0 of nothing. */
  static double median(DoubleStream values) {
    double[] sorted = values.sorted().toArray();
    int middle = sorted.length / 2;
    if (sorted.length == 0) {
      return 0;
    }
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
