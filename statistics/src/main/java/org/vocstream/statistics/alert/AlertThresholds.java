package org.vocstream.statistics.alert;

import java.io.Serializable;

/**
 * When an event opens and when it is over. Scores are robust z scores: standard deviations above
 * what was expected, see {@link Baseline}. Immutable.
 *
 * @param minimumN a day (or a run of up to three) with fewer mentions does not open an event, and a
 *     day with fewer does not keep it open; 1 or more
 * @param historyDays how many ordinary days the baseline looks back on, {@link Baseline#MINIMUM} or
 *     more; an event that lasts as long becomes the baseline
 * @param open an event opens at this score
 * @param clear a day with this score or more keeps it open (hysteresis); not above {@code open}
 * @param quietDays it ends after so many days in a row that do not keep it open; 1 or more
 * @param marginPoints a share must also be so many percentage points above what was expected
 * @param marginMentions a volume must also be so many mentions above it
 * @param serious score from which on the event is serious; not below {@code open}
 * @param critical score from which on it is critical; not below {@code serious}
 */
public record AlertThresholds(
    int minimumN,
    int historyDays,
    double open,
    double clear,
    int quietDays,
    double marginPoints,
    double marginMentions,
    double serious,
    double critical)
    implements Serializable {

  /** What holds where a rule says nothing else. */
  public static final AlertThresholds DEFAULT = new AlertThresholds(10, 28, 4, 2, 3, 10, 5, 6, 9);

  /**
   * Checks them.
   *
   * @throws IllegalArgumentException where they do not fit together; the message says which
   */
  public AlertThresholds {
    require(minimumN >= 1, "minimum_n must be 1 or more");
    require(
        historyDays >= Baseline.MINIMUM, "history_days must be " + Baseline.MINIMUM + " or more");
    require(quietDays >= 1, "quiet_days must be 1 or more");
    require(clear > 0 && clear <= open, "clear must be above 0 and not above open");
    require(serious >= open, "serious must not be below open");
    require(critical >= serious, "critical must not be below serious");
    require(marginPoints >= 0 && marginMentions >= 0, "a margin must be 0 or more");
  }

  private static void require(boolean holds, String message) {
    if (!holds) {
      throw new IllegalArgumentException(message);
    }
  }

  /** True where a day is far enough off for an event to open. */
  boolean opens(Deviation deviation) {
    double margin =
        deviation.measure() == AlertMeasure.NEGATIVE_SHARE ? marginPoints / 100 : marginMentions;
    return deviation.score() >= open && deviation.seen() - deviation.expected() >= margin;
  }

  AlertSeverity severity(double score) {
    if (score >= critical) {
      return AlertSeverity.CRITICAL;
    }
    return score >= serious ? AlertSeverity.SERIOUS : AlertSeverity.WARNING;
  }
}
