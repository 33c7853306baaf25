package org.vocstream.statistics.alert;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What rules would have said of a past period, against what is known to have happened. Immutable.
 *
 * @param events the events that opened in the period, in order of their days
 * @param weeks length of the period in weeks
 * @param found one for each listed event, in the order of the list
 * @param unlisted events that no listed one explains: false alerts, as far as the list is complete
 */
public record Backtest(
    List<AlertEvent> events, double weeks, List<Found> found, List<AlertEvent> unlisted) {

  /**
   * Something that is known to have happened.
   *
   * @param name what analysts call it
   * @param brand whose it was
   * @param code indicator, touchpoint or value; empty: whatever it shows in
   * @param firstDay first day, in days since 1970-01-01
   * @param lastDay last day
   */
  public record Listed(String name, String brand, String code, long firstDay, long lastDay) {
    boolean explains(AlertEvent event) {
      return event.series().brand().equals(brand)
          && (code.isEmpty() || event.series().code().equals(code))
          && event.firstDay() <= lastDay
          && event.lastDay() >= firstDay;
    }
  }

  /**
   * What became of a listed event.
   *
   * @param listed the event
   * @param alert the first alert it explains, or null where it was missed
   */
  public record Found(Listed listed, AlertEvent alert) {
    /** Days from the first day of the event to the alert; below 0 where the alert came before. */
    public long leadDays() {
      return alert.firstDay() - listed.firstDay();
    }
  }

  /** Alerts a week. */
  public double perWeek() {
    return events.size() / weeks;
  }

  /**
   * Compares.
   *
   * @param all events of all series and rules
   * @param from first day of the period
   * @param to last day of it
   */
  public static Backtest of(List<AlertEvent> all, long from, long to, List<Listed> listed) {
    List<AlertEvent> events =
        all.stream()
            .filter(e -> e.firstDay() >= from && e.firstDay() <= to)
            .sorted(Comparator.comparingLong(AlertEvent::firstDay).thenComparing(AlertEvent::id))
            .toList();
    List<Found> found = new ArrayList<>();
    for (Listed event : listed) {
      found.add(new Found(event, events.stream().filter(event::explains).findFirst().orElse(null)));
    }
    return new Backtest(
        events,
        (to - from + 1) / 7.0,
        List.copyOf(found),
        events.stream().filter(e -> listed.stream().noneMatch(l -> l.explains(e))).toList());
  }
}
