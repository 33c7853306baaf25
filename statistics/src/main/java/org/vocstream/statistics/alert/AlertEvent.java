package org.vocstream.statistics.alert;

import java.time.LocalDate;

/**
 * A run of days on which a series stood out: one alert, however long it lasts. Immutable.
 *
 * @param rule code of the rule
 * @param series which mentions
 * @param firstDay day on which it opened, in days since 1970-01-01
 * @param lastDay last day so far that kept it open
 * @param peakDay day with the highest score, the first of them
 * @param peak what was expected and seen on that day
 * @param severity by the score of that day
 * @param course whether it is over
 * @param n mentions from first to last day
 * @param negative negative ones among them
 */
public record AlertEvent(
    String rule,
    AlertSeries series,
    long firstDay,
    long lastDay,
    long peakDay,
    Deviation peak,
    AlertSeverity severity,
    AlertCourse course,
    long n,
    long negative) {

  /** One text for each event, the same whenever it is evaluated: rule, series, first day. */
  public String id() {
    return rule + "|" + series.key() + "|" + LocalDate.ofEpochDay(firstDay);
  }

  /** First day of what is to be looked at: of the run that opened the event. */
  public long windowFrom() {
    return Math.min(firstDay, peakDay - peak.days() + 1);
  }

  AlertEvent with(AlertCourse reached) {
    return new AlertEvent(
        rule, series, firstDay, lastDay, peakDay, peak, severity, reached, n, negative);
  }
}
