package org.vocstream.statistics.alert;

import java.util.Locale;

/** How far the worst day of an event stands out, see {@link AlertThresholds}. */
public enum AlertSeverity {
  /** Beyond the threshold that opens an event. */
  WARNING("警告"),
  /** Far beyond it. */
  SERIOUS("严重"),
  /** Very far beyond it. */
  CRITICAL("紧急");

  private final String label;

  AlertSeverity(String label) {
    this.label = label;
  }

  /** The name in documents: {@code serious}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The name as analysts read it. */
  public String label() {
    return label;
  }
}
