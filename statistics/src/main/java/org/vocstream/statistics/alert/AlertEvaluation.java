package org.vocstream.statistics.alert;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Stream;

/**
 * The events of one series by one rule, day after day: what is said of a day depends on that day
 * and those before it alone. The same counts give the same events, in whatever order they came.
 * Immutable: {@link #next} gives a new one.
 *
 * @param ordinary the newest days outside events, oldest first: what the baseline is reckoned from
 * @param open the event that is not over, or null
 * @param since every day since that event opened, oldest first; empty where there is none
 */
public record AlertEvaluation(List<DayCounts> ordinary, AlertEvent open, List<DayCounts> since) {

  /**
   * Days right before the one that is judged (or before the first of the event) that do not count
   * as history, so that what began on them does not hide itself (guard band, as in method C2 of the
   * Early Aberration Reporting System: Hutwagner et al., Journal of Urban Health 80, 2003).
   */
  static final int GUARD_DAYS = Baseline.RUN - 1;

  /** Before the first day of a series. */
  public static final AlertEvaluation START = new AlertEvaluation(List.of(), null, List.of());

  /**
   * After one more day.
   *
   * @param evaluation where the series stands now
   * @param ended the event that is over with this day, or null
   */
  public record Step(AlertEvaluation evaluation, AlertEvent ended) {}

  /**
   * All events of a series, in order of their first days; the last may be ongoing.
   *
   * @param days the counts by day; a day that is missing between the first and {@code last} had no
   *     mentions
   * @param last the last day to judge; later ones are not looked at
   */
  public static List<AlertEvent> events(
      AlertRule rule, AlertSeries series, SortedMap<Long, DayCounts> days, long last) {
    List<AlertEvent> events = new ArrayList<>();
    if (days.isEmpty()) {
      return events;
    }
    AlertEvaluation evaluation = START.upTo(rule, series, days, days.firstKey(), last, events);
    if (evaluation.open != null) {
      events.add(evaluation.open);
    }
    return events;
  }

  /**
   * After all these days; missing ones had no mentions.
   *
   * @param from the first of them, right after those seen so far
   * @param last the last day to judge
   * @param ended takes the events that are over by then, in their order
   */
  public AlertEvaluation upTo(
      AlertRule rule,
      AlertSeries series,
      SortedMap<Long, DayCounts> days,
      long from,
      long last,
      List<AlertEvent> ended) {
    AlertEvaluation now = this;
    for (long day = from; day <= last; day++) {
      Step step = now.next(rule, series, days.getOrDefault(day, DayCounts.none(day)));
      now = step.evaluation;
      if (step.ended != null) {
        ended.add(step.ended);
      }
    }
    return now;
  }

  /** After the day that follows those seen so far. */
  public Step next(AlertRule rule, AlertSeries series, DayCounts day) {
    return open == null ? outside(rule, series, day) : inside(rule, day);
  }

  private Step outside(AlertRule rule, AlertSeries series, DayCounts day) {
    List<DayCounts> run = new ArrayList<>(List.of(day));
    for (int i = ordinary.size() - 1; i >= 0 && run.size() < Baseline.RUN; i--) {
      if (ordinary.get(i).day() == day.day() - run.size()) {
        run.add(ordinary.get(i));
      }
    }
    Optional<Deviation> found =
        deviations(rule, run, day.day())
            .filter(rule.thresholds()::opens)
            .max(Comparator.comparingDouble(Deviation::score));
    if (found.isEmpty()) {
      return new Step(new AlertEvaluation(newest(rule, ordinary, List.of(day)), null, since), null);
    }
    Deviation peak = found.get();
    AlertEvent event =
        new AlertEvent(
            rule.code(),
            series,
            day.day(),
            day.day(),
            day.day(),
            peak,
            rule.thresholds().severity(peak.score()),
            AlertCourse.ONGOING,
            day.n(),
            day.negative());
    return new Step(new AlertEvaluation(ordinary, event, List.of(day)), null);
  }

  private Step inside(AlertRule rule, DayCounts day) {
    List<DayCounts> days = new ArrayList<>(since);
    days.add(day);
    AlertEvent event =
        deviations(rule, List.of(day), open.firstDay())
            .filter(deviation -> deviation.score() >= rule.thresholds().clear())
            .max(Comparator.comparingDouble(Deviation::score))
            .map(deviation -> longer(rule, day, deviation, days))
            .orElse(open);
    if (day.day() - event.lastDay() >= rule.thresholds().quietDays()) {
      List<DayCounts> quiet = days.stream().filter(d -> d.day() > event.lastDay()).toList();
      return ended(rule, event.with(AlertCourse.ENDED), quiet);
    }
    if (days.size() >= rule.thresholds().historyDays()) {
      return ended(rule, event.with(AlertCourse.LASTING), days);
    }
    return new Step(new AlertEvaluation(ordinary, event, List.copyOf(days)), null);
  }

  private Step ended(AlertRule rule, AlertEvent event, List<DayCounts> ordinaryAgain) {
    return new Step(
        new AlertEvaluation(newest(rule, ordinary, ordinaryAgain), null, List.of()), event);
  }

  private AlertEvent longer(
      AlertRule rule, DayCounts day, Deviation deviation, List<DayCounts> days) {
    boolean higher = deviation.score() > open.peak().score();
    Deviation peak = higher ? deviation : open.peak();
    return new AlertEvent(
        open.rule(),
        open.series(),
        open.firstDay(),
        day.day(),
        higher ? day.day() : open.peakDay(),
        peak,
        rule.thresholds().severity(peak.score()),
        AlertCourse.ONGOING,
        days.stream().mapToLong(DayCounts::n).sum(),
        days.stream().mapToLong(DayCounts::negative).sum());
  }

  /**
   * What of this run, newest day first, can be judged, for an event that began on {@code first}.
   */
  private Stream<Deviation> deviations(AlertRule rule, List<DayCounts> run, long first) {
    if (run.get(0).n() == 0) {
      return Stream.empty();
    }
    List<DayCounts> history = ordinary.stream().filter(d -> d.day() < first - GUARD_DAYS).toList();
    return rule.measures().stream()
        .flatMap(measure -> Baseline.deviations(measure, history, run).stream())
        .filter(deviation -> deviation.n() >= rule.thresholds().minimumN());
  }

  private static List<DayCounts> newest(
      AlertRule rule, List<DayCounts> before, List<DayCounts> after) {
    List<DayCounts> all = new ArrayList<>(before);
    all.addAll(after);
    int keep = rule.thresholds().historyDays() + GUARD_DAYS;
    return List.copyOf(all.subList(Math.max(0, all.size() - keep), all.size()));
  }
}
