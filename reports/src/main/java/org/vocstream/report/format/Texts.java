package org.vocstream.report.format;

import org.vocstream.report.Cell;
import org.vocstream.report.Cell.Tone;

/** Cells and tones as people read them, the same in html, pdf and docx. */
final class Texts {
  private Texts() {}

  /** What stands in a cell. */
  static String of(Cell cell) {
    if (cell instanceof Cell.Text text) {
      return mark(text.tone()) + text.text();
    } else if (cell instanceof Cell.Amount amount) {
      return amount.unit().of(amount.value());
    } else if (cell instanceof Cell.Interval interval) {
      return interval.unit().of(interval.value(), interval.low(), interval.high());
    }
    return ((Cell.Missing) cell).why();
  }

  /** What stands in a cell without its interval; the interval follows it. */
  static String value(Cell cell) {
    return cell instanceof Cell.Interval interval ? interval.unit().of(interval.value()) : of(cell);
  }

  /** What a cell means. */
  static Tone tone(Cell cell) {
    if (cell instanceof Cell.Text text) {
      return text.tone();
    }
    return cell instanceof Cell.Missing ? Tone.MUTED : Tone.PLAIN;
  }

  /** The mark of a tone, with a space behind it; empty where it has none. */
  static String mark(Tone tone) {
    return switch (tone) {
      case AHEAD -> "▲ ";
      case BEHIND -> "▼ ";
      case PLAIN, MUTED -> "";
    };
  }

  /** The colour of a tone as {@code RRGGBB}, dark enough for small letters. */
  static String colour(Tone tone) {
    return switch (tone) {
      case AHEAD -> "005A8E";
      case BEHIND -> "A84300";
      case PLAIN -> "1F2933";
      case MUTED -> "667380";
    };
  }

  /** The class of a tone in style sheets. */
  static String style(Tone tone) {
    return switch (tone) {
      case AHEAD -> "ahead";
      case BEHIND -> "behind";
      case PLAIN -> "plain";
      case MUTED -> "muted";
    };
  }
}
