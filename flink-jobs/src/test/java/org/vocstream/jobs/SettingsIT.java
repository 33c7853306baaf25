package org.vocstream.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.common.JobStatus;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.runtime.testutils.MiniClusterResourceConfiguration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.vocstream.elasticsearch.Counts;
import org.vocstream.elasticsearch.Credentials;
import org.vocstream.elasticsearch.ElasticsearchConnection;
import org.vocstream.elasticsearch.EmbeddedElasticsearch;
import org.vocstream.elasticsearch.Schema;
import org.vocstream.elasticsearch.ServerOptions;
import org.vocstream.elasticsearch.VocIndex;
import org.vocstream.jobs.kafka.FeedbackTopics;
import org.vocstream.jobs.kafka.KafkaConnection;
import org.vocstream.jobs.kafka.KafkaOptions;
import org.vocstream.jobs.kafka.KafkaProperties;
import org.vocstream.jobs.kafka.KafkaTopics;
import org.vocstream.jobs.settings.Pets;
import org.vocstream.jobs.settings.Setting;
import org.vocstream.jobs.settings.SettingFile;
import org.vocstream.jobs.settings.SettingKind;
import org.vocstream.jobs.settings.SettingMessages;
import org.vocstream.scoring.ScoringOptions;
import org.vocstream.servers.KafkaBroker;

/** Packs and competitor sets change while the job runs, with a real Kafka and Elasticsearch. */
@Timeout(300)
class SettingsIT {
  private static final String TEXT = "臭烘烘的，猫咪倒是很爱吃";

  @RegisterExtension
  static final MiniClusterExtension CLUSTER =
      new MiniClusterExtension(
          new MiniClusterResourceConfiguration.Builder()
              .setNumberTaskManagers(1)
              .setNumberSlotsPerTaskManager(2)
              .build());

  @TempDir static Path home;
  @TempDir Path directory;

  private static KafkaBroker broker;
  private static EmbeddedElasticsearch server;
  private static ElasticsearchConnection connection;
  private static KafkaProducer<byte[], byte[]> producer;

  private JobClient job;
  private int sent;

  @BeforeAll
  static void start() throws Exception {
    broker = KafkaBroker.start(Path.of("../servers/kafka/target/server"), home.resolve("kafka"));
    server =
        EmbeddedElasticsearch.start(
            ServerOptions.of(
                    Path.of("../elasticsearch/embedded/target/server"),
                    home.resolve("elasticsearch"))
                .withPort(0)
                .withJvmOptions("-XX:TieredStopAtLevel=1"),
            System.out::println);
    connection = ElasticsearchConnection.open(server.uri(), Credentials.none());
    new Schema(connection.client()).ensure();
    Map<String, Object> settings = Map.of("bootstrap.servers", broker.address());
    producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    try (Admin admin = Admin.create(settings)) {
      admin
          .createTopics(
              List.of(
                  new NewTopic("reviews", Optional.of(2), Optional.empty()),
                  new NewTopic("dead", Optional.of(1), Optional.empty())))
          .all()
          .get();
    }
  }

  @AfterAll
  static void stop() throws IOException {
    producer.close();
    connection.close();
    server.close();
    broker.close();
  }

  @AfterEach
  void endTheJob() throws Exception {
    if (job != null) {
      job.cancel().get(60, TimeUnit.SECONDS);
    }
  }

