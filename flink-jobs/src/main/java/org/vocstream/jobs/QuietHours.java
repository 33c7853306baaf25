package org.vocstream.jobs;

import java.io.Serializable;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * The part of the day in which nobody is to be woken. Immutable.
 *
 * @param from its beginning
 * @param to its end; before {@code from} where it goes over midnight; equal: there are none
 * @param zone time zone of both
 */
public record QuietHours(LocalTime from, LocalTime to, ZoneId zone) implements Serializable {
  /** None. */
  public static final QuietHours NONE =
      new QuietHours(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT, ZoneId.of("UTC"));

  /** The first instant from {@code now} on at which something may be delivered. */
  public Instant over(Instant now) {
    ZonedDateTime local = now.atZone(zone);
    LocalTime time = local.toLocalTime();
    boolean night = from.isAfter(to);
    boolean quiet =
        night
            ? !time.isBefore(from) || time.isBefore(to)
            : !time.isBefore(from) && time.isBefore(to);
    if (!quiet) {
      return now;
    }
    ZonedDateTime end = local.toLocalDate().atTime(to).atZone(zone);
    return (end.isAfter(local) ? end : local.toLocalDate().plusDays(1).atTime(to).atZone(zone))
        .toInstant();
  }
}
