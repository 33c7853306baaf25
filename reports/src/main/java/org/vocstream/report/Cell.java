package org.vocstream.report;

/** What stands in one place of a table; a workbook gets its numbers as numbers. Immutable. */
public sealed interface Cell {
  /** What colour and mark go with a text, never colour alone. */
  enum Tone {
    /** None. */
    PLAIN,
    /** Better than whom it is compared with. */
    AHEAD,
    /** Worse. */
    BEHIND,
    /** Nothing can be said. */
    MUTED
  }

  /**
   * Words.
   *
   * @param text as people read it
   * @param tone what it means
   */
  record Text(String text, Tone tone) implements Cell {}

  /**
   * A number.
   *
   * @param value in the unit
   * @param unit how it is written
   */
  record Amount(double value, Unit unit) implements Cell {}

  /**
   * A number with its 95% interval.
   *
   * @param value in the unit
   * @param low lower end
   * @param high upper end
   * @param unit how all three are written
   */
  record Interval(double value, double low, double high, Unit unit) implements Cell {}

  /**
   * No number, and why.
   *
   * @param why 样本不足
   */
  record Missing(String why) implements Cell {}

  /** Words without a tone. */
  static Cell text(String text) {
    return new Text(text, Tone.PLAIN);
  }

  /** A count. */
  static Cell count(long count) {
    return new Amount(count, Unit.COUNT);
  }
}
