package org.vocstream.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.connector.datagen.source.DataGeneratorSource;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.Histogram;
import org.apache.flink.metrics.Metric;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.runtime.testutils.InMemoryReporter;
import org.apache.flink.runtime.testutils.MiniClusterResourceConfiguration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.vocstream.feedback.RawRecord;
import org.vocstream.suspect.SuspectOptions;

/** What a running job tells about itself, summed over its subtasks. */
@Timeout(60)
class JobMetricsJobTest {
  private static final InMemoryReporter REPORTER = InMemoryReporter.createWithRetainedMetrics();

  @RegisterExtension
  static final MiniClusterExtension CLUSTER =
      new MiniClusterExtension(
          new MiniClusterResourceConfiguration.Builder()
              .setNumberTaskManagers(1)
              .setNumberSlotsPerTaskManager(2)
              .setConfiguration(REPORTER.addToConfiguration(new Configuration()))
              .build());

  private static final List<String> STORY =
      List.of(
          review("r1", "2026-10-01T08:00:00Z", "发货很快，包装也很好，客服态度不错"),
          review("r2", "2026-10-03T08:00:00Z", "发货很快，包装也很好，客服态度不错"),
          review("r3", "2090-01-01T00:00:00Z", "还行"),
          review("r3", "2090-01-01T00:00:00Z", "不行"),
          "{\"id\":\"p1\",\"channel\":\"social\",\"text\":\"买了\"}",
          "{\"id\":\"p1\",\"channel\":\"social\",\"deleted\":true}",
          "{\"id\":\"p2\",\"channel\":\"fax\",\"text\":\"好\"}",
          "{\"id\":\"p3\",\"channel\":\"social\",\"text\":\"\"}",
          "{\"id\":");

  @Test
  void everythingIsCountedOnce() throws Exception {
    run();
    Map<String, Double> told = told();
    assertThat(told)
        .containsEntry("records_read_total", 9.0)
        .containsEntry("read_bytes_total", 900.0)
        .containsEntry("feedback_taken_in_total{review}", 4.0)
        .containsEntry("feedback_taken_in_total{social}", 2.0)
        .containsEntry("feedback_taken_in_total{call}", 0.0)
        .containsEntry("dead_letters_total{channel}", 1.0)
        .containsEntry("dead_letters_total{text}", 1.0)
        .containsEntry("dead_letters_total{record}", 1.0)
        .containsEntry("feedback_replaced_total", 1.0)
        .containsEntry("feedback_withdrawn_total", 1.0)
        .containsEntry("feedback_late_total", 0.0)
        .containsEntry("documents_rejected_total{voc-feedback}", 0.0)
        .containsEntry("index_retries_total{voc-feedback}", 0.0)
        .containsEntry("feedback_flagged_total{duplicate}", 1.0);
    assertThat(told.get("feedback_scored_total")).isBetween(6.0, 7.0);
    assertThat(told.get("scoring_seconds count")).isEqualTo(told.get("feedback_scored_total"));
    assertThat(told.get("documents_indexed_total{voc-feedback}"))
        .isEqualTo(told.get("feedback_scored_total"));
    assertThat(told.get("index_batch_seconds{voc-feedback} count")).isPositive();
    // A date in the future says nothing about how far the job is.
    double newest = Instant.parse("2026-10-03T08:00:00Z").getEpochSecond();
    assertThat(told).containsEntry("newest_taken_in_timestamp_seconds", newest);
  }

  /** Runs the story and returns at its end. */
  private static void run() throws Exception {
    StreamExecutionEnvironment env =
        StreamExecutionEnvironment.getExecutionEnvironment(FeedbackScoringJob.configuration());
    env.setParallelism(2);
    FeedbackScoringJob.define(
        env,
        JobOptions.ofEnds(Path.of("."), SuspectOptions.STANDARD),
        new NeutralScoring(),
        new JobEnds(
            Arrivals.inOrder(
                new DataGeneratorSource<>(
                    i -> new RawRecord("story:" + (i + 1), STORY.get(i.intValue()), 100, null),
                    STORY.size(),
                    TypeInformation.of(RawRecord.class)),
                false),
            SettingArrivals.none(),
            Collected.nothing(),
            s -> s.sinkTo(new IndexSink<>(new Collected<>(), Duration.ofMinutes(1))),
            deadLetters -> {},
            cells -> {},
            late -> {}));
    env.execute();
  }

  /** The metrics of all subtasks: counts are added, of dates the newest is taken. */
  private static Map<String, Double> told() {
    Map<String, Double> told = new TreeMap<>();
    for (Map.Entry<MetricGroup, Map<String, Metric>> group :
        REPORTER.getMetricsByGroup().entrySet()) {
      Map<String, String> labels = group.getKey().getAllVariables();
      for (Map.Entry<String, Metric> metric : group.getValue().entrySet()) {
        JobMetric of = named(metric.getKey());
        if (of != null) {
          String label = of.label() == null ? "" : "{" + labels.get("<" + of.label() + ">") + "}";
          add(told, metric.getKey() + label, metric.getValue());
        }
      }
    }
    return told;
  }

  private static void add(Map<String, Double> told, String name, Metric metric) {
    if (metric instanceof Counter counter) {
      told.merge(name, (double) counter.getCount(), Double::sum);
    } else if (metric instanceof Histogram histogram) {
      told.merge(name + " count", (double) histogram.getCount(), Double::sum);
    } else if (metric instanceof Gauge<?> gauge && !((Double) gauge.getValue()).isNaN()) {
      told.merge(name, (Double) gauge.getValue(), Math::max);
    }
  }

  private static JobMetric named(String name) {
    for (JobMetric metric : JobMetric.values()) {
      if (metric.metricName().equals(name)) {
        return metric;
      }
    }
    return null;
  }

  private static String review(String id, String at, String text) {
    return "{\"id\":\"%s\",\"channel\":\"review\",\"published_at\":\"%s\",\"text\":\"%s\"}"
        .formatted(id, at, text);
  }
}
