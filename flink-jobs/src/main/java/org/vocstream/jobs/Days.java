package org.vocstream.jobs;

import java.time.LocalDate;
import java.time.ZoneId;

/** Days of a time zone on the scale of event time. Without state. */
final class Days {
  private Days() {}

  /**
   * The last millisecond of a day: when the watermark reaches it, the day's cells close. A day too
   * far away for event time closes at its end or its beginning.
   *
   * @param day days since 1970-01-01
   */
  static long end(long day, ZoneId zone) {
    try {
      return LocalDate.ofEpochDay(day).plusDays(1).atStartOfDay(zone).toInstant().toEpochMilli()
          - 1;
    } catch (ArithmeticException tooFar) {
      return day < 0 ? Long.MIN_VALUE + 1 : Long.MAX_VALUE - 1;
    }
  }
}
