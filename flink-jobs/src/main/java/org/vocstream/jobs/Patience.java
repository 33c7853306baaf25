package org.vocstream.jobs;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * How long is waited for something that makes no progress, and with which pauses: each twice as
 * long as the one before. For one thread.
 */
final class Patience {
  private final Duration limit;
  private final Duration firstPause;
  private final Duration longestPause;
  private final LongSupplier nanoTime;
  private Duration pause;
  private long progress;

  /**
   * Begins to wait.
   *
   * @param limit how long nothing may happen
   * @param nanoTime a clock such as {@link System#nanoTime}
   */
  Patience(Duration limit, Duration firstPause, Duration longestPause, LongSupplier nanoTime) {
    this.limit = limit;
    this.firstPause = firstPause;
    this.longestPause = longestPause;
    this.nanoTime = nanoTime;
    renew();
  }

  /** Something has happened: it all begins anew. */
  void renew() {
    pause = firstPause;
    progress = nanoTime.getAsLong();
  }

  /** True where nothing has happened for longer than the limit. */
  boolean isExhausted() {
    return nanoTime.getAsLong() - progress > limit.toNanos();
  }

  /** How long to wait before the next try. */
  Duration nextPause() {
    Duration next = pause;
    Duration twice = pause.multipliedBy(2);
    pause = twice.compareTo(longestPause) > 0 ? longestPause : twice;
    return next;
  }

  Duration limit() {
    return limit;
  }
}
