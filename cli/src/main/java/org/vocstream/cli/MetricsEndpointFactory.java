package org.vocstream.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Properties;
import org.apache.flink.metrics.reporter.MetricReporter;
import org.apache.flink.metrics.reporter.MetricReporterFactory;

/** Makes the {@link MetricsEndpoint} of a job inside this process; found by Flink. */
public final class MetricsEndpointFactory implements MetricReporterFactory {
  private static final String REPORTER = "metrics.reporter.voc.";
  private static final String PORT = "port";

  /** The settings of Flink that let a job serve its metrics at this port. */
  static Map<String, String> settings(int port) {
    return Map.of(
        "metrics.reporters",
        "voc",
        REPORTER + "factory.class",
        MetricsEndpointFactory.class.getName(),
        REPORTER + PORT,
        Integer.toString(port),
        // As on a cluster: a new series for every restart would break counts in two.
        REPORTER + "scope.variables.excludes",
        "task_attempt_id;task_attempt_num");
  }

  @Override
  public MetricReporter createMetricReporter(Properties properties) {
    try {
      return new MetricsEndpoint(Integer.parseInt(properties.getProperty(PORT)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
