package org.vocstream.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.runtime.testutils.MiniClusterResourceConfiguration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vocstream.elasticsearch.Counts;
import org.vocstream.elasticsearch.Credentials;
import org.vocstream.elasticsearch.ElasticsearchConnection;
import org.vocstream.elasticsearch.EmbeddedElasticsearch;
import org.vocstream.elasticsearch.Schema;
import org.vocstream.elasticsearch.ServerOptions;
import org.vocstream.elasticsearch.VocIndex;
import org.vocstream.servers.KafkaBroker;

/**
 * What Prometheus finds when it scrapes a job between a real broker and a real Elasticsearch, with
 * the settings of {@code deploy/monitoring}; dashboard and alert rules ask for nothing else.
 */
@Timeout(300)
class MonitoringIT {
  private static final Path MONITORING = Path.of("../deploy/monitoring");
  private static final int FEEDBACK = 300;
  private static final String RULES =
      """
      alerts: of-this-test
      version: 1.0.0
      rules:
        - code: any
          label: {zh: 任何, en: Any}
          scope: brand
          measures: [volume]
      """;
  private static final int PORT = freePort();

  @RegisterExtension
  static final MiniClusterExtension CLUSTER =
      new MiniClusterExtension(
          new MiniClusterResourceConfiguration.Builder()
              .setNumberTaskManagers(1)
              .setNumberSlotsPerTaskManager(2)
              .setConfiguration(settings())
              .build());

  @TempDir static Path home;
  private static Scrape scrape;

