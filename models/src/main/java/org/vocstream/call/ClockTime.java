package org.vocstream.call;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads points in a recording in the ways in which files write them. Stateless, thread-safe. */
final class ClockTime {
  /** {@code 1:02:03.450}, {@code 02:03,450}, {@code 03:20}. */
  static final String FORM = "(?:\\d{1,3}:)?\\d{1,3}:\\d{1,2}(?:[.,]\\d{1,3})?";

  private static final Pattern CLOCK =
      Pattern.compile("(-?)(?:(\\d{1,3}):)?(\\d{1,3}):(\\d{1,2})(?:[.,](\\d{1,3}))?");

  private ClockTime() {}

  /** Milliseconds of a clock time; null where the text is none. */
  static Long milliseconds(String text) {
    Matcher clock = CLOCK.matcher(text.strip());
    if (!clock.matches()) {
      return null;
    }
    long hours = clock.group(2) == null ? 0 : Long.parseLong(clock.group(2));
    long seconds =
        hours * 3600 + Long.parseLong(clock.group(3)) * 60 + Long.parseLong(clock.group(4));
    String fraction = clock.group(5) == null ? "" : clock.group(5);
    long ms = seconds * 1000 + Long.parseLong((fraction + "000").substring(0, 3));
    return clock.group(1).isEmpty() ? ms : -ms;
  }

  /** Milliseconds of a duration as in ISO 8601 ({@code PT1.5S}); null where the text is none. */
  static Long ofDuration(String text) {
    try {
      return Duration.parse(text.strip()).toMillis();
    } catch (DateTimeException | ArithmeticException e) {
      return null;
    }
  }

  /**
   * Milliseconds of seconds with or without the letter: {@code 1.4s}; null where there are none.
   */
  static Long ofSeconds(String text) {
    String number = text.strip();
    number = number.endsWith("s") ? number.substring(0, number.length() - 1) : number;
    try {
      double seconds = Double.parseDouble(number);
      return Double.isFinite(seconds) ? Math.round(seconds * 1000) : null;
    } catch (NumberFormatException e) {
      return null;
    }
  }
}
