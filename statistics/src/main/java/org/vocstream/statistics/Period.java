package org.vocstream.statistics;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A run of whole days, in the time zone of the job that made the daily cells. Immutable.
 *
 * <p>Written as ISO weeks ({@code 2026-W40}, {@code 2026-W40..2026-W43}), months ({@code 2026-10}),
 * days ({@code 2026-10-01..2026-10-25}), or from one of these to another; both ends count. A week
 * belongs to the year that has its Thursday (ISO 8601), so {@code 2026-W01} begins on 2025-12-29.
 *
 * @param from first day
 * @param to first day after it
 * @param months number of calendar months where it was written in months, else 0
 */
public record Period(LocalDate from, LocalDate to, int months) {
  private static final String SEPARATOR = "..";
  private static final Pattern WEEK = Pattern.compile("(\\d{4})-[Ww](\\d{2})");
  private static final Pattern MONTH = Pattern.compile("\\d{4}-\\d{2}");

  /**
   * Checks that there is a day in it.
   *
   * @throws IllegalArgumentException where it ends before it begins
   */
  public Period {
    if (!to.isAfter(from)) {
      throw new IllegalArgumentException(
          "the period ends on "
              + to.minusDays(1)
              + ", before it begins on "
              + from
              + "; write the earlier end first");
    }
  }

  /** The days from the first to the last, both included. */
  public static Period ofDays(LocalDate first, LocalDate last) {
    return new Period(first, last.plusDays(1), 0);
  }

  /**
   * Reads what is described above.
   *
   * @throws IllegalArgumentException where it is something else, or no day is in it
   */
  public static Period parse(String text) {
    int at = text.indexOf(SEPARATOR);
    Period first = single(at < 0 ? text : text.substring(0, at), text);
    Period last = at < 0 ? first : single(text.substring(at + SEPARATOR.length()), text);
    boolean months = first.months > 0 && last.months > 0;
    return new Period(
        first.from, last.to, months ? (int) ChronoUnit.MONTHS.between(first.from, last.to) : 0);
  }

  private static Period single(String end, String text) {
    try {
      Matcher week = WEEK.matcher(end);
      if (week.matches()) {
        return week(Integer.parseInt(week.group(1)), Integer.parseInt(week.group(2)));
      }
      if (MONTH.matcher(end).matches()) {
        YearMonth month = YearMonth.parse(end);
        return new Period(month.atDay(1), month.plusMonths(1).atDay(1), 1);
      }
      LocalDate day = LocalDate.parse(end);
      return ofDays(day, day);
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException(
          "\""
              + text
              + "\" is no period; write weeks (2026-W40..2026-W43), months (2026-10) or days"
              + " (2026-10-01..2026-10-25)",
          e);
    }
  }

  private static Period week(int year, int number) {
    // The fourth of January is always in the first week.
    LocalDate fourth = LocalDate.of(year, 1, 4);
    LocalDate monday =
        fourth.minusDays(fourth.getDayOfWeek().getValue() - 1L).plusWeeks(number - 1L);
    if (number < 1 || monday.get(IsoFields.WEEK_BASED_YEAR) != year) {
      long weeks = IsoFields.WEEK_OF_WEEK_BASED_YEAR.rangeRefinedBy(fourth).getMaximum();
      throw new IllegalArgumentException(
          year + " has no week " + number + "; its weeks are W01 to W" + weeks);
    }
    return new Period(monday, monday.plusWeeks(1), 0);
  }

  /** The period of the same length that ends where this one begins; months before months. */
  public Period previous() {
    return new Period(
        months > 0 ? from.minusMonths(months) : from.minusDays(ChronoUnit.DAYS.between(from, to)),
        from,
        months);
  }

  /** As {@link #parse} reads it back, months as months: {@code 2026-10..2026-12}. */
  public String written() {
    YearMonth first = YearMonth.from(from);
    return switch (months) {
      case 0 -> toString();
      case 1 -> first.toString();
      default -> first + SEPARATOR + first.plusMonths(months - 1L);
    };
  }

  /** Both ends as days: {@code 2026-09-28..2026-10-25}. */
  @Override
  public String toString() {
    return from + SEPARATOR + to.minusDays(1);
  }
}
