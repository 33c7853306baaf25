package org.vocstream.statistics;

/**
 * What two cells have in common: sums over the clusters with mentions in both, with y the sum of
 * values (positive 100, neutral 50, negative 0) and m the number of mentions of a cluster in the
 * one cell, and y', m' in the other. Reviews that compare two brands, or speak of gains and costs,
 * stand in two cells, and the indices of these are then not independent. Sums over different
 * clusters add up. Immutable.
 *
 * @param yy Σ y·y'
 * @param ym Σ y·m'
 * @param my Σ m·y'
 * @param mm Σ m·m'
 */
public record SharedSums(double yy, double ym, double my, double mm) {

  /** Nothing in common. */
  public static final SharedSums NONE = new SharedSums(0, 0, 0, 0);

  /** One cluster that has these mentions in the one cell and those in the other. */
  public static SharedSums of(ClusterSums one, ClusterSums other) {
    return of(one.ratings(), other.ratings());
  }

  /** One cluster that has these numbers in the one cell and those in the other. */
  public static SharedSums of(RatingSums one, RatingSums other) {
    return new SharedSums(
        one.y() * other.y(), one.y() * other.n(), one.n() * other.y(), one.n() * other.n());
  }

  /** The sums over both; they must have no cluster in common. */
  public SharedSums plus(SharedSums other) {
    return new SharedSums(yy + other.yy, ym + other.ym, my + other.my, mm + other.mm);
  }

  /** What takes these back where it is added. */
  SharedSums negated() {
    return new SharedSums(0 - yy, 0 - ym, 0 - my, 0 - mm);
  }

  /**
   * Covariance of the indices of the two cells, in square points: {@code Σ(y - μm)(y' - μ'm') /
   * (Σm·Σm')}, the linearised estimator of {@link SatisfactionIndex} for a pair.
   */
  double covariance(ClusterSums one, ClusterSums other) {
    return covariance(one.ratings(), other.ratings());
  }

  double covariance(RatingSums one, RatingSums other) {
    double a = one.mean();
    double b = other.mean();
    return (yy - b * ym - a * my + a * b * mm) / ((double) one.n() * other.n());
  }
}
