package org.vocstream.statistics.alert;

/** What the ordinary days let expect of one measure. */
interface Expectation {
  /** True where enough is known to judge this day. */
  boolean judges(DayCounts day);

  /** What is expected: a share 0..1, or mentions a day. */
  double expected(DayCounts day);

  /** The same as it came. */
  double seen(DayCounts day);

  /** How much the day weighs in the mean of a run. */
  double weight(DayCounts day);

  /** How far the day is off, in standard deviations of a Poisson count or a binomial share. */
  double off(DayCounts day);

  /** Variance of the expectation itself, in variances of the day. */
  double uncertainty(DayCounts day);

  /** True where the weekday has an expectation of its own. */
  boolean ofWeekday(DayCounts day);

  /** How much ordinary days scatter. */
  Scatter scatter();
}
