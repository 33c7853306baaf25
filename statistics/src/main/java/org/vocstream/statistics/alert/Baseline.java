package org.vocstream.statistics.alert;

import java.util.ArrayList;
import java.util.List;

/**
 * What the ordinary days before let expect of a day, and how far the day is off. Counts and shares
 * are compared on the scale of Freeman and Tukey (Annals of Mathematical Statistics 21, 1950), on
 * which a Poisson count has the standard deviation 1 and a share that of its n: so 3 mentions
 * cannot stand out, however negative. The difference is divided by what is uncertain of the
 * expectation itself, √(1 + 1/days) or √(1 + n/mentions), and by the {@link Scatter} of the
 * ordinary days on that scale.
 *
 * <p>Without state. Worked examples: docs/alerts.md.
 */
final class Baseline {
  /** Ordinary days below which nothing is judged. */
  static final int MINIMUM = 7;

  /** Ordinary days of one weekday from which on it has an expectation of its own. */
  static final int WEEKS = 3;

  /** Days that may stand out together though none of them does alone. */
  static final int RUN = 3;

  private Baseline() {}

  /**
   * The runs that end with a day, shortest first; none where too little is known to say.
   *
   * @param ordinary the days that count as history
   * @param run the day and up to two days right before it, newest first
   */
  static List<Deviation> deviations(
      AlertMeasure measure, List<DayCounts> ordinary, List<DayCounts> run) {
    if (ordinary.size() < MINIMUM) {
      return List.of();
    }
    Expectation expectation =
        measure == AlertMeasure.NEGATIVE_SHARE
            ? new ExpectedShare(ordinary)
            : new ExpectedVolume(measure, ordinary);
    List<Deviation> runs = new ArrayList<>();
    double off = 0;
    double uncertainty = 0;
    double weight = 0;
    double expected = 0;
    double seen = 0;
    long n = 0;
    for (DayCounts day : run) {
      if (!expectation.judges(day)) {
        break;
      }
      off += expectation.off(day);
      // Weekdays have expectations of their own; one for all days is wrong on all of them alike.
      uncertainty += expectation.uncertainty(day) * (expectation.ofWeekday(day) ? 1 : run.size());
      weight += expectation.weight(day);
      expected += expectation.weight(day) * expectation.expected(day);
      seen += expectation.weight(day) * expectation.seen(day);
      n += day.n();
      int days = runs.size() + 1;
      double score = expectation.scatter().score(off / Math.sqrt(days + uncertainty));
      runs.add(new Deviation(measure, days, expected / weight, seen / weight, n, score));
    }
    return runs;
  }
}
