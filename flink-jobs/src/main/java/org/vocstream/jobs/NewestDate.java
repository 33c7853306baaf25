package org.vocstream.jobs;

import java.time.Instant;
import org.apache.flink.metrics.Gauge;

/**
 * The newest date of publication that was seen, in seconds since 1970; NaN until there is one.
 * Written by one thread, read by others.
 */
final class NewestDate implements Gauge<Double> {
  private volatile double seconds = Double.NaN;

  /**
   * Sees a date.
   *
   * @param published the date, or null
   * @param nowMillis the present: what claims to be newer tells nothing about how far we are
   */
  void see(Instant published, long nowMillis) {
    if (published == null || published.toEpochMilli() > nowMillis) {
      return;
    }
    double seen = published.toEpochMilli() / 1e3;
    if (!(seen <= seconds)) {
      seconds = seen;
    }
  }

  @Override
  public Double getValue() {
    return seconds;
  }
}