  @Test
  void packAndCompetitorSetChangeFromTopicAndFileAndABrokenOneChangesNothing() throws Exception {
    Path file = Files.writeString(directory.resolve("pets.yaml"), Pets.pack("1.0.0"));
    KafkaOptions kafka = kafka();
    job = begin(kafka, file, 1, null);
    assertThat(await("pets@1.0.0")).containsExactly("palatability");

    try (KafkaTopics topics = KafkaTopics.open(kafka.connection())) {
      topics.requireForSettings("settings", true);
    }
    publish(Pets.setting(Pets.packWithOdour("1.1.0")));
    assertThat(await("pets@1.1.0")).containsExactly("odour", "palatability");
    publish(Pets.set(Pets.competitors("1.0.0", "小青")));
    await("+pets-2026@1.0.0");

    publish(Pets.setting("pack: pets\nversion: 1.2.0\n"));
    publish(Pets.setting(Pets.pack("1.1.0")));
    awaitRefusals(2);
    await("pets@1.1.0");
    String savepoint =
        job.stopWithSavepoint(false, directory.toUri().toString(), SavepointFormatType.CANONICAL)
            .get(120, TimeUnit.SECONDS);

    job = begin(kafka, file, 2, savepoint);
    assertThat(scoredBy(send())).as("as it was").contains("pets@1.1.0+", "+pets-2026@1.0.0");
    Path later = Files.writeString(directory.resolve("later"), Pets.packWithOdour("2.0.0"));
    Files.move(later, file, StandardCopyOption.REPLACE_EXISTING);
    await("pets@2.0.0");
    assertThat(job.getJobStatus().get()).isEqualTo(JobStatus.RUNNING);

    Map<String, ObjectNode> refusals = documents(VocIndex.DEAD_LETTERS);
    assertThat(refusals.values())
        .allSatisfy(d -> assertThat(d.path("stage").asText()).isEqualTo("settings"))
        .extracting(d -> d.path("reason").asText())
        .anySatisfy(r -> assertThat(r).startsWith("pets.yaml:"))
        .anySatisfy(r -> assertThat(r).contains("in force as 1.1.0 with another text"));
  }

  private KafkaOptions kafka() {
    return new KafkaOptions(
        new KafkaConnection(
            broker.address(), FeedbackTopics.parse("review=reviews"), KafkaProperties.NONE),
        "settings-it",
        "dead",
        "settings",
        true,
        Duration.ofSeconds(30));
  }

  private static JobClient begin(KafkaOptions kafka, Path pack, int parallelism, String savepoint)
      throws Exception {
    Configuration configuration = FeedbackScoringJob.configuration();
    configuration.setString("execution.checkpointing.interval", "500 ms");
    if (savepoint != null) {
      configuration.setString("execution.state-recovery.path", savepoint);
    }
    return FeedbackScoringJob.start(
        StreamExecutionEnvironment.getExecutionEnvironment(configuration),
        JobOptions.ofKafka(
            server.uri(),
            kafka,
            parallelism,
            pack.toString(),
            List.of(new SettingFile(SettingKind.PACK, pack.toString())),
            ScoringOptions.STANDARD));
  }

  /** Sends a review and returns its id. */
  private String send() throws Exception {
    String id = "r" + sent++;
    produce(
        "reviews",
        id.getBytes(StandardCharsets.UTF_8),
        "{\"id\":\"%s\",\"brand\":\"小青\",\"text\":\"%s\"}"
            .formatted(id, TEXT)
            .getBytes(StandardCharsets.UTF_8));
    return id;
  }

  private static void publish(Setting setting) throws Exception {
    produce("settings", SettingMessages.key(setting), SettingMessages.value(setting));
  }

  private static void produce(String topic, byte[] key, byte[] value) throws Exception {
    producer.send(new ProducerRecord<>(topic, key, value)).get(30, TimeUnit.SECONDS);
  }

  /** Sends reviews until one is scored so, and returns its indicators in order of name. */
  private List<String> await(String scoredBy) throws Exception {
    String id = send();
    while (!scoredBy(id).contains(scoredBy)) {
      id = send();
    }
    String feedback = "default/" + id;
    return documents(VocIndex.MENTIONS).entrySet().stream()
        .filter(m -> m.getKey().startsWith(feedback + "#"))
        .map(m -> m.getValue().path("indicator").asText())
        .sorted()
        .toList();
  }

  /** What scored a feedback, once it is there. */
  private static String scoredBy(String id) throws IOException {
    ObjectNode document = null;
    while (document == null) {
      document = documents(VocIndex.FEEDBACK).get("default/" + id);
    }
    return document.path("scored_by").asText();
  }

  private static void awaitRefusals(int count) throws IOException {
    while (documents(VocIndex.DEAD_LETTERS).size() < count) {
      // Asked again until they have arrived.
    }
  }

  private static Map<String, ObjectNode> documents(VocIndex index) throws IOException {
    new Counts(connection.client()).refresh();
    Map<String, ObjectNode> documents = new TreeMap<>();
    connection
        .client()
        .search(s -> s.index(index.alias()).size(10_000), ObjectNode.class)
        .hits()
        .hits()
        .forEach(hit -> documents.put(hit.id(), hit.source()));
    return documents;
  }
}
