package org.vocstream.statistics.survey;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Who answered on one brand, for a reader to judge what the numbers stand on. Grows only while
 * {@link SurveySums} are summed.
 */
public final class SurveySample {
  private final SortedMap<String, Long> answered = new TreeMap<>();
  private final SortedMap<String, Long> segments = new TreeMap<>();
  private final SortedMap<String, Long> products = new TreeMap<>();
  private long sheets;
  private long respondents;
  private long texts;

  /**
   * One more sheet.
   *
   * @param first whether it is the first of its respondent
   */
  void add(Sheet sheet, boolean first) {
    sheets++;
    respondents += first ? 1 : 0;
    texts += sheet.from().text() ? 1 : 0;
    sheet.ratings().stream()
        .filter(rating -> rating.performance() != null)
        .map(Rating::indicator)
        .distinct()
        .forEach(indicator -> count(answered, indicator));
    count(segments, sheet.from().segment());
    count(products, sheet.from().product());
  }

  private static void count(SortedMap<String, Long> counts, String value) {
    counts.merge(value == null ? "" : value, 1L, Long::sum);
  }

  /** Number of sheets. */
  public long sheets() {
    return sheets;
  }

  /** Number of respondents; who is not known by name counts once for each sheet. */
  public long respondents() {
    return respondents;
  }

  /** Number of sheets with an open answer. */
  public long texts() {
    return texts;
  }

  /** Number of sheets that rate each indicator, by its code. */
  public SortedMap<String, Long> answered() {
    return Collections.unmodifiableSortedMap(answered);
  }

  /** Number of sheets by segment; empty for those of none. */
  public SortedMap<String, Long> segments() {
    return Collections.unmodifiableSortedMap(segments);
  }

  /** Number of sheets by product; empty for those of none. */
  public SortedMap<String, Long> products() {
    return Collections.unmodifiableSortedMap(products);
  }
}
