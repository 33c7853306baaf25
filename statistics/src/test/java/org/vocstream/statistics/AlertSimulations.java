package org.vocstream.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.vocstream.statistics.alert.AlertEvaluation;
import org.vocstream.statistics.alert.AlertEvent;
import org.vocstream.statistics.alert.AlertMeasure;
import org.vocstream.statistics.alert.AlertRule;
import org.vocstream.statistics.alert.AlertSeries;
import org.vocstream.statistics.alert.AlertThresholds;
import org.vocstream.statistics.alert.DayCounts;

/** How often an alert is raised where nothing happened, and how soon where something did. */
final class AlertSimulations {
  private static final int YEAR = 364;
  private static final int PLANTED = 60;
  private static final AlertSeries SERIES = new AlertSeries("青禾", Scope.GROUP, "delivery");

  /** Mentions a day on weekdays, how many times as many on weekends, share that is negative. */
  private record Mood(double weekday, double weekend, double negative) {}

  private AlertSimulations() {}

  static List<Simulation> all() {
    List<Simulation> all = new ArrayList<>();
    all.add(quietYear(new Mood(5, 1, 0.2), 1, 0.05));
    all.add(quietYear(new Mood(20, 2, 0.2), 1, 0.05));
    all.add(quietYear(new Mood(20, 5, 0.1), 1, 0.05));
    all.add(quietYear(new Mood(100, 0.3, 0.05), 1, 0.05));
    all.add(quietYear(new Mood(30, 1.5, 0.3), 4, 0.1));
    all.add(found("three times the mentions for 5 days, share unchanged", 30, 3, 0.2, 0.9));
    all.add(found("share of 20% rises to 60% for 5 days", 30, 1, 0.6, 0.9));
    all.add(found("share of 20% rises to 50% for 5 days", 30, 1, 0.5, 0));
    all.add(found("share of 20% rises to 35% for 5 days", 30, 1, 0.35, 0));
    all.add(found("share of 20% rises to 70% for 5 days", 12, 1, 0.7, 0));
    return all;
  }

  private static AlertRule rule(AlertMeasure... measures) {
    return new AlertRule(
        "simulated",
        "模拟",
        "Simulated",
        Scope.GROUP,
        List.of(),
        List.of(),
        List.of(),
        true,
        List.of(measures),
        AlertThresholds.DEFAULT);
  }

  private static Simulation quietYear(Mood mood, int largest, double atMost) {
    return Simulation.of(
        "Alert: nothing happens in a year of a series: any alert",
        String.format(
            Locale.ROOT,
            "%.0f mentions a day%s, %s on weekends, %.0f%% negative; share and both volumes",
            mood.weekday,
            largest == 1 ? "" : ", 1 to " + largest + " of one mind",
            mood.weekend == 1
                ? "as many"
                : String.format(Locale.ROOT, "%.1f times as many", mood.weekend),
            100 * mood.negative),
        400,
        0,
        atMost,
        random ->
            !events(rule(AlertMeasure.values()), days(random, 0, YEAR, mood, largest)).isEmpty());
  }

  private static Simulation found(
      String what, double mentions, double times, double negative, double atLeast) {
    return Simulation.of(
        "Alert: an event is found by its third day, as one alert",
        String.format(
            Locale.ROOT, "%.0f mentions a day, 1.5 times as many on weekends; %s", mentions, what),
        500,
        atLeast,
        1,
        random -> {
          SortedMap<Long, DayCounts> days =
              days(random, 0, PLANTED, new Mood(mentions, 1.5, 0.2), 1);
          days.putAll(
              days(random, PLANTED, PLANTED + 5, new Mood(mentions * times, 1.5, negative), 1));
          days.putAll(days(random, PLANTED + 5, PLANTED + 20, new Mood(mentions, 1.5, 0.2), 1));
          List<AlertEvent> found =
              events(rule(AlertMeasure.values()), days).stream()
                  .filter(event -> event.firstDay() >= PLANTED)
                  .toList();
          return found.size() == 1 && found.get(0).firstDay() < PLANTED + 3;
        });
  }

  private static List<AlertEvent> events(AlertRule rule, SortedMap<Long, DayCounts> days) {
    return AlertEvaluation.events(rule, SERIES, days, days.lastKey());
  }

  private static SortedMap<Long, DayCounts> days(
      SplittableRandom random, long from, long to, Mood mood, int largest) {
    SortedMap<Long, DayCounts> days = new TreeMap<>();
    for (long day = from; day < to; day++) {
      boolean weekend = day % 7 == 2 || day % 7 == 3;
      double mean = mood.weekday * (weekend ? mood.weekend : 1);
      long n = 0;
      long negative = 0;
      for (long left = poisson(random, mean * 2 / (1 + largest)); left > 0; left--) {
        int size = 1 + random.nextInt(largest);
        n += size;
        negative += random.nextDouble() < mood.negative ? size : 0;
      }
      days.put(day, new DayCounts(day, n, negative));
    }
    return days;
  }

  /** A Poisson count (Knuth, The Art of Computer Programming 2, 3.4.1). */
  private static long poisson(SplittableRandom random, double mean) {
    double limit = Math.exp(-mean);
    long count = -1;
    for (double product = 1; product > limit; product *= random.nextDouble()) {
      count++;
    }
    return count;
  }
}
