package org.vocstream.report;

import java.util.Locale;

/** How a number of a report is written, the same in every format and language. */
public enum Unit {
  /** Whole number: {@code 1,204}. */
  COUNT("%,.0f", "#,##0"),
  /** Index, 0..100, or another score in points: {@code 71.4}. */
  POINTS("%.1f", "0.0"),
  /** Difference of indices, with its sign: {@code +12.3}. */
  DIFFERENCE("%+.1f", "+0.0;-0.0;0.0"),
  /** Share, 0..1, written in percent: {@code 12.5%}. */
  SHARE("%.1f%%", "0.0%"),
  /** A value without unit, as a correlation or an effect: {@code 0.42}. */
  PLAIN("%.2f", "0.00");

  private final String format;
  private final String spreadsheet;

  Unit(String format, String spreadsheet) {
    this.format = format;
    this.spreadsheet = spreadsheet;
  }

  /** The number as text; never {@code -0.0}. */
  public String of(double value) {
    double scaled = this == SHARE ? 100 * value : value;
    double factor = this == COUNT ? 1 : this == PLAIN ? 100 : 10;
    double rounded = Math.rint(scaled * factor) / factor;
    // Adding 0 takes the sign off a zero.
    String text = String.format(Locale.ROOT, format, rounded + 0.0);
    return rounded == 0 && this == DIFFERENCE ? text.substring(1) : text;
  }

  /** The number with the ends of its interval: {@code 71.4 (66.0–75.9)}. */
  public String of(double value, double low, double high) {
    String between = this == DIFFERENCE ? ".." : "–";
    return of(value) + " (" + of(low) + between + of(high) + ")";
  }

  /** The format of a spreadsheet's cell. */
  public String spreadsheet() {
    return spreadsheet;
  }
}
