package org.vocstream.statistics;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A brand's satisfaction index as it would be if its feedback came through the channels of the
 * reference mix, with the raw index beside it. Immutable.
 *
 * <p>Direct standardisation: {@code Σ share(c)·index(c)} over the channels c of the mix, variance
 * {@code Σ share(c)²·variance(c)} (Rothman, Greenland and Lash, Modern Epidemiology, 3rd edition,
 * chapter 3). The variance of each channel has one positive and one negative cluster added, as in
 * {@link Gap}, so that a channel in which all agree does not claim certainty.
 *
 * <p>Worked example: 90 reviews with index 80 and 10 calls with index 30 are 75 raw; on a mix of
 * half reviews, half calls 0.5 · 80 + 0.5 · 30 = 55.
 *
 * @param standardised the index on the mix, in points; not a number where there is not enough
 * @param adjusted the same with the added clusters, what gaps are reckoned from
 * @param raw the index over all the brand's mentions, 0..100
 * @param enough false where the mix is empty or the brand has too little in a channel of it
 */
public record StandardisedIndex(
    Estimate standardised, Estimate adjusted, double raw, boolean enough) {

  /** The brand's cells by channel, each cluster in one channel only, on this mix. */
  public static StandardisedIndex of(Map<String, ClusterSums> byChannel, ReferenceMix mix) {
    double raw = byChannel.values().stream().reduce(ClusterSums.NONE, ClusterSums::plus).mean();
    Map<String, Double> shares = new TreeMap<>(mix.shares());
    List<ClusterSums> cells =
        shares.keySet().stream()
            .map(channel -> byChannel.getOrDefault(channel, ClusterSums.NONE))
            .toList();
    if (cells.isEmpty() || !cells.stream().allMatch(SatisfactionIndex::enough)) {
      Estimate unknown = new Estimate(Double.NaN, Double.NaN, 1);
      return new StandardisedIndex(unknown, unknown, raw, false);
    }
    List<Double> weights = List.copyOf(shares.values());
    Estimate adjusted =
        Estimate.weighted(cells.stream().map(cell -> cell.softened(1)).toList(), weights, 0);
    double value = 0;
    for (int i = 0; i < cells.size(); i++) {
      value += weights.get(i) * cells.get(i).mean();
    }
    return new StandardisedIndex(
        new Estimate(value, adjusted.standardError(), adjusted.degreesOfFreedom()),
        adjusted,
        raw,
        true);
  }
}
