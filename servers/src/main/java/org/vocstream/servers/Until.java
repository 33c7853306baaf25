package org.vocstream.servers;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Waits for what a server of its own pace comes to. Safe for several threads. */
public final class Until {
  /** So often is asked: what is asked costs the server time, too. */
  private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

  private Until() {}

  /** Something that may have come true. */
  @FunctionalInterface
  public interface Condition {
    /** Whether it has; an IOException says that the server does not answer yet. */
    boolean holds() throws IOException, InterruptedException;
  }

  /**
   * Asks until it holds.
   *
   * @param what is waited for, in words for the message: "the job runs"
   * @param limit how long at the most
   * @throws IllegalStateException where it does not hold in time, with the last error
   */
  public static void holds(String what, Duration limit, Condition condition)
      throws InterruptedException {
    long begin = System.nanoTime();
    IOException last = null;
    while (true) {
      try {
        if (condition.holds()) {
          return;
        }
      } catch (IOException e) {
        last = e;
      }
      if (System.nanoTime() - begin > limit.toNanos()) {
        throw new IllegalStateException(
            "waited %d s in vain: %s".formatted(limit.toSeconds(), what), last);
      }
      LockSupport.parkNanos(PAUSE_NANOS);
      if (Thread.interrupted()) {
        throw new InterruptedException(what);
      }
    }
  }
}
