package org.vocstream.statistics;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Own number minus another's, with its 95% interval and the probability of such a gap between
 * equals. Immutable.
 *
 * <p>The variance is the sum of both sides' clustered variances ({@link SatisfactionIndex}) less
 * twice the covariance of the feedback they share ({@link SharedSums}), with the degrees of freedom
 * of Satterthwaite ({@link Estimate}). After Agresti and Caffo (The American Statistician 54, 2000)
 * one wholly positive and one wholly negative cluster are added to each side for interval and
 * probability, never for the gap itself. The industry is the competitor set without the own brand.
 *
 * <p>Worked example, documents of one mention: own 80 positive and 20 negative, competitor 65 and
 * 35. Gap 15; with the added clusters 81/102 and 66/102, difference 14.706, standard error √((102 ·
 * 0.16349 + 102 · 0.22837) / 101 / 102) · 100 = 6.229, t = 2.361 with 196.6 degrees of freedom:
 * 2.42 to 26.99, p = 0.0192.
 *
 * @param value own minus other, in points; not a number where there is not enough
 * @param low lower end of the interval
 * @param high upper end of the interval
 * @param pValue two-sided probability of a gap at least as large between equals, 0..1
 * @param enough false where one side is below the minimum: no number may be shown
 */
public record Gap(double value, double low, double high, double pValue, boolean enough) {

  /** Own cell against a competitor's, or any other's, with no cluster in common. */
  public static Gap between(ClusterSums own, ClusterSums other) {
    return between(own, other, SharedSums.NONE);
  }

  /** Own cell against another whose clusters are in part the same. */
  public static Gap between(ClusterSums own, ClusterSums other, SharedSums shared) {
    return between(own.ratings(), other.ratings(), shared);
  }

  /** Mean of one cell of numbers against another's, whose clusters may in part be the same. */
  public static Gap between(RatingSums own, RatingSums other, SharedSums shared) {
    if (!SatisfactionIndex.enough(own) || !SatisfactionIndex.enough(other)) {
      return unknown(100);
    }
    return of(
        own.mean() - other.mean(),
        Estimate.weighted(
            List.of(own.softened(1), other.softened(1)),
            List.of(1.0, -1.0),
            -2 * shared.covariance(own, other)),
        100);
  }

  /**
   * Two numbers that each voice gave together, as what it got and what it expected: one less the
   * other. As {@link #between}, but with the degrees of freedom of one of them alone, for there are
   * no more voices than that. The clusters added to either side weigh as much as the half counts of
   * Agresti and Min (Statistics in Medicine 24, 2005) do for pairs.
   *
   * @param shared sums over all the clusters
   */
  public static Gap paired(RatingSums one, RatingSums other, SharedSums shared) {
    if (!SatisfactionIndex.enough(one) || !SatisfactionIndex.enough(other)) {
      return unknown(100);
    }
    Estimate first = one.softened(1);
    Estimate second = other.softened(1);
    Estimate both =
        Estimate.weighted(
            List.of(first, second), List.of(1.0, -1.0), -2 * shared.covariance(one, other));
    return of(
        one.mean() - other.mean(),
        new Estimate(
            both.value(),
            both.standardError(),
            Math.min(first.degreesOfFreedom(), second.degreesOfFreedom())),
        100);
  }

  /**
   * Own cell against the industry, every mention of the others with the same weight. Feedback on
   * two of the others counts as two clusters; add the clusters up before, and use {@link #between},
   * where that is frequent.
   *
   * @param others the cells of the set without the own brand
   */
  public static Gap toIndustry(ClusterSums own, List<ClusterSums> others) {
    return between(own, others.stream().reduce(ClusterSums.NONE, ClusterSums::plus));
  }

  /**
   * Own cell against the industry, every brand with the same weight: a market leader does not
   * decide alone. Brands below the minimum are left out.
   *
   * @param others the cells of the set without the own brand
   */
  public static Gap toIndustryByBrand(ClusterSums own, List<ClusterSums> others) {
    List<ClusterSums> known = others.stream().filter(SatisfactionIndex::enough).toList();
    if (!SatisfactionIndex.enough(own) || known.isEmpty()) {
      return unknown(100);
    }
    List<Estimate> parts = new ArrayList<>(List.of(own.softened(1)));
    List<Double> weights = new ArrayList<>(List.of(1.0));
    known.forEach(cell -> parts.add(cell.softened(1)));
    weights.addAll(Collections.nCopies(known.size(), -1.0 / known.size()));
    double industry = known.stream().mapToDouble(ClusterSums::mean).average().orElseThrow();
    return of(own.mean() - industry, Estimate.weighted(parts, weights, 0), 100);
  }

  /**
   * Own index against the industry, every brand with the same weight and all on the same reference
   * mix of channels. Brands that are not on it are left out.
   *
   * @param others the indices of the set without the own brand
   */
  public static Gap toIndustryByBrand(StandardisedIndex own, List<StandardisedIndex> others) {
    List<StandardisedIndex> known = others.stream().filter(StandardisedIndex::enough).toList();
    if (!own.enough() || known.isEmpty()) {
      return unknown(100);
    }
    Estimate industry =
        Estimate.weighted(
            known.stream().map(StandardisedIndex::adjusted).toList(),
            Collections.nCopies(known.size(), 1.0 / known.size()),
            0);
    double mean = known.stream().mapToDouble(o -> o.standardised().value()).average().orElseThrow();
    return of(own.standardised().value() - mean, own.adjusted().minus(industry), 100);
  }

  /** Own index against another's, both on the same reference mix of channels. */
  public static Gap between(StandardisedIndex own, StandardisedIndex other) {
    if (!own.enough() || !other.enough()) {
      return unknown(100);
    }
    return of(
        own.standardised().value() - other.standardised().value(),
        own.adjusted().minus(other.adjusted()),
        100);
  }

  /** A gap that was measured otherwise, cut at plus and minus the limit. */
  static Gap of(double value, Estimate adjusted, double limit) {
    return new Gap(
        value,
        Math.min(value, Math.max(-limit, adjusted.low())),
        Math.max(value, Math.min(limit, adjusted.high())),
        adjusted.pValue(),
        true);
  }

  /** No number: not enough feedback on one side. */
  static Gap unknown(double limit) {
    return new Gap(Double.NaN, -limit, limit, 1, false);
  }
}
