package org.vocstream.jobs;

import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;

/** Registers what an operator tells about itself, under the names of {@link JobMetric}. */
final class JobMetrics {
  private final MetricGroup group;

  /**
   * Metrics of one subtask.
   *
   * @param operator its own group
   */
  JobMetrics(MetricGroup operator) {
    this.group = operator.addGroup(JobMetric.GROUP);
  }

  Counter counter(JobMetric metric) {
    return group.counter(metric.metricName());
  }

  /** A counter of one value of the metric's label. */
  Counter counter(JobMetric metric, String value) {
    return labelled(metric, value).counter(metric.metricName());
  }

  /** A distribution of durations. */
  DurationHistogram durations(JobMetric metric) {
    return group.histogram(metric.metricName(), new DurationHistogram());
  }

  /** A distribution of durations of one value of the metric's label. */
  DurationHistogram durations(JobMetric metric, String value) {
    return labelled(metric, value).histogram(metric.metricName(), new DurationHistogram());
  }

  /** The newest date that was seen. */
  NewestDate newest(JobMetric metric) {
    NewestDate newest = new NewestDate();
    group.gauge(metric.metricName(), newest);
    return newest;
  }

  private MetricGroup labelled(JobMetric metric, String value) {
    return group.addGroup(metric.label(), value);
  }
}
