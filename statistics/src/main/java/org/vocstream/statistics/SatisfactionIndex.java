package org.vocstream.statistics;

import org.apache.commons.statistics.distribution.TDistribution;

/**
 * The satisfaction index of a cell, {@code 100 * (positive + 0.5 * neutral) / n}, 0 to 100, with
 * its 95% interval. Immutable.
 *
 * <p>The interval is clustered: with G clusters of m mentions and y points each, and mean μ =
 * Σy/Σm, the variance of μ is {@code G/(G-1) * Σ(y - μm)² / (Σm)²} (the linearised ratio estimator;
 * Cochran, Sampling Techniques, 3rd edition, 6.4 and 9A; the same as the cluster-robust variance of
 * Liang and Zeger 1986 with small-sample correction), with the t distribution of G-1 degrees of
 * freedom. As in the adjusted interval of Agresti and Coull (The American Statistician 52, 1998),
 * two wholly positive and two wholly negative clusters of one mention are added for the interval
 * only, so that a cell in which all agree does not claim certainty. The ends are cut at 0 and 100
 * and always hold the index.
 *
 * <p>Worked example: 8 documents with one mention each, 6 positive, 1 neutral, 1 negative: index
 * 81.25; for the interval 12 clusters, μ = 850/12 = 70.83, variance 12/11 · 22291.7/144 = 168.88,
 * t(11) = 2.201: 42.23 to 99.43.
 *
 * @param value the index, 0..100
 * @param low lower end of the interval, 0..value
 * @param high upper end, value..100
 * @param n number of mentions
 */
public record SatisfactionIndex(double value, double low, double high, long n) {
  /** Mentions, and also clusters, that a cell needs before it shows a number. */
  public static final int MINIMUM = 10;

  private static final double LEVEL = 0.95;
  private static final ClusterSums AGREED =
      ClusterSums.of(1, 0, 0)
          .plus(ClusterSums.of(1, 0, 0))
          .plus(ClusterSums.of(0, 0, 1))
          .plus(ClusterSums.of(0, 0, 1));

  /** True where the cell has enough mentions, from enough clusters, for a number: else 样本不足. */
  public static boolean enough(ClusterSums cell) {
    return cell.n() >= MINIMUM && cell.clusters() >= MINIMUM;
  }

  /**
   * The index of a cell.
   *
   * @throws IllegalArgumentException for a cell without mentions
   */
  public static SatisfactionIndex of(ClusterSums cell) {
    if (cell.n() == 0) {
      throw new IllegalArgumentException("a cell without mentions has no index");
    }
    double value = cell.y() / cell.n();
    ClusterSums adjusted = cell.plus(AGREED);
    double centre = adjusted.y() / adjusted.n();
    double half = quantile(adjusted.clusters() - 1.0) * standardError(adjusted, centre);
    return new SatisfactionIndex(
        value,
        Math.min(value, Math.max(0, centre - half)),
        Math.max(value, Math.min(100, centre + half)),
        cell.n());
  }

  private static double standardError(ClusterSums sums, double mean) {
    double g = sums.clusters();
    double squares = sums.yy() - 2 * mean * sums.ym() + mean * mean * sums.mm();
    return Math.sqrt(g / (g - 1) * Math.max(0, squares)) / sums.n();
  }

  private static double quantile(double degreesOfFreedom) {
    return TDistribution.of(degreesOfFreedom).inverseCumulativeProbability((1 + LEVEL) / 2);
  }
}
