package org.vocstream.statistics;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What to do about an indicator, from its importance and the verdict against a competitor
 * (importance-performance analysis, Martilla and James, Journal of Marketing 41, 1977; with the
 * competitor's performance as the cross-hair). Important is what matters at least as much as the
 * mean of the indicators shown. Where no gap may be claimed there is no quadrant either. Immutable.
 */
public enum Quadrant {
  /** Important, and ahead. */
  KEEP("保持优势", "keep up"),
  /** Important, and behind. */
  IMPROVE("优先改进", "improve first"),
  /** Less important, and ahead. */
  SURPLUS("次要优势", "minor strength"),
  /** Less important, and behind. */
  LATER("次要短板", "minor weakness"),
  /** No significant difference. */
  LEVEL("持平", "level"),
  /** Not enough feedback. */
  UNKNOWN("样本不足", "not enough data");

  private final String label;
  private final String english;

  Quadrant(String label, String english) {
    this.label = label;
    this.english = english;
  }

  /** The quadrant as analysts read it. */
  public String label() {
    return label;
  }

  /** The same in English. */
  public String english() {
    return english;
  }

  /**
   * The quadrant of each indicator that has a verdict.
   *
   * @param importance of each indicator, stated or derived, in any one unit; an indicator without
   *     is taken as less important
   * @param verdicts of each indicator against the competitor
   */
  public static SortedMap<String, Quadrant> ofEach(
      Map<String, Double> importance, Map<String, Verdict> verdicts) {
    double mean =
        importance.values().stream().mapToDouble(v -> v).average().orElse(Double.POSITIVE_INFINITY);
    SortedMap<String, Quadrant> quadrants = new TreeMap<>();
    verdicts.forEach(
        (indicator, verdict) -> {
          Double own = importance.get(indicator);
          quadrants.put(indicator, of(own != null && own >= mean, verdict));
        });
    return quadrants;
  }

  private static Quadrant of(boolean important, Verdict verdict) {
    return switch (verdict) {
      case AHEAD -> important ? KEEP : SURPLUS;
      case BEHIND -> important ? IMPROVE : LATER;
      case NO_DIFFERENCE -> LEVEL;
      case NOT_ENOUGH -> UNKNOWN;
    };
  }
}
