package org.vocstream.training;

/**
 * One line of the table of measures; all are 0..1, NaN where a column does not apply.
 *
 * @param set name of the data set
 * @param n texts (or opinions) measured
 * @param measure what is measured
 * @param majority always saying the most frequent
 * @param simple a simple way: naive Bayes over characters, or the cues of the pack alone
 * @param ours the models
 * @param low lower end of the 95% interval of {@code ours}
 * @param high upper end of it
 */
public record Measured(
    String set,
    int n,
    String measure,
    double majority,
    double simple,
    double ours,
    double low,
    double high) {

  /** A line without an interval. */
  static Measured of(
      String set, int n, String measure, double majority, double simple, double ours) {
    return of(set, n, measure, majority, simple, ours, Interval.NONE);
  }

  /** A line with its interval. */
  static Measured of(
      String set,
      int n,
      String measure,
      double majority,
      double simple,
      double ours,
      Interval interval) {
    return new Measured(set, n, measure, majority, simple, ours, interval.low(), interval.high());
  }

  /** How much better this is than another value of the same measure; an error is better small. */
  public double gainOver(double other) {
    return measure.contains("error") ? other - ours : ours - other;
  }

  /** Set and measure, which no other line of a table has. */
  String name() {
    return set + ", " + measure;
  }
}
