package org.vocstream.statistics;

/**
 * What an interval must know of the mentions in one cell, summed over clusters. A cluster is a
 * document (or an author): mentions within one are not independent. With y the sum of values in a
 * cluster (positive 100, neutral 50, negative 0) and m its number of mentions, the sums of y, m,
 * y², ym and m² are enough for the variance of the ratio Σy/Σm. Sums of cells with no cluster in
 * common add up. Immutable.
 *
 * @param clusters number of clusters, 0 or more
 * @param positive mentions with polarity 1
 * @param neutral mentions with polarity 0
 * @param negative mentions with polarity -1
 * @param yy sum over clusters of y²
 * @param ym sum over clusters of y·m
 * @param mm sum over clusters of m²
 */
public record ClusterSums(
    long clusters, long positive, long neutral, long negative, double yy, double ym, double mm) {

  /** No cluster at all. */
  public static final ClusterSums NONE = new ClusterSums(0, 0, 0, 0, 0, 0, 0);

  /** One cluster with these numbers of mentions, at least one in all. */
  public static ClusterSums of(long positive, long neutral, long negative) {
    double y = 100.0 * positive + 50.0 * neutral;
    double m = positive + neutral + negative;
    return new ClusterSums(1, positive, neutral, negative, y * y, y * m, m * m);
  }

  /** The sums over both; they must have no cluster in common. */
  public ClusterSums plus(ClusterSums other) {
    return new ClusterSums(
        clusters + other.clusters,
        positive + other.positive,
        neutral + other.neutral,
        negative + other.negative,
        yy + other.yy,
        ym + other.ym,
        mm + other.mm);
  }

  /** What takes these back where it is added. */
  ClusterSums negated() {
    // 0 - x, for -0.0 is not 0.0 to a reader of JSON.
    return new ClusterSums(-clusters, -positive, -neutral, -negative, 0 - yy, 0 - ym, 0 - mm);
  }

  /** The satisfaction index of these sums, 0..100; not a number where there is no mention. */
  public double mean() {
    return y() / n();
  }

  /** Number of mentions. */
  public long n() {
    return positive + neutral + negative;
  }

  /** Sum of all values, 0 to 100·n. */
  public double y() {
    return 100.0 * positive + 50.0 * neutral;
  }

  /**
   * How many times the clustered variance of the index exceeds that of as many independent mentions
   * (Kish, Survey Sampling, 1965, 8.2), from 1 to the mean cluster size as a mention sees it,
   * Σm²/Σm. It is estimated with one positive and one negative cluster of that size added: clusters
   * that all agree say nothing of how alike the mentions within a cluster are, and then the largest
   * effect is assumed.
   *
   * @throws IllegalArgumentException for a cell without mentions
   */
  public double designEffect() {
    return ratings().designEffect();
  }

  /** The same sums of the numbers 100, 50 and 0. */
  public RatingSums ratings() {
    return new RatingSums(clusters, n(), y(), 1e4 * positive + 2500.0 * neutral, yy, ym, mm);
  }

  /**
   * The index with its standard error after adding so many pairs of clusters, one wholly positive
   * and one wholly negative, each worth one independent mention (as large as the design effect).
   */
  Estimate softened(int pairs) {
    return ratings().softened(pairs);
  }
}
