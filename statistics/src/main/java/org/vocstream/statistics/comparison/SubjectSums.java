package org.vocstream.statistics.comparison;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.vocstream.statistics.ClusterSums;

/**
 * The mentions of one brand on one subject over a whole period. The total is given apart: an author
 * who wrote by two channels is one cluster of the total and one of each channel. Immutable.
 *
 * @param total all mentions
 * @param strata the same mentions by channel and language
 */
public record SubjectSums(ClusterSums total, SortedMap<Stratum, ClusterSums> strata) {
  /** No mention. */
  public static final SubjectSums NONE =
      new SubjectSums(ClusterSums.NONE, Collections.emptySortedMap());

  /** Copies the strata. */
  public SubjectSums {
    strata = Collections.unmodifiableSortedMap(new TreeMap<>(strata));
  }

  /** Where no cluster is in two strata, as when each feedback is one. */
  public static SubjectSums of(Map<Stratum, ClusterSums> strata) {
    return new SubjectSums(
        strata.values().stream().reduce(ClusterSums.NONE, ClusterSums::plus),
        new TreeMap<>(strata));
  }

  /** The sums over both; they must have no cluster in common. */
  public SubjectSums plus(SubjectSums other) {
    SortedMap<Stratum, ClusterSums> both = new TreeMap<>(strata);
    other.strata.forEach((stratum, sums) -> both.merge(stratum, sums, ClusterSums::plus));
    return new SubjectSums(total.plus(other.total), both);
  }

  /** The mentions by channel. */
  public SortedMap<String, ClusterSums> byChannel() {
    SortedMap<String, ClusterSums> channels = new TreeMap<>();
    strata.forEach((stratum, sums) -> channels.merge(stratum.channel(), sums, ClusterSums::plus));
    return channels;
  }
}
