package org.vocstream.elasticsearch;

import java.util.Map;
import java.util.TreeMap;
import org.vocstream.statistics.ClusterSums;
import org.vocstream.statistics.comparison.Stratum;

/**
 * Puts documents of one polarity each together by person, where they come ordered by brand and
 * person. A document of nobody known is a cluster of its own. For one thread.
 */
final class ClusterBuilder {
  private final Sink sink;
  private final Map<Stratum, long[]> counts = new TreeMap<>();
  private String brand;
  private String person;

  /** Takes the clusters. */
  interface Sink {
    /**
     * One or more complete clusters.
     *
     * @param stratum the part of them that came this way, or null for the whole of them
     */
    void add(String brand, Stratum stratum, ClusterSums sums);
  }

  ClusterBuilder(Sink sink) {
    this.sink = sink;
  }

  /**
   * So many documents.
   *
   * @param by the person, or null
   * @param polarity 1, 0 or -1
   */
  void add(String about, String by, Stratum stratum, int polarity, long count) {
    if (by == null) {
      ClusterSums each = sums(1 - polarity, 1);
      ClusterSums all =
          new ClusterSums(
              count,
              each.positive() * count,
              each.neutral() * count,
              each.negative() * count,
              each.yy() * count,
              each.ym() * count,
              each.mm() * count);
      sink.add(about, null, all);
      sink.add(about, stratum, all);
      return;
    }
    if (!by.equals(person) || !about.equals(brand)) {
      finish();
      brand = about;
      person = by;
    }
    counts.computeIfAbsent(stratum, s -> new long[3])[1 - polarity] += count;
  }

  /** Hands over the last person. */
  void finish() {
    long[] whole = new long[3];
    counts.forEach(
        (stratum, own) -> {
          for (int i = 0; i < whole.length; i++) {
            whole[i] += own[i];
          }
          sink.add(brand, stratum, ClusterSums.of(own[0], own[1], own[2]));
        });
    if (!counts.isEmpty()) {
      sink.add(brand, null, ClusterSums.of(whole[0], whole[1], whole[2]));
      counts.clear();
    }
  }

  private static ClusterSums sums(int place, long count) {
    return ClusterSums.of(place == 0 ? count : 0, place == 1 ? count : 0, place == 2 ? count : 0);
  }
}
