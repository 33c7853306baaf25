package org.vocstream.statistics;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The shares of channels on which brands are compared, so that a brand with many calls (which
 * complain) is not behind for that alone. Only channels in which every brand has enough feedback
 * can be compared; what the others would have weighed is told. Immutable.
 *
 * @param shares share of each channel, above 0, adding up to 1; empty where the brands have no
 *     channel in common
 * @param leftOut share of the wished mix, 0..1, in channels that not every brand has
 */
public record ReferenceMix(Map<String, Double> shares, double leftOut) {

  /** Copies the shares. */
  public ReferenceMix {
    shares = Map.copyOf(shares);
  }

  /**
   * The mix of all mentions of these brands together, over the channels they have in common.
   *
   * @param brands the cells of each brand by channel
   */
  public static ReferenceMix pooled(Collection<Map<String, ClusterSums>> brands) {
    Map<String, Double> mentions =
        brands.stream()
            .flatMap(brand -> brand.entrySet().stream())
            .collect(
                Collectors.groupingBy(
                    Map.Entry::getKey, Collectors.summingDouble(cell -> cell.getValue().n())));
    return of(mentions, brands);
  }

  /**
   * A mix of one's own, over the channels these brands have in common.
   *
   * @param wished weight of each channel, of any sum
   * @param brands the cells of each brand by channel
   */
  public static ReferenceMix of(
      Map<String, Double> wished, Collection<Map<String, ClusterSums>> brands) {
    double all = wished.values().stream().mapToDouble(w -> w).sum();
    Map<String, Double> common = new TreeMap<>(wished);
    common
        .entrySet()
        .removeIf(
            channel ->
                channel.getValue() <= 0
                    || brands.stream()
                        .map(brand -> brand.getOrDefault(channel.getKey(), ClusterSums.NONE))
                        .anyMatch(cell -> !SatisfactionIndex.enough(cell)));
    double kept = common.values().stream().mapToDouble(w -> w).sum();
    common.replaceAll((channel, weight) -> weight / kept);
    return new ReferenceMix(common, all == 0 ? 0 : 1 - kept / all);
  }
}
