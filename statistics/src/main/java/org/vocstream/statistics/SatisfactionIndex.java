package org.vocstream.statistics;

/**
 * The satisfaction index of a cell, {@code 100 * (positive + 0.5 * neutral) / n}, 0 to 100, with
 * its 95% interval; net sentiment, {@code (positive - negative) / n}, is the same number on the
 * scale -1 to 1. Immutable.
 *
 * <p>The interval is clustered: with G clusters of m mentions and y points each, and mean μ =
 * Σy/Σm, the variance of μ is {@code G/(G-1) * Σ(y - μm)² / (Σm)²} (the linearised ratio estimator;
 * Cochran, Sampling Techniques, 3rd edition, 6.4 and 9A; the same as the cluster-robust variance of
 * Liang and Zeger 1986 with small-sample correction), with the t distribution of {@code (Σm)²/Σm² -
 * 1} degrees of freedom: the clusters count as many as they would if they were equal in size, after
 * Carter, Schnepel and Steigerwald (Review of Economics and Statistics 99, 2017). As in the
 * adjusted interval of Agresti and Coull (The American Statistician 52, 1998), two wholly positive
 * and two wholly negative clusters are added for the interval only, so that a cell in which all
 * agree does not claim certainty. Each is worth one independent mention, that is as large as the
 * design effect ({@link ClusterSums#designEffect}; effective sample sizes in adjusted intervals:
 * Franco, Little, Louis and Slud, Journal of Survey Statistics and Methodology 7, 2019). The ends
 * are cut at 0 and 100 and always hold the index.
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

  /** True where the cell has enough mentions, from enough clusters, for a number: else 样本不足. */
  public static boolean enough(ClusterSums cell) {
    return enough(cell.ratings());
  }

  /** True where the cell has enough numbers, from enough voices: else 样本不足. */
  public static boolean enough(RatingSums cell) {
    return cell.n() >= MINIMUM && cell.clusters() >= MINIMUM;
  }

  /**
   * The index of a cell.
   *
   * @throws IllegalArgumentException for a cell without mentions
   */
  public static SatisfactionIndex of(ClusterSums cell) {
    return of(cell.ratings());
  }

  /**
   * The mean of a cell of numbers, each 0..100.
   *
   * @throws IllegalArgumentException for a cell without numbers
   */
  public static SatisfactionIndex of(RatingSums cell) {
    Estimate adjusted = cell.softened(2);
    double value = cell.mean();
    return new SatisfactionIndex(
        value,
        Math.min(value, Math.max(0, adjusted.low())),
        Math.max(value, Math.min(100, adjusted.high())),
        cell.n());
  }

  /** Net sentiment, {@code (positive - negative) / n}, -1..1. */
  public double netSentiment() {
    return net(value);
  }

  /** Lower end of the 95% interval of net sentiment. */
  public double netLow() {
    return net(low);
  }

  /** Upper end of the 95% interval of net sentiment. */
  public double netHigh() {
    return net(high);
  }

  private static double net(double index) {
    return index / 50 - 1;
  }
}