  /** The settings that are to be added to those of a cluster, on a port that is free here. */
  private static Configuration settings() {
    try {
      Map<?, ?> read = (Map<?, ?>) MonitoringFiles.yaml(MONITORING.resolve("flink-metrics.yaml"));
      Configuration settings = new Configuration();
      read.forEach((name, value) -> settings.setString(name.toString(), value.toString()));
      settings.setString("metrics.reporter.prom.port", Integer.toString(PORT));
      return settings;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Once for all tests; not before all, when Flink does not use the cluster yet. */
  @BeforeEach
  void scrapeAJobThatHasWorked() throws Exception {
    if (scrape != null) {
      return;
    }
    try (KafkaBroker broker =
            KafkaBroker.start(Path.of("../servers/kafka/target/server"), home.resolve("kafka"));
        EmbeddedElasticsearch server =
            EmbeddedElasticsearch.start(
                ServerOptions.of(
                        Path.of("../elasticsearch/embedded/target/server"),
                        home.resolve("elasticsearch"))
                    .withPort(0)
                    .withJvmOptions("-XX:TieredStopAtLevel=1"),
                step -> {});
        ElasticsearchConnection connection =
            ElasticsearchConnection.open(server.uri(), Credentials.none())) {
      new Schema(connection.client()).ensure();
      send(broker);
      JobClient job = start(broker, server);
      Counts counts = new Counts(connection.client());
      while (counts.of(VocIndex.FEEDBACK) < FEEDBACK || counts.of(VocIndex.DEAD_LETTERS) < 2) {
        counts.refresh();
      }
      Scrape last = Scrape.of(PORT);
      while (last.sum("flink_jobmanager_job_numberOfCompletedCheckpoints") < 1) {
        last = Scrape.of(PORT);
      }
      scrape = last;
      job.cancel().get(60, TimeUnit.SECONDS);
    }
    Files.writeString(Path.of("target/scrape.txt"), scrape.text());
  }

  @AfterAll
  static void forget() {
    scrape = null;
  }

  @Test
  void everyMetricOfTheListIsThere() {
    assertThat(scrape.names())
        .containsAll(Arrays.stream(JobMetric.values()).map(JobMetric::exportedName).toList());
  }

  @Test
  void theyTellWhatTheJobHasDone() {
    assertThat(sum(JobMetric.RECORDS_READ)).isEqualTo(FEEDBACK + 2);
    assertThat(sum(JobMetric.FEEDBACK_TAKEN_IN, "channel=\"review\"")).isEqualTo(FEEDBACK);
    assertThat(sum(JobMetric.DEAD_LETTERS, "reason=\"record\"")).isEqualTo(1);
    assertThat(sum(JobMetric.DEAD_LETTERS, "reason=\"text\"")).isEqualTo(1);
    assertThat(sum(JobMetric.SCORED)).isGreaterThanOrEqualTo(FEEDBACK);
    assertThat(sum(JobMetric.MENTIONS)).isGreaterThan(FEEDBACK);
    assertThat(sum(JobMetric.INDEXED, "index=\"voc-feedback\"")).isGreaterThanOrEqualTo(FEEDBACK);
    assertThat(sum(JobMetric.INDEXED, "index=\"voc-dead-letters\"")).isEqualTo(2);
    assertThat(scrape.sum(JobMetric.SCORING_TIME.exportedName(), "quantile=\"0.5\""))
        .isBetween(1e-6, 10.0);
    assertThat(scrape.text())
        .contains(JobMetric.NEWEST_INDEXED.exportedName() + "{", "operator_name=\"take in\"")
        .doesNotContain("task_attempt_id");
  }

  @ParameterizedTest
  @ValueSource(strings = {"grafana-dashboard.json", "alerts.yml"})
  void dashboardAndRulesAskForNothingElse(String file) throws IOException {
    Set<String> asked = new TreeSet<>();
    MonitoringFiles.expressions(MONITORING.resolve(file))
        .forEach(expression -> asked.addAll(MonitoringFiles.metrics(expression)));
    asked.remove(MonitoringFiles.OF_PROMETHEUS);
    assertThat(asked).hasSizeGreaterThan(10).isSubsetOf(scrape.names());
  }

  private static double sum(JobMetric metric, String... labels) {
    return scrape.sum(metric.exportedName(), labels);
  }

  private static JobClient start(KafkaBroker broker, EmbeddedElasticsearch server)
      throws Exception {
    Path rules =
        Files.writeString(
            home.resolve("rules.yaml"),
            RULES + "deliver:\n  - file: " + home.resolve("alerts.jsonl") + "\n");
    FeedbackScoringOptions options =
        JobArguments.parse(
            new String[] {
              "--kafka",
              broker.address(),
              "--topics",
              "review=voc.reviews",
              "--pack",
              "cosmetics",
              "--parallelism",
              "2",
              "--rules",
              rules.toString(),
              "--elasticsearch",
              server.uri().toString()
            },
            Map.of("VOC_HASH_KEY", "a key that only tests know"));
    Configuration configuration = FeedbackScoringJob.configuration();
    configuration.setString("execution.checkpointing.interval", "500 ms");
    return FeedbackScoringJob.start(
        StreamExecutionEnvironment.getExecutionEnvironment(configuration), options);
  }

  private static void send(KafkaBroker broker) throws Exception {
    Map<String, Object> settings = Map.of("bootstrap.servers", broker.address());
    try (Admin admin = Admin.create(settings)) {
      admin
          .createTopics(
              List.of(
                  new NewTopic("voc.reviews", Optional.of(2), Optional.empty()),
                  new NewTopic("voc.dead-letters", Optional.of(1), Optional.empty())))
          .all()
          .get();
    }
    try (KafkaProducer<String, String> producer =
        new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
      for (int i = 0; i < FEEDBACK; i++) {
        send(
            producer,
            "{\"id\":\"r%d\",\"brand\":\"青禾\",\"published_at\":\"%s\",\"text\":\"发货很快，包装也很好，第%d次买\"}"
                .formatted(i, Instant.parse("2026-10-01T00:00:00Z").plusSeconds(i), i));
      }
      send(producer, "{\"id\":");
      send(producer, "{\"id\":\"r0\",\"text\":\"\"}");
    }
  }

  private static void send(KafkaProducer<String, String> producer, String json) {
    var unused = producer.send(new ProducerRecord<>("voc.reviews", json.substring(0, 5), json));
  }
}
