package org.vocstream.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.Histogram;
import org.apache.flink.metrics.HistogramStatistics;
import org.apache.flink.metrics.Meter;
import org.apache.flink.metrics.Metric;

/**
 * Metrics of Flink in the text format of Prometheus (version 0.0.4). As in Flink's own reporter a
 * histogram is a summary; gauges that hold no number are left out.
 */
final class PrometheusText {
  private static final double[] QUANTILES = {0.5, 0.75, 0.95, 0.98, 0.99, 0.999};

  private PrometheusText() {}

  /**
   * Under which name and labels a metric is told. Immutable.
   *
   * @param name legal for Prometheus
   * @param labels names legal for Prometheus, values as they are
   */
  record Series(String name, Map<String, String> labels) {}

  /** All of them with their present values. */
  static String of(Map<Metric, Series> metrics) {
    Map<String, List<String>> families = new TreeMap<>();
    Map<String, String> types = new TreeMap<>();
    metrics.forEach(
        (metric, series) -> {
          List<String> lines = families.computeIfAbsent(series.name(), n -> new ArrayList<>());
          types.put(series.name(), write(metric, series, lines));
        });
    StringBuilder text = new StringBuilder();
    families.forEach(
        (name, lines) -> {
          if (!lines.isEmpty()) {
            text.append("# TYPE ").append(name).append(' ').append(types.get(name)).append('\n');
            lines.stream().sorted().forEach(line -> text.append(line).append('\n'));
          }
        });
    return text.toString();
  }

  /** Writes the lines of one metric and returns its type. */
  private static String write(Metric metric, Series series, List<String> lines) {
    if (metric instanceof Histogram histogram) {
      HistogramStatistics statistics = histogram.getStatistics();
      for (double quantile : QUANTILES) {
        Map<String, String> labels = new TreeMap<>(series.labels());
        labels.put("quantile", Double.toString(quantile));
        lines.add(line(series.name(), labels, statistics.getQuantile(quantile)));
      }
      lines.add(line(series.name() + "_count", series.labels(), (double) histogram.getCount()));
      return "summary";
    }
    Double value = value(metric);
    if (value != null) {
      lines.add(line(series.name(), series.labels(), value));
    }
    return "gauge";
  }

  private static Double value(Metric metric) {
    if (metric instanceof Counter counter) {
      return (double) counter.getCount();
    }
    if (metric instanceof Meter meter) {
      return meter.getRate();
    }
    Object held = metric instanceof Gauge<?> gauge ? gauge.getValue() : null;
    if (held instanceof Boolean yes) {
      return yes ? 1.0 : 0.0;
    }
    return held instanceof Number number ? number.doubleValue() : null;
  }

  private static String line(String name, Map<String, String> labels, double value) {
    String written =
        labels.entrySet().stream()
            .map(label -> label.getKey() + "=\"" + escape(label.getValue()) + '"')
            .collect(Collectors.joining(",", "{", "}"));
    return name + written + " " + number(value);
  }

  private static String number(double value) {
    if (Double.isInfinite(value)) {
      return value > 0 ? "+Inf" : "-Inf";
    }
    return Double.toString(value);
  }

  private static String escape(String value) {
    return value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
  }
}
