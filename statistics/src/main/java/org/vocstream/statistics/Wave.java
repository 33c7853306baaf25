package org.vocstream.statistics;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * One reporting period: its mentions in all, and the same mentions in parts, by indicator or by
 * channel. The total is given apart, because one document speaks of several indicators: the parts
 * have clusters in common, and their sums do not add up to the total's. Immutable.
 *
 * @param total all mentions, one cluster for each document or author
 * @param parts the same mentions by part, sorted by name; the clusters of a part are its own
 */
public record Wave(ClusterSums total, Map<String, ClusterSums> parts) {

  /**
   * Copies the parts.
   *
   * @throws IllegalArgumentException where the mentions of the parts are not those of the total
   */
  public Wave {
    parts = Collections.unmodifiableMap(new TreeMap<>(parts));
    long n = parts.values().stream().mapToLong(ClusterSums::n).sum();
    if (n != total.n()) {
      throw new IllegalArgumentException(
          "the parts of a wave have " + n + " mentions, but the wave has " + total.n());
    }
  }
}
