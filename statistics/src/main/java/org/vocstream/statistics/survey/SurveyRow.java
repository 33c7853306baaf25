package org.vocstream.statistics.survey;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One indicator of a comparison. Immutable.
 *
 * @param indicator its code; {@link SurveySums#ALL} for all together
 * @param scores by brand
 * @param gaps own index less that of each competitor, by competitor
 */
public record SurveyRow(
    String indicator, SortedMap<String, SurveyScore> scores, SortedMap<String, Judged> gaps) {
  /** Keeps copies. */
  public SurveyRow {
    scores = Collections.unmodifiableSortedMap(new TreeMap<>(scores));
    gaps = Collections.unmodifiableSortedMap(new TreeMap<>(gaps));
  }

  /** True where it is the sum of all indicators. */
  public boolean isAll() {
    return indicator.equals(SurveySums.ALL);
  }
}
