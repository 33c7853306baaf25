package org.vocstream.statistics.alert;

import java.util.List;

/**
 * Which share of a day's mentions should be negative: that of all ordinary days together (with one
 * mention added that is half negative, so that it is never 0 or 1), each day pulled in to three
 * binomial standard deviations. From {@link Baseline#WEEKS} ordinary days with mentions of a
 * weekday on, it is that of the weekday, drawn towards the share of all days with the weight of an
 * average day. Immutable.
 */
final class ExpectedShare implements Expectation {
  /** Mentions in the ordinary days below which no share is judged. */
  static final int MINIMUM_MENTIONS = 10;

  private static final int WEEKDAYS = 7;

  private final List<DayCounts> days;
  private final int[] seen = new int[WEEKDAYS];
  private final double[] negative = new double[WEEKDAYS];
  private final double[] mentions = new double[WEEKDAYS];
  private final double total;
  private final double share;
  private final Scatter scatter;

  ExpectedShare(List<DayCounts> ordinary) {
    this.days = ordinary.stream().filter(day -> day.n() > 0).toList();
    this.total = days.stream().mapToDouble(DayCounts::n).sum();
    double raw = smoothed(days.stream().mapToDouble(DayCounts::negative).sum(), total);
    double sum = 0;
    for (DayCounts day : days) {
      double reach = Scatter.PULL * Math.sqrt(day.n() * raw * (1 - raw));
      double centre = day.n() * raw;
      double pulled = Math.min(centre + reach, Math.max(centre - reach, (double) day.negative()));
      seen[day.weekday()]++;
      negative[day.weekday()] += pulled;
      mentions[day.weekday()] += day.n();
      sum += pulled;
    }
    share = smoothed(sum, total);
    scatter = Scatter.of(days.stream().mapToDouble(this::off).toArray(), seen);
  }

  @Override
  public boolean judges(DayCounts day) {
    return day.n() > 0 && total >= MINIMUM_MENTIONS;
  }

  @Override
  public double seen(DayCounts day) {
    return (double) day.negative() / day.n();
  }

  @Override
  public double weight(DayCounts day) {
    return day.n();
  }

  @Override
  public double uncertainty(DayCounts day) {
    return day.n() / (ofWeekday(day) ? mentions[day.weekday()] + averageDay() : total);
  }

  @Override
  public boolean ofWeekday(DayCounts day) {
    return seen[day.weekday()] >= Baseline.WEEKS;
  }

  @Override
  public Scatter scatter() {
    return scatter;
  }

  @Override
  public double expected(DayCounts day) {
    int w = day.weekday();
    return ofWeekday(day)
        ? (negative[w] + averageDay() * share) / (mentions[w] + averageDay())
        : share;
  }

  private double averageDay() {
    return total / days.size();
  }

  @Override
  public double off(DayCounts day) {
    double n = day.n();
    double seenAngle = angle(day.negative() / (n + 1)) + angle((day.negative() + 1) / (n + 1));
    return Math.sqrt(n + 0.5) * (seenAngle - 2 * angle(expected(day)));
  }

  private static double angle(double share) {
    return Math.asin(Math.sqrt(Math.min(1, share)));
  }

  private static double smoothed(double negative, double n) {
    return (negative + 0.5) / (n + 1);
  }
}
