package org.vocstream.servers;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;

/**
 * How long a fault kept a job from going on. Immutable.
 *
 * @param fault what was done, in words
 * @param running from the fault until every task runs again from a checkpoint; null where the job
 *     waits and does not begin anew
 * @param indexing from the fault until the index holds more than before it
 */
public record Recovery(String fault, Duration running, Duration indexing) {
  private static final Duration LIMIT = Duration.ofMinutes(10);

  /** What is done to a cluster. */
  @FunctionalInterface
  public interface Fault {
    /** Does it; returns when whatever a person would start again has been started. */
    void strike() throws IOException, InterruptedException;
  }

  /** Number of documents that a job has written so far. */
  @FunctionalInterface
  public interface Written {
    /** Counts them anew. */
    long count() throws IOException, InterruptedException;
  }

  /**
   * Does something after which a job goes back to a checkpoint, and measures. One checkpoint at
   * least must be complete.
   *
   * @param fault what is done, in words
   * @param more sends at least one feedback that is new: else an index that is up to date already
   *     would never grow
   */
  public static Recovery ofJob(
      String fault, FlinkRest rest, String job, Written written, Fault strike, Runnable more)
      throws IOException, InterruptedException {
    long at = Clock.systemUTC().millis();
    long begin = System.nanoTime();
    strike.strike();
    rest.awaitRestored(job, at);
    Duration running = since(begin);
    return new Recovery(fault, running, indexing(begin, written, more));
  }

  /** The same for a fault through which the job waits. */
  public static Recovery ofIndex(String fault, Written written, Fault strike, Runnable more)
      throws IOException, InterruptedException {
    long begin = System.nanoTime();
    strike.strike();
    return new Recovery(fault, null, indexing(begin, written, more));
  }

  private static Duration indexing(long begin, Written written, Runnable more)
      throws IOException, InterruptedException {
    // What was written and not yet counted before the fault is no sign of life after it.
    long before = written.count();
    more.run();
    Until.holds("the index grows again", LIMIT, () -> written.count() > before);
    return since(begin);
  }

  private static Duration since(long begin) {
    return Duration.ofNanos(System.nanoTime() - begin);
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%s: %sindexing again after %.1f s",
        fault,
        running == null
            ? ""
            : String.format(Locale.ROOT, "running after %.1f s, ", seconds(running)),
        seconds(indexing));
  }

  private static double seconds(Duration duration) {
    return duration.toMillis() / 1e3;
  }
}
