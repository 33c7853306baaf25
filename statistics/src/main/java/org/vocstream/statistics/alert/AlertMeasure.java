package org.vocstream.statistics.alert;

import java.util.Locale;

/** What of a day is held against its baseline; only more than expected is an alert. */
public enum AlertMeasure {
  /** Share of negative mentions, 0..1. */
  NEGATIVE_SHARE("负面占比"),
  /** Number of negative mentions of the day. */
  NEGATIVE_VOLUME("负面声量"),
  /** Number of mentions of the day. */
  VOLUME("声量");

  private final String label;

  AlertMeasure(String label) {
    this.label = label;
  }

  /** The name in rules and documents: {@code negative_share}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The name as analysts read it. */
  public String label() {
    return label;
  }

  /** The count of this measure; of a share, the one above the line. */
  long count(DayCounts day) {
    return this == VOLUME ? day.n() : day.negative();
  }
}
