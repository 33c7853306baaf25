package org.vocstream.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch.core.search.Hit;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.runtime.testutils.MiniClusterResourceConfiguration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.vocstream.elasticsearch.CellCheck;
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
import org.vocstream.jobs.kafka.KafkaUnavailable;
import org.vocstream.scoring.ScoringOptions;
import org.vocstream.servers.KafkaBroker;
import org.vocstream.servers.Until;

@Timeout(300)
class KafkaIT {
  @RegisterExtension
  static final MiniClusterExtension CLUSTER =
      new MiniClusterExtension(
          new MiniClusterResourceConfiguration.Builder()
              .setNumberTaskManagers(1)
              .setNumberSlotsPerTaskManager(2)
              .build());

  @TempDir static Path home;
  @TempDir Path savepoints;

  private static KafkaBroker broker;
  private static EmbeddedElasticsearch server;
  private static ElasticsearchConnection connection;
  private static KafkaProducer<byte[], byte[]> producer;
  private static Admin admin;

  private final List<JobClient> jobs = new ArrayList<>();

  /** Each test has topics and a group of its own. */
  private String own;

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
    Map<String, Object> settings = Map.of("bootstrap.servers", broker.address());
    producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    admin = Admin.create(settings);
  }

  @AfterAll
  static void stop() throws IOException {
    producer.close();
    admin.close();
    connection.close();
    server.close();
    broker.close();
  }

  @BeforeEach
  void beginWithAnEmptyIndex(TestInfo test) throws Exception {
    own = test.getTestMethod().orElseThrow().getName();
    admin
        .createTopics(
            List.of(topic("reviews", 3), topic("social", 2), topic("calls", 1), topic("dead", 1)))
        .all()
        .get();
    List<String> indices =
        List.copyOf(client().indices().get(g -> g.index("voc-*")).result().keySet());
    if (!indices.isEmpty()) {
      client().indices().delete(d -> d.index(indices));
    }
    new Schema(client()).ensure();
  }

  @AfterEach
  void endTheJobs() throws Exception {
    for (JobClient job : jobs) {
      if (!job.getJobExecutionResult().isDone()) {
        job.cancel().get(60, TimeUnit.SECONDS);
      }
    }
  }

  private NewTopic topic(String name, int partitions) {
    return new NewTopic(own + "." + name, Optional.of(partitions), Optional.empty());
  }

  @Test
  void everyMessageCountsOnceOverASavepointAndAnotherParallelism() throws Exception {
    for (int i = 0; i < 300; i++) {
      send("reviews", "r" + i, review("r" + i, "发货很快，包装也很好", 5 + i % 9));
    }
    send("social", "p1", "{\"id\":\"p1\",\"brand\":\"青禾\",\"text\":\"客服态度很差\"}");
    send(
        "calls",
        "c1",
        "{\"id\":\"c1\",\"turns\":[{\"speaker\":\"customer\",\"text\":\"快递三天没到\"}]}");
    send("calls", "c2", "{\"id\":\"c2\",\"channel\":\"chat\",\"text\":\"在吗\"}");
    JobClient first = begin(kafka(true, 30), 1, null);
    awaitCount(VocIndex.FEEDBACK, 303);
    String savepoint = stopWithSavepoint(first);

    for (int i = 250; i < 400; i++) {
      send("reviews", "r" + i, review("r" + i, "气味太刺鼻了", 5 + i % 9));
    }
    send("reviews", "r0", "{\"id\":\"r0\",\"deleted\":true}");
    JobClient second = begin(kafka(true, 30), 2, savepoint);
    awaitCount(VocIndex.FEEDBACK, 402);
    awaitGone("default/r0");
    stopWithSavepoint(second);

    RunCounts counts =
        RunCounts.of(second.getJobExecutionResult().get().getAllAccumulatorResults());
    assertThat(counts.read()).isEqualTo(300 + 3 + 150 + 1);
    assertThat(counts.standing()).isEqualTo(402);
    assertThat(counts.replaced()).isEqualTo(50);
    assertThat(counts.withdrawn()).isEqualTo(1);
    assertThat(counts.late()).isZero();
    Map<String, ObjectNode> feedback = documents(VocIndex.FEEDBACK);
    assertThat(feedback.get("default/p1").path("channel").asText()).isEqualTo("social");
    assertThat(feedback.get("default/c1").path("channel").asText()).isEqualTo("call");
    assertThat(feedback.get("default/c2").path("channel").asText()).isEqualTo("chat");
    assertThat(feedback.get("default/r260").path("text").asText()).isEqualTo("气味太刺鼻了");
  }

  @Test
  void aMessageThatCannotBeReadIsADeadLetterInIndexAndTopicAndTheRestGoesOn() throws Exception {
    send("reviews", "a", review("r1", "包装破了", 5));
    send("reviews", "a", "{\"id\":\"r2\",\"channel\":\"review\",\"text\":\"电话13812345678\"");
    send("reviews", "a", (byte[]) null);
    send("reviews", "a", new byte[] {'{', (byte) 0xC3, '}'});
    send("reviews", "a", review("r3", "发货很快", 5));
    JobClient job = begin(kafka(false, 30), 2, null);
    RunCounts counts = RunCounts.of(job.getJobExecutionResult().get().getAllAccumulatorResults());

    assertThat(counts.read()).isEqualTo(5);
    assertThat(counts.refused()).isEqualTo(3);
    assertThat(documents(VocIndex.FEEDBACK)).containsOnlyKeys("default/r1", "default/r3");
    Map<String, String> inIndex = new TreeMap<>();
    documents(VocIndex.DEAD_LETTERS)
        .values()
        .forEach(d -> inIndex.put(d.path("origin").asText(), d.path("reason").asText()));
    assertThat(inIndex.keySet())
        .allMatch(origin -> origin.startsWith(own + ".reviews/"))
        .extracting(origin -> origin.substring(origin.lastIndexOf('/')))
        .containsExactly("/1", "/2", "/3");
    assertThat(inIndex.values().toString())
        .contains("not JSON")
        .contains("the message has no value; to take a feedback back send")
        .contains("not valid UTF-8 at byte 2");

    Map<String, String> inTopic = new TreeMap<>();
    for (ConsumerRecord<byte[], byte[]> letter : messages("dead", 3)) {
      String value = new String(letter.value(), StandardCharsets.UTF_8);
      assertThat(value).contains("\"stage\":\"envelope\"").doesNotContain("13812345678");
      inTopic.put(new String(letter.key(), StandardCharsets.UTF_8), value);
    }
    assertThat(inTopic.keySet()).isEqualTo(inIndex.keySet());
  }

  @Test
  void aJobWithoutASavepointGoesOnWhereItsGroupIs() throws Exception {
    send("reviews", "r1", review("r1", "发货很快", 5));
    assertThat(toEnd().read()).isEqualTo(1);
    // Flink asks for the last commit of a run and does not wait for it: a slow machine may lose it.
    long again = toEnd().read();
    for (int run = 0; again > 0 && run < 5; run++) {
      again = toEnd().read();
    }
    assertThat(again).as("read again").isZero();
    send("reviews", "r2", review("r2", "发货很快", 5));
    assertThat(toEnd().read()).isEqualTo(1);
    assertThat(documents(VocIndex.FEEDBACK)).hasSize(2);
  }

  /** What comes after a pause longer than it takes an input to be idle. */
  @Test
  void aQuietHourClosesNoDay() throws Exception {
    begin(kafka(true, 1), 2, null);
    for (int i = 0; i < 3; i++) {
      send("reviews", "r" + i, review("r" + i, "包装破了", 5));
      awaitCount(VocIndex.FEEDBACK, i + 1);
      // They are written a second and more behind the feedback: meanwhile its topic is idle.
      awaitTrueCells();
    }
    assertThat(documents(VocIndex.LATE)).isEmpty();
  }

  /** A job that is resumed has no watermark yet, and the day is closed all the same. */
  @Test
  void whatComesTooLateDoesSoOverASavepoint() throws Exception {
    JobClient first = begin(kafka(true, 30), 1, null);
    for (int i = 0; i < 20; i++) {
      send("reviews", "a" + i, review("a" + i, "包装破了", 5));
      send("reviews", "b" + i, review("b" + i, "包装破了", 20));
    }
    awaitCount(VocIndex.FEEDBACK, 40);
    awaitTrueCells();
    for (int i = 0; documents(VocIndex.LATE).isEmpty(); i++) {
      send("reviews", "late" + i, review("late" + i, "包装破了", 5));
    }
    String savepoint = stopWithSavepoint(first);
    Map<String, ObjectNode> cells = documents(VocIndex.SCORES);
    send("reviews", "last", review("last", "包装破了", 5));
    JobClient second = begin(kafka(true, 30), 2, savepoint);
    while (!documents(VocIndex.LATE).toString().contains("default/last")) {
      // Asked again until it has arrived.
    }
    stopWithSavepoint(second);
    assertThat(documents(VocIndex.SCORES)).isEqualTo(cells);
  }

  @Test
  void whatHasNoDateIsCountedWithoutAnythingDatedBesideIt() throws Exception {
    begin(kafka(true, 1), 2, null);
    send("social", "p1", "{\"id\":\"p1\",\"brand\":\"青禾\",\"text\":\"客服态度很差\"}");
    awaitCount(VocIndex.FEEDBACK, 1);
    awaitTrueCells();
  }

  private void awaitTrueCells() throws InterruptedException {
    Until.holds(
        "the cells are those of the mentions",
        Duration.ofMinutes(2),
        () -> new CellCheck(client(), ZoneOffset.UTC).compare(read -> {}).differences().isEmpty());
  }

  @Test
  void daysAreCountedThoughPartitionsAreEmptyOrHoldNothingDated() throws Exception {
    send("social", "p1", "{\"id\":\"p1\",\"brand\":\"青禾\",\"text\":\"没有日期\"}");
    for (int i = 0; i < 20; i++) {
      send("reviews", "one-partition", review("r" + i, "包装破了", 5));
    }
    begin(kafka(true, 2), 2, null);
    awaitCount(VocIndex.SCORES, 1);
  }

  @Test
  void aPartitionThatIsBehindIsWaitedFor() throws Exception {
    for (int i = 0; i < 2_000; i++) {
      // Partition 0 holds one late day, partition 1 a month that leads there.
      sendTo(0, review("ahead" + i, "发货快", 31));
      sendTo(1, review("behind" + i, "发货快", 1 + i * 31 / 2_000));
    }
    JobClient job = begin(kafka(true, 60), 1, null);
    awaitCount(VocIndex.FEEDBACK, 4_000);
    stopWithSavepoint(job);
    RunCounts counts = RunCounts.of(job.getJobExecutionResult().get().getAllAccumulatorResults());
    assertThat(counts.late()).isZero();
  }

  @Test
  void aKafkaThatCannotBeReadIsSaidBeforeTheJobStarts() {
    KafkaOptions nobody = kafka("127.0.0.1:9", own + ".reviews", own + ".dead");
    assertThatThrownBy(() -> begin(nobody, 1, null))
        .isInstanceOf(KafkaUnavailable.class)
        .hasMessageStartingWith("Kafka at 127.0.0.1:9 has not answered for 15 s");
    KafkaOptions mistyped = kafka(broker.address(), own + ".review", own + ".dead");
    assertThatThrownBy(() -> begin(mistyped, 1, null))
        .hasMessageContaining("has no topic " + own + ".review (did you mean");
    KafkaOptions deaf = kafka(broker.address(), own + ".reviews", "nowhere");
    assertThatThrownBy(() -> begin(deaf, 1, null))
        .hasMessageContaining("has no topic nowhere for dead letters; create it");
  }

  private RunCounts toEnd() throws Exception {
    return RunCounts.of(
        begin(kafka(false, 30), 2, null).getJobExecutionResult().get().getAllAccumulatorResults());
  }

  /** A savepoint that meets a bounded source at its very end is declined, so it is asked again. */
  private String stopWithSavepoint(JobClient job) throws Exception {
    ExecutionException declined = null;
    for (int attempt = 0; attempt < 3; attempt++) {
      try {
        return job.stopWithSavepoint(
                false, savepoints.toUri().toString(), SavepointFormatType.CANONICAL)
            .get(120, TimeUnit.SECONDS);
      } catch (ExecutionException e) {
        declined = e;
      }
    }
    throw declined;
  }

  private KafkaOptions kafka(boolean endless, int idleSeconds) {
    return new KafkaOptions(
        new KafkaConnection(
            broker.address(),
            FeedbackTopics.parse(
                "review=%1$s.reviews,social=%1$s.social,call=%1$s.calls,survey=%1$s.not-yet"
                    .formatted(own)),
            KafkaProperties.NONE),
        own,
        own + ".dead",
        own + ".settings",
        endless,
        Duration.ofSeconds(idleSeconds));
  }

  private static KafkaOptions kafka(String brokers, String topic, String deadLetters) {
    return new KafkaOptions(
        new KafkaConnection(brokers, FeedbackTopics.parse("review=" + topic), KafkaProperties.NONE),
        "any",
        deadLetters,
        KafkaOptions.SETTINGS,
        true,
        Duration.ofSeconds(30));
  }

  private JobClient begin(KafkaOptions kafka, int parallelism, String savepoint) throws Exception {
    Configuration configuration = FeedbackScoringJob.configuration();
    configuration.setString("execution.checkpointing.interval", "500 ms");
    if (savepoint != null) {
      configuration.setString("execution.state-recovery.path", savepoint);
    }
    JobClient job =
        FeedbackScoringJob.start(
            StreamExecutionEnvironment.getExecutionEnvironment(configuration),
            JobOptions.ofKafka(server.uri(), kafka, parallelism, ScoringOptions.STANDARD));
    jobs.add(job);
    return job;
  }

  private void send(String topic, String key, String value) throws Exception {
    send(topic, key, value.getBytes(StandardCharsets.UTF_8));
  }

  private void send(String topic, String key, byte[] value) throws Exception {
    producer
        .send(new ProducerRecord<>(own + "." + topic, key.getBytes(StandardCharsets.UTF_8), value))
        .get(30, TimeUnit.SECONDS);
  }

  private void sendTo(int partition, String value) {
    var unused =
        producer.send(
            new ProducerRecord<>(
                own + ".reviews", partition, null, value.getBytes(StandardCharsets.UTF_8)));
  }

  private List<ConsumerRecord<byte[], byte[]>> messages(String topic, int count) {
    Map<String, Object> settings = new HashMap<>();
    settings.put("bootstrap.servers", broker.address());
    TopicPartition partition = new TopicPartition(own + "." + topic, 0);
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      consumer.assign(List.of(partition));
      consumer.seekToBeginning(List.of(partition));
      List<ConsumerRecord<byte[], byte[]>> read = new ArrayList<>();
      while (read.size() < count) {
        read.addAll(consumer.poll(Duration.ofSeconds(1)).records(partition));
      }
      return read;
    }
  }

  private static String review(String id, String text, int day) {
    return "{\"id\":\"%s\",\"channel\":\"review\",\"brand\":\"青禾\",\"published_at\":\"2026-10-%02dT09:00:00Z\",\"text\":\"%s\"}"
        .formatted(id, day, text);
  }

  private static ElasticsearchClient client() {
    return connection.client();
  }

  private static void awaitCount(VocIndex index, long atLeast) throws IOException {
    Counts counts = new Counts(client());
    long held = 0;
    while (held < atLeast) {
      counts.refresh();
      held = counts.of(index);
    }
  }

  private static void awaitGone(String key) throws IOException {
    while (documents(VocIndex.FEEDBACK).containsKey(key)) {
      // Asked again until the withdrawal has arrived.
    }
  }

  private static Map<String, ObjectNode> documents(VocIndex index) throws IOException {
    new Counts(client()).refresh();
    Map<String, ObjectNode> documents = new TreeMap<>();
    for (Hit<ObjectNode> hit :
        client().search(s -> s.index(index.alias()).size(10_000), ObjectNode.class).hits().hits()) {
      documents.put(hit.id(), hit.source());
    }
    return documents;
  }
}
