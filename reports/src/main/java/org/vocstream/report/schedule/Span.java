package org.vocstream.report.schedule;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.vocstream.statistics.Period;

/**
 * The period a report is about, told from the day it is due: the last whole days, weeks (from
 * Monday) or months. Written {@code last-week}, {@code last-4-weeks}, {@code last-month}.
 * Immutable.
 *
 * @param count how many, from 1
 * @param unit of what
 */
record Span(int count, Unit unit) {
  private static final Pattern WRITTEN =
      Pattern.compile("last-(?:([1-9]\\d?)-)?(day|week|month)s?");

  /** Of what a span is made. */
  enum Unit {
    /** Days. */
    DAY,
    /** Weeks from Monday. */
    WEEK,
    /** Months of the calendar. */
    MONTH
  }

  /**
   * Reads what is described above.
   *
   * @throws IllegalArgumentException where it is something else
   */
  static Span parse(String text) {
    Matcher written = WRITTEN.matcher(text);
    if (!written.matches()) {
      throw new IllegalArgumentException(text + " is no span of days, weeks or months");
    }
    return new Span(
        written.group(1) == null ? 1 : Integer.parseInt(written.group(1)),
        Unit.valueOf(written.group(2).toUpperCase(Locale.ROOT)));
  }

  /** The whole units that ended before this day began, the last of them the nearest. */
  Period before(LocalDate day) {
    return switch (unit) {
      case DAY -> Period.ofDays(day.minusDays(count), day.minusDays(1));
      case WEEK -> {
        LocalDate monday = day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        yield Period.ofDays(monday.minusWeeks(count), monday.minusDays(1));
      }
      case MONTH -> {
        LocalDate first = day.withDayOfMonth(1);
        yield new Period(first.minusMonths(count), first, count);
      }
    };
  }
}
