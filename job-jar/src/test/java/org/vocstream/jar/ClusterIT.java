package org.vocstream.jar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.vocstream.elasticsearch.Counts;
import org.vocstream.elasticsearch.Credentials;
import org.vocstream.elasticsearch.ElasticsearchConnection;
import org.vocstream.elasticsearch.EmbeddedElasticsearch;
import org.vocstream.elasticsearch.Schema;
import org.vocstream.elasticsearch.ServerOptions;
import org.vocstream.elasticsearch.VocIndex;
import org.vocstream.servers.FlinkCluster;
import org.vocstream.servers.KafkaBroker;
import org.vocstream.servers.ServerJvm;

/** The job jar on a real cluster, between a real broker and a real Elasticsearch. */
@Timeout(500)
class ClusterIT {
  private static final int FEEDBACK = 4_000;

  /** Holds the logs of all processes; kept where the test fails. */
  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  Path home;

  @Test
  void everyFeedbackStandsThereOnceThoughATaskManagerIsKilled() throws Exception {
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
            ElasticsearchConnection.open(server.uri(), Credentials.none());
        FlinkCluster cluster =
            FlinkCluster.start(
                Path.of("../servers/flink/target/server"),
                home.resolve("flink"),
                2,
                Map.of("VOC_HASH_KEY", "a key that only tests know"))) {
      new Schema(connection.client()).ensure();
      createTopics(broker);
      send(broker, 0, FEEDBACK);
      ServerJvm first = cluster.startTaskManager();
      String job =
          cluster.submit(
              Path.of("target/voc-job.jar"),
              null,
              List.of(
                  "--kafka",
                  broker.address(),
                  "--pack",
                  "cosmetics",
                  "--parallelism",
                  "2",
                  "--elasticsearch",
                  server.uri().toString()));
      Counts counts = new Counts(connection.client());
      await(counts, 500);
      first.kill();
      cluster.startTaskManager();
      await(counts, FEEDBACK);
      send(broker, FEEDBACK - 100, FEEDBACK + 100);
      await(counts, FEEDBACK + 100);

      String savepoint = cluster.stopWithSavepoint(job);
      assertThat(savepoint).contains("savepoint");
      assertThat(cluster.accumulator(job, "records_read")).isEqualTo(FEEDBACK + 200);
      assertThat(cluster.accumulator(job, "feedback_standing")).isEqualTo(FEEDBACK + 100);
      assertThat(cluster.accumulator(job, "feedback_replaced")).isEqualTo(100);
      counts.refresh();
      assertThat(counts.of(VocIndex.FEEDBACK)).isEqualTo(FEEDBACK + 100);
      assertThat(counts.of(VocIndex.DEAD_LETTERS)).isZero();
    }
  }

  private static void await(Counts counts, long atLeast) throws IOException {
    long held = 0;
    while (held < atLeast) {
      counts.refresh();
      held = counts.of(VocIndex.FEEDBACK);
    }
  }

  private static void createTopics(KafkaBroker broker) throws Exception {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.address()))) {
      admin
          .createTopics(
              List.of(
                  new NewTopic("voc.reviews", Optional.of(4), Optional.empty()),
                  new NewTopic("voc.dead-letters", Optional.of(1), Optional.empty())))
          .all()
          .get();
    }
  }

  private static void send(KafkaBroker broker, int from, int to) {
    try (KafkaProducer<String, String> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", broker.address()),
            new StringSerializer(),
            new StringSerializer())) {
      for (int i = from; i < to; i++) {
        String review =
            "{\"id\":\"r%d\",\"brand\":\"青禾\",\"published_at\":\"2026-10-%02dT09:00:00Z\",\"text\":\"发货很快，包装也很好，第%d次买\"}"
                .formatted(i, 1 + i % 20, i);
        var unused = producer.send(new ProducerRecord<>("voc.reviews", "default/r" + i, review));
      }
    }
  }
}
