package org.vocstream.statistics;

import java.util.Locale;

/** What the mentions of a cell have in common beside brand, day and channel. */
public enum Scope {
  /** The sentiment of whole feedback: one for each that was scored, with or without mentions. */
  FEEDBACK,
  /** Every mention of the brand. */
  BRAND,
  /** The mentions at one touchpoint. */
  TOUCHPOINT,
  /** The mentions reported under one indicator. */
  GROUP,
  /** The mentions of one indicator that is reported under another: {@code loyalty.repurchase}. */
  INDICATOR,
  /** The mentions of benefits, or those of costs; the code is {@link #BENEFIT} or {@link #COST}. */
  VALUE;

  /** Code of the mentions of benefits. */
  public static final String BENEFIT = "benefit";

  /** Code of the mentions of costs. */
  public static final String COST = "cost";

  /** The name in documents: {@code group}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The scope of this name.
   *
   * @throws IllegalArgumentException where there is none
   */
  public static Scope of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
