package org.vocstream.cli;

import java.time.Duration;

/** Durations as a person says them. */
final class Words {
  private Words() {}

  /** {@code 12 s}, {@code 5 min}, {@code 7 h}, {@code 28 days}; less than nothing is nothing. */
  static String of(Duration duration) {
    long seconds = Math.max(0, duration.toSeconds());
    if (seconds < 120) {
      return seconds + " s";
    }
    if (seconds < 2 * 3_600) {
      return seconds / 60 + " min";
    }
    return seconds < 2 * 86_400 ? seconds / 3_600 + " h" : seconds / 86_400 + " days";
  }

  /** {@code 0.12 ms}, {@code 45 ms}, {@code 2.5 s}. */
  static String ofSeconds(double seconds) {
    if (seconds >= 1) {
      return String.format("%.1f s", seconds);
    }
    double millis = 1e3 * seconds;
    return String.format(millis >= 10 ? "%.0f ms" : "%.2f ms", millis);
  }
}
