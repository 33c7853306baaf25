package org.vocstream.statistics;

import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How much an indicator matters to customers: what they talk about (stated), and what moves their
 * judgement of the whole (derived, {@link ImportanceSums}). Immutable.
 *
 * <p>Worked example: 30 of 120 mentions are of the indicator: stated 0.25.
 *
 * @param stated share of all mentions, 0..1
 * @param derived rise of the document's sentiment or rating where the indicator is spoken of well;
 *     empty where too few documents mention it
 */
public record Importance(double stated, Optional<Estimate> derived) {

  /** The importance of each indicator that has mentions. */
  public static SortedMap<String, Importance> of(
      Map<String, ClusterSums> byIndicator, ImportanceSums documents) {
    double n = byIndicator.values().stream().mapToLong(ClusterSums::n).sum();
    SortedMap<String, Estimate> effects = documents.effects();
    SortedMap<String, Importance> importance = new TreeMap<>();
    byIndicator.forEach(
        (indicator, cell) -> {
          if (cell.n() > 0) {
            importance.put(
                indicator,
                new Importance(cell.n() / n, Optional.ofNullable(effects.get(indicator))));
          }
        });
    return importance;
  }
}
