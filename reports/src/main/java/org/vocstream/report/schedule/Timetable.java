package org.vocstream.report.schedule;

import com.cronutils.model.CronType;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.model.time.ExecutionTime;
import com.cronutils.parser.CronParser;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Optional;

/**
 * When something is due: a cron expression of five fields (minute, hour, day of month, month, day
 * of week) read on the clocks of a time zone. What is due at a time that a change to summer time
 * leaves out is due as much later as the clocks jump; what is due at a time that comes twice is due
 * the first time only. Immutable.
 */
final class Timetable {
  private static final CronParser PARSER =
      new CronParser(CronDefinitionBuilder.instanceDefinitionFor(CronType.UNIX));

  private final ExecutionTime times;
  private final ZoneId zone;

  private Timetable(ExecutionTime times, ZoneId zone) {
    this.times = times;
    this.zone = zone;
  }

  /**
   * The timetable of this expression.
   *
   * @throws IllegalArgumentException where it is none; the message says why
   */
  static Timetable parse(String cron, ZoneId zone) {
    // The parser takes several expressions at once, and fails where one of them is empty.
    if (cron.indexOf('|') >= 0) {
      throw new IllegalArgumentException("| stands in no cron expression");
    }
    Timetable timetable = new Timetable(ExecutionTime.forCron(PARSER.parse(cron)), zone);
    LocalDateTime any = LocalDateTime.of(2024, 1, 1, 0, 0);
    if (timetable.after(any).isEmpty()) {
      throw new IllegalArgumentException("there is no such day in any year");
    }
    return timetable;
  }

  /** The latest time due, not after {@code now}; empty where there was none in some years. */
  Optional<ZonedDateTime> last(Instant now) {
    // A local time that summer time leaves out is later than its name says: look a day ahead.
    LocalDateTime local = LocalDateTime.ofInstant(now, zone).plusDays(1);
    Optional<LocalDateTime> due = before(local);
    while (due.isPresent() && at(due.get()).toInstant().isAfter(now)) {
      due = before(due.get());
    }
    return due.map(this::at);
  }

  /** The first time due after {@code now}; empty where there is none in some years. */
  Optional<ZonedDateTime> next(Instant now) {
    LocalDateTime local = LocalDateTime.ofInstant(now, zone).minusDays(1);
    Optional<LocalDateTime> due = after(local);
    while (due.isPresent() && !at(due.get()).toInstant().isAfter(now)) {
      due = after(due.get());
    }
    return due.map(this::at);
  }

  private ZonedDateTime at(LocalDateTime local) {
    return local.atZone(zone);
  }

  // On clocks that never change, so that each local time is there exactly once.
  private Optional<LocalDateTime> before(LocalDateTime time) {
    return times.lastExecution(time.atZone(ZoneOffset.UTC)).map(ZonedDateTime::toLocalDateTime);
  }

  private Optional<LocalDateTime> after(LocalDateTime time) {
    return times.nextExecution(time.atZone(ZoneOffset.UTC)).map(ZonedDateTime::toLocalDateTime);
  }
}
