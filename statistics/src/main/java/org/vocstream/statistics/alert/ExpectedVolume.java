package org.vocstream.statistics.alert;

import java.util.List;

/**
 * How many mentions a day should have. The mean of the ordinary days, each pulled in to the median
 * plus or minus three robust standard deviations, which are not less than those of a Poisson count
 * (Huber, Annals of Mathematical Statistics 35, 1964).
 *
 * <p>By weekday: from {@link Baseline#WEEKS} ordinary days of a weekday on, median and mean are
 * those of the weekday. Before that a day is held against the higher of the mean of all days and
 * that of its weekday, and a weekday that was never seen is not judged: a weekend alone is no
 * event.
 *
 * <p>Immutable.
 */
final class ExpectedVolume implements Expectation {
  private static final int WEEKDAYS = 7;

  private final AlertMeasure measure;
  private final List<DayCounts> days;
  private final int[] seen = new int[WEEKDAYS];
  private final double[] sums = new double[WEEKDAYS];
  private final double level;
  private final Scatter scatter;

  ExpectedVolume(AlertMeasure measure, List<DayCounts> ordinary) {
    this.measure = measure;
    this.days = ordinary;
    days.forEach(day -> seen[day.weekday()]++);
    double[] medians = medians();
    double reached =
        Math.max(
            1,
            Scatter.robust(
                days.stream()
                    .mapToDouble(
                        d ->
                            (measure.count(d) - medians[d.weekday()])
                                / Math.sqrt(medians[d.weekday()] + 1))));
    double sum = 0;
    for (DayCounts day : days) {
      double median = medians[day.weekday()];
      double reach = Scatter.PULL * reached * Math.sqrt(median + 1);
      double pulled =
          Math.min(median + reach, Math.max(median - reach, (double) measure.count(day)));
      sums[day.weekday()] += pulled;
      sum += pulled;
    }
    level = sum / days.size();
    scatter = Scatter.of(days.stream().mapToDouble(this::off).toArray(), seen);
  }

  /** Median of each weekday: its own where it was seen often enough, else that of all days. */
  private double[] medians() {
    double all = Scatter.median(days.stream().mapToDouble(measure::count));
    double[] medians = new double[WEEKDAYS];
    for (int w = 0; w < WEEKDAYS; w++) {
      int weekday = w;
      medians[w] =
          seen[w] < Baseline.WEEKS
              ? all
              : Scatter.median(
                  days.stream().filter(d -> d.weekday() == weekday).mapToDouble(measure::count));
    }
    return medians;
  }

  @Override
  public double expected(DayCounts day) {
    int w = day.weekday();
    double own = seen[w] == 0 ? 0 : sums[w] / seen[w];
    return ofWeekday(day) ? own : Math.max(level, own);
  }

  @Override
  public boolean judges(DayCounts day) {
    return seen[day.weekday()] > 0;
  }

  @Override
  public double seen(DayCounts day) {
    return measure.count(day);
  }

  @Override
  public double weight(DayCounts day) {
    return 1;
  }

  @Override
  public double off(DayCounts day) {
    return freemanTukey((double) measure.count(day)) - rooted(expected(day));
  }

  @Override
  public double uncertainty(DayCounts day) {
    return 1.0 / (ofWeekday(day) || expected(day) > level ? seen[day.weekday()] : days.size());
  }

  @Override
  public boolean ofWeekday(DayCounts day) {
    return seen[day.weekday()] >= Baseline.WEEKS;
  }

  @Override
  public Scatter scatter() {
    return scatter;
  }

  private static double freemanTukey(double count) {
    return Math.sqrt(count) + Math.sqrt(count + 1);
  }

  /** The mean of a Poisson count with this expectation, on the scale of Freeman and Tukey. */
  private static double rooted(double expectation) {
    return Math.sqrt(4 * expectation + 1);
  }
}
