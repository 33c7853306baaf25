package org.vocstream.statistics;

import java.util.List;
import java.util.Optional;

/**
 * What customers get against what it costs them, for one brand, or for one segment of its customers
 * where the cells are those of the segment. Benefits are indicators of product, service, people and
 * image, costs those of money, time, energy and mind. Immutable.
 *
 * <p>The benefit index and the cost index are satisfaction indices: a high cost index says that
 * customers are content with what they pay. The burden is {@code 100 - cost index}, and the balance
 * {@code benefit index - burden}, -100 to 100 (perceived value as benefits less costs: Zeithaml,
 * Journal of Marketing 52, 1988; Kotler and Keller, Marketing Management, on customer value). Its
 * variance is the sum of both clustered variances and twice the covariance of the feedback that
 * speaks of both ({@link SharedSums}); for it one positive and one negative cluster are added to
 * each side, as in {@link Gap}.
 *
 * <p>Worked example: benefits 80 positive, 20 negative, costs 45 positive, 55 negative: indices 80
 * and 45, burden 55, balance 25, and 11.9 to 37.1 where no document speaks of both. A competitor
 * with a balance of 5 is 20 points behind.
 *
 * @param benefit index of the benefits; empty where there is not enough
 * @param cost index of the costs; empty where there is not enough
 * @param balance benefit index less burden, in points; not enough where one of them is
 * @param adjusted the balance with the added clusters, what gaps are reckoned from
 */
public record PerceivedValue(
    Optional<SatisfactionIndex> benefit,
    Optional<SatisfactionIndex> cost,
    Gap balance,
    Estimate adjusted) {

  /** The value of a brand from its mentions of benefits and of costs, and what these share. */
  public static PerceivedValue of(ClusterSums benefit, ClusterSums cost, SharedSums shared) {
    boolean enough = SatisfactionIndex.enough(benefit) && SatisfactionIndex.enough(cost);
    if (!enough) {
      return new PerceivedValue(
          index(benefit), index(cost), Gap.unknown(100), new Estimate(Double.NaN, Double.NaN, 1));
    }
    Estimate sum =
        Estimate.weighted(
            List.of(benefit.softened(1), cost.softened(1)),
            List.of(1.0, 1.0),
            2 * shared.covariance(benefit, cost));
    Estimate adjusted =
        new Estimate(sum.value() - 100, sum.standardError(), sum.degreesOfFreedom());
    return new PerceivedValue(
        index(benefit),
        index(cost),
        Gap.of(benefit.mean() + cost.mean() - 100, adjusted, 100),
        adjusted);
  }

  /** Own balance less a competitor's, -200..200, measured on other feedback. */
  public Gap against(PerceivedValue competitor) {
    if (!balance.enough() || !competitor.balance.enough()) {
      return Gap.unknown(200);
    }
    return Gap.of(
        balance.value() - competitor.balance.value(), adjusted.minus(competitor.adjusted), 200);
  }

  private static Optional<SatisfactionIndex> index(ClusterSums cell) {
    return Optional.of(cell).filter(SatisfactionIndex::enough).map(SatisfactionIndex::of);
  }
}
