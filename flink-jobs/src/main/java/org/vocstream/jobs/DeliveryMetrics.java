package org.vocstream.jobs;

import java.time.Clock;
import java.time.Instant;
import java.util.function.LongSupplier;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;
import org.vocstream.elasticsearch.VocIndex;

/** What a sink into one index tells about itself. For one thread. */
final class DeliveryMetrics {
  private final Counter indexed;
  private final Counter rejected;
  private final Counter retries;
  private final DurationHistogram batches;
  private final NewestDate newest;
  private final LongSupplier nanoTime;
  private final Clock clock;

  /**
   * Metrics of one subtask.
   *
   * @param operator its own group
   * @param index what is written
   * @param nanoTime a clock such as {@link System#nanoTime}
   * @param clock tells which dates are in the future
   */
  DeliveryMetrics(MetricGroup operator, VocIndex index, LongSupplier nanoTime, Clock clock) {
    JobMetrics metrics = new JobMetrics(operator);
    indexed = metrics.counter(JobMetric.INDEXED, index.alias());
    rejected = metrics.counter(JobMetric.REJECTED, index.alias());
    retries = metrics.counter(JobMetric.RETRIES, index.alias());
    batches = metrics.durations(JobMetric.BATCH_TIME, index.alias());
    newest = index == VocIndex.FEEDBACK ? metrics.newest(JobMetric.NEWEST_INDEXED) : null;
    this.nanoTime = nanoTime;
    this.clock = clock;
  }

  /** A batch is handed over: what {@link #arrived} wants to know. */
  long begin() {
    return nanoTime.getAsLong();
  }

  /** All of a batch has arrived. */
  void arrived(long begin) {
    batches.update(nanoTime.getAsLong() - begin);
  }

  /**
   * One document has been taken.
   *
   * @param published its date of publication, or null
   */
  void indexed(Instant published) {
    indexed.inc();
    if (newest != null) {
      newest.see(published, clock.millis());
    }
  }

  void rejected() {
    rejected.inc();
  }

  void retried() {
    retries.inc();
  }
}
