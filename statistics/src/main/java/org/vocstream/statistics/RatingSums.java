package org.vocstream.statistics;

import java.util.Collection;

/**
 * What an interval must know of the numbers in one cell, each 0..100, summed over clusters. A
 * cluster is all that one voice gave: numbers within one are not independent. With y the sum of the
 * numbers of a cluster and m how many they are, the sums of y, m, y², ym and m² are enough for the
 * variance of the ratio Σy/Σm ({@link SatisfactionIndex}). Sums of cells with no cluster in common
 * add up. Immutable.
 *
 * @param clusters number of clusters, 0 or more
 * @param n number of numbers
 * @param y their sum, 0 to 100·n
 * @param squares the sum of their squares
 * @param yy sum over clusters of y²
 * @param ym sum over clusters of y·m
 * @param mm sum over clusters of m²
 */
public record RatingSums(
    long clusters, long n, double y, double squares, double yy, double ym, double mm) {

  /** No cluster at all. */
  public static final RatingSums NONE = new RatingSums(0, 0, 0, 0, 0, 0, 0);

  /**
   * One cluster with these numbers.
   *
   * @param ratings each 0..100; none for {@link #NONE}
   */
  public static RatingSums of(Collection<Double> ratings) {
    if (ratings.isEmpty()) {
      return NONE;
    }
    double m = ratings.size();
    double y = 0;
    double squares = 0;
    for (double rating : ratings) {
      y += rating;
      squares += rating * rating;
    }
    return new RatingSums(1, ratings.size(), y, squares, y * y, y * m, m * m);
  }

  /** The sums over both; they must have no cluster in common. */
  public RatingSums plus(RatingSums other) {
    return new RatingSums(
        clusters + other.clusters,
        n + other.n,
        y + other.y,
        squares + other.squares,
        yy + other.yy,
        ym + other.ym,
        mm + other.mm);
  }

  /** Their mean, 0..100; not a number where there is none. */
  public double mean() {
    return y / n;
  }

  /**
   * How many times the clustered variance of the mean exceeds that of as many independent numbers
   * (Kish, Survey Sampling, 1965, 8.2), from 1 to the mean cluster size as a number sees it,
   * Σm²/Σm. It is estimated with one cluster of 100 and one of 0 of that size added: clusters that
   * all agree say nothing of how alike the numbers within a cluster are, and then the largest
   * effect is assumed.
   *
   * @throws IllegalArgumentException for a cell without numbers
   */
  public double designEffect() {
    if (n == 0) {
      throw new IllegalArgumentException("a cell without mentions has no index");
    }
    double size = mm / n;
    Moments sums = new Moments(this, 1, size);
    double square = squares + 1e4 * size - sums.n * sums.mean() * sums.mean();
    return Math.min(size, Math.max(1, sums.squares() / square));
  }

  /**
   * The mean with its standard error after adding so many pairs of clusters, one of 100 and one of
   * 0, each worth one independent number (as large as the design effect).
   */
  Estimate softened(int pairs) {
    Moments sums = new Moments(this, pairs, designEffect());
    double variance = sums.g / (sums.g - 1) * sums.squares() / (sums.n * sums.n);
    double effective = sums.n * sums.n / sums.mm;
    return new Estimate(sums.mean(), Math.sqrt(variance), Math.max(1, effective - 1));
  }

  /** The sums with pairs of clusters of this size added. */
  private static final class Moments {
    final double g;
    final double n;
    final double y;
    final double yy;
    final double ym;
    final double mm;

    Moments(RatingSums cell, int pairs, double size) {
      g = cell.clusters + 2.0 * pairs;
      n = cell.n + 2 * pairs * size;
      y = cell.y + 100 * pairs * size;
      yy = cell.yy + 1e4 * pairs * size * size;
      ym = cell.ym + 100 * pairs * size * size;
      mm = cell.mm + 2 * pairs * size * size;
    }

    double mean() {
      return y / n;
    }

    /** Σ(y - μm)² over the clusters. */
    double squares() {
      return Math.max(0, yy - 2 * mean() * ym + mean() * mean() * mm);
    }
  }
}
