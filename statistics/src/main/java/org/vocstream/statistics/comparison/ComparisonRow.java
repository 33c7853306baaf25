package org.vocstream.statistics.comparison;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.vocstream.statistics.Impact;
import org.vocstream.statistics.Importance;
import org.vocstream.statistics.Quadrant;
import org.vocstream.statistics.ReferenceMix;

/**
 * One subject, all brands. Immutable.
 *
 * @param subject what it is of
 * @param scores by brand
 * @param mix the reference mix of channels on which they are compared
 * @param gaps own brand less each competitor
 * @param industry own brand less the industry; empty where there is one competitor only, whom that
 *     would repeat
 * @param weight of an indicator, what it weighs; empty for other subjects
 */
public record ComparisonRow(
    Subject subject,
    SortedMap<String, BrandScore> scores,
    ReferenceMix mix,
    SortedMap<String, JudgedGap> gaps,
    Optional<JudgedGap> industry,
    Optional<Weight> weight) {

  /**
   * What an indicator weighs.
   *
   * @param importance to the customers of all brands compared; empty where nobody speaks of it
   * @param impact on the index of the own brand as a whole; empty where there is not enough
   * @param quadrants what to do about it, by competitor
   */
  public record Weight(
      Optional<Importance> importance,
      Optional<Impact> impact,
      SortedMap<String, Quadrant> quadrants) {
    /** Copies the quadrants. */
    public Weight {
      quadrants = copy(quadrants);
    }
  }

  /** Copies the maps. */
  public ComparisonRow {
    scores = copy(scores);
    gaps = copy(gaps);
  }

  private static <V> SortedMap<String, V> copy(Map<String, V> map) {
    return Collections.unmodifiableSortedMap(new TreeMap<>(map));
  }
}
