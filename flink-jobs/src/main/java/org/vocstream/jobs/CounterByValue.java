package org.vocstream.jobs;

import java.util.HashMap;
import java.util.Map;
import org.apache.flink.metrics.Counter;

/**
 * A counter for each value of a label, made when the value is first seen, and never more than
 * {@value #MOST}: what comes beyond is counted as {@code other}. For one thread.
 */
final class CounterByValue {
  /** Values at the most, so that input cannot make series without end. */
  static final int MOST = 40;

  private static final String OTHER = "other";

  private final JobMetrics metrics;
  private final JobMetric metric;
  private final Map<String, Counter> counters = new HashMap<>();

  CounterByValue(JobMetrics metrics, JobMetric metric) {
    this.metrics = metrics;
    this.metric = metric;
  }

  void inc(String value) {
    Counter known = counters.get(value);
    (known == null ? counter(counters.size() < MOST ? value : OTHER) : known).inc();
  }

  private Counter counter(String value) {
    return counters.computeIfAbsent(value, v -> metrics.counter(metric, v));
  }

  /** Shows these values from the beginning, as 0. */
  CounterByValue showing(Iterable<String> values) {
    values.forEach(this::counter);
    return this;
  }
}
