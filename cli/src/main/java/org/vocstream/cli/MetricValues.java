package org.vocstream.cli;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.vocstream.jobs.JobMetric;

/**
 * What the subtasks of a job tell, taken together: counts are added, of dates the newest and of
 * quantiles the highest is taken. For one thread.
 */
final class MetricValues {
  private static final String GROUP = ".voc.";
  private static final String MEDIAN = "_median";
  private static final String P99 = "_p99";

  /** By label; the empty one where there is none. */
  private final Map<JobMetric, SortedMap<String, Double>> values = new EnumMap<>(JobMetric.class);

  private final Map<JobMetric, SortedMap<String, Double>> slowest = new EnumMap<>(JobMetric.class);

  /** Whether this is one of the metrics that jobs of ours have beside Flink's. */
  static boolean isOurs(String id) {
    return id.contains(GROUP);
  }

  /**
   * Takes one value in.
   *
   * @param id as Flink tells it: {@code 0.take_in.voc.reason.text.dead_letters_total}
   */
  void add(String id, String value) {
    String own = id.substring(id.indexOf(GROUP) + GROUP.length());
    int dot = own.lastIndexOf('.');
    String name = own.substring(dot + 1);
    String label = dot < 0 ? "" : own.substring(own.indexOf('.') + 1, dot);
    double number = Double.parseDouble(value);
    if (Double.isNaN(number)) {
      return;
    }
    for (JobMetric metric : JobMetric.values()) {
      if (name.equals(metric.metricName())) {
        put(values, metric, label, number, metric.metricName().endsWith("_total"));
      } else if (name.equals(metric.metricName() + MEDIAN)) {
        put(values, metric, label, number, false);
      } else if (name.equals(metric.metricName() + P99)) {
        put(slowest, metric, label, number, false);
      }
    }
  }

  private static void put(
      Map<JobMetric, SortedMap<String, Double>> into,
      JobMetric metric,
      String label,
      double number,
      boolean sum) {
    into.computeIfAbsent(metric, m -> new TreeMap<>())
        .merge(label, number, sum ? Double::sum : Math::max);
  }

  /** All that was counted under this name. */
  long count(JobMetric metric) {
    return Math.round(of(values, metric).values().stream().mapToDouble(v -> v).sum());
  }

  /** What was counted by label. */
  SortedMap<String, Long> counts(JobMetric metric) {
    SortedMap<String, Long> counts = new TreeMap<>();
    if (metric.label() != null) {
      of(values, metric).forEach((label, value) -> counts.put(label, Math.round(value)));
    }
    return counts;
  }

  /** The labels that are known of it. */
  Set<String> labels(JobMetric metric) {
    return of(values, metric).keySet();
  }

  /** The date, or the median, of this label ({@code ""} where it has none), or null. */
  Double value(JobMetric metric, String label) {
    return of(values, metric).get(label);
  }

  /** What 99% take less than, or null. */
  Double slowest(JobMetric metric, String label) {
    return of(slowest, metric).get(label);
  }

  private static SortedMap<String, Double> of(
      Map<JobMetric, SortedMap<String, Double>> all, JobMetric metric) {
    return all.getOrDefault(metric, new TreeMap<>());
  }
}
