package org.vocstream.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.vocstream.cli.VocProcess.Result;
import org.vocstream.servers.KafkaBroker;

/**
 * Sending feedback to Kafka and reading it there, as a user does: processes, exit codes, output.
 */
@Timeout(300)
class ProduceIT {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir static Path home;
  @TempDir Path work;

  private static KafkaBroker broker;
  private VocProcess voc;
  private String topics;
  private String reviews;

  @BeforeAll
  static void start() throws Exception {
    broker =
        KafkaBroker.start(
            VocProcess.HOME.resolve("servers/kafka/target/server"), home.resolve("kafka"));
  }

  @AfterAll
  static void stop() {
    broker.close();
  }

  @BeforeEach
  void inAFreshWorkDirectoryWithTopicsOfItsOwn(TestInfo test) {
    voc = new VocProcess(work);
    String own = test.getTestMethod().orElseThrow().getName();
    reviews = own + ".reviews";
    topics = "review=" + reviews + ",call=" + own + ".calls,chat=" + own + ".calls";
  }

  @Test
  void recordsGoToTheTopicOfTheirChannelAndWhatCannotBeReadIsToldAndNotSent() throws Exception {
    Path csv = work.resolve("orders.csv");
    Files.writeString(
        csv,
        """
        no,when,comment,shop,platform
        1,2026/10/05 09:00,发货很快,tmall,weibo
        2,2026/10/06 10:30,电话13812345678,tmall,review
        3,,,tmall,review
        1,2026/10/07 11:00,追加：包装破了,tmall,review
        """);
    Path calls = work.resolve("more.jsonl");
    Files.writeString(
        calls,
        "{\"id\":\"c1\",\"channel\":\"chat\",\"text\":\"在吗\"}\n{\"id\":\n"
            + "{\"id\":\"p1\",\"channel\":\"social\",\"text\":\"不错\"}\n");
    Result sent =
        produce(
            "--create-topics",
            "--input",
            csv.toString(),
            "--input",
            calls.toString(),
            "--map",
            "id=no,published_at=when,text=comment,source=shop,channel=platform",
            "--channel",
            "review",
            "--brand",
            "青禾",
            "--zone",
            "Asia/Shanghai",
            "--date-format",
            "yyyy/MM/dd HH:mm");
    assertThat(sent.exitCode()).as(sent.err()).isEqualTo(1);
    assertThat(sent.err())
        .contains("orders.csv:4: text is missing or empty")
        .contains("more.jsonl:2: not JSON")
        .contains("more.jsonl:3: channel social has no topic; give it one with --topics")
        .contains("read 7 records")
        .contains("= sent 4 + not sent 3");

    List<ConsumerRecord<String, String>> messages = messages(reviews, 3);
    assertThat(messages).extracting(ConsumerRecord::key).containsOnly("tmall/1", "tmall/2");
    List<ConsumerRecord<String, String>> versions =
        messages.stream().filter(m -> m.key().equals("tmall/1")).toList();
    assertThat(versions).extracting(ConsumerRecord::partition).containsOnly(partition(versions));
    JsonNode first = JSON.readTree(versions.get(0).value());
    assertThat(first.path("text").asText()).isEqualTo("发货很快");
    assertThat(first.path("published_at").asText()).isEqualTo("2026-10-05T01:00:00Z");
    assertThat(first.path("brand").asText()).isEqualTo("青禾");
    assertThat(first.path("channel").asText()).isEqualTo("weibo");
    assertThat(JSON.readTree(versions.get(1).value()).path("text").asText()).isEqualTo("追加：包装破了");
    assertThat(messages(reviews.replace("reviews", "calls"), 1).get(0).value())
        .contains("\"channel\":\"chat\"");
  }

  @Test
  void sendingThatIsStoppedGoesOnWhereItWasAndIsIndexedOnce() throws Exception {
    Path feed = Files.createDirectory(work.resolve("feed"));
    Files.write(feed.resolve("a.jsonl"), lines(0, 600));
    Files.write(feed.resolve("b.jsonl"), lines(600, 900));
    Path state = work.resolve("feed.sent");
    String[] command = {
      "--create-topics", "--input", feed.toString(), "--resume", state.toString()
    };
    Process slow =
        voc.start(
            work.resolve("out.txt"),
            work.resolve("err.txt"),
            arguments(List.of(command), List.of("--rate", "100")));
    while (count(reviews) < 100) {
      // Asked again until some of it is there.
    }
    slow.destroy();
    assertThat(slow.waitFor(1, TimeUnit.MINUTES)).isTrue();
    String told = Files.readString(work.resolve("err.txt"));
    assertThat(told).contains("stopped before the end");
    long before = count(reviews);
    assertThat(before).isGreaterThanOrEqualTo(100).isLessThan(900);
    assertThat(Files.readString(state)).contains("a.jsonl\":" + before);

    Result rest = produce(command);
    assertThat(rest.exitCode()).as(rest.err()).isZero();
    assertThat(rest.err()).contains(before + " before them were sent by an earlier run");
    List<ConsumerRecord<String, String>> messages = messages(reviews, 900);
    assertThat(messages).hasSize(900);
    assertThat(messages.stream().map(ConsumerRecord::key).collect(Collectors.toSet())).hasSize(900);
    assertThat(produce(command).err()).contains("read 0 records");

    Result run =
        voc.run(
            "run",
            "--once",
            "--pack",
            "cosmetics",
            "--kafka",
            broker.address(),
            "--topics",
            topics,
            "--group",
            reviews);
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out())
        .contains("read 900 records")
        .contains("= indexed 900 + dead letters 0")
        .contains("Elasticsearch counts 900 feedback");
  }

  @Test
  void whatIsWrongIsSaidBeforeAnythingIsSent() throws Exception {
    Path file = Files.write(work.resolve("a.jsonl"), lines(0, 1));
    assertThat(produce("--input", file.toString()))
        .satisfies(
            r -> {
              assertThat(r.exitCode()).isEqualTo(1);
              assertThat(r.err())
                  .contains("has no topic")
                  .contains(reviews)
                  .contains("produce with --create-topics");
            });
    Result noKafka = voc.run("produce", "--input", file.toString());
    assertThat(noKafka.exitCode()).isEqualTo(2);
    assertThat(noKafka.err()).contains("voc: --kafka HOST:PORT is missing");
    Result both =
        voc.run(
            "run", "--pack", "cosmetics", "--kafka", broker.address(), "--input", file.toString());
    assertThat(both.exitCode()).isEqualTo(2);
    assertThat(both.err()).contains("--input is for files and --kafka for topics");
  }

  private Result produce(String... more) throws IOException, InterruptedException {
    return voc.run(arguments(List.of(more), List.of()));
  }

  private String[] arguments(List<String> some, List<String> more) {
    List<String> all =
        new ArrayList<>(List.of("produce", "--kafka", broker.address(), "--topics", topics));
    all.addAll(some);
    all.addAll(more);
    return all.toArray(String[]::new);
  }

  private static List<String> lines(int from, int to) {
    return IntStream.range(from, to)
        .mapToObj(
            i ->
                "{\"id\":\"r%d\",\"channel\":\"review\",\"brand\":\"青禾\",\"published_at\":\"2026-10-05T09:00:00Z\",\"text\":\"发货很快\"}"
                    .formatted(i))
        .toList();
  }

  private static int partition(List<ConsumerRecord<String, String>> versions) {
    return versions.get(0).partition();
  }

  private static long count(String topic) {
    try (KafkaConsumer<String, String> consumer = consumer()) {
      return consumer.endOffsets(partitions(consumer, topic)).values().stream()
          .mapToLong(offset -> offset)
          .sum();
    }
  }

  private static List<ConsumerRecord<String, String>> messages(String topic, int count) {
    List<ConsumerRecord<String, String>> messages = new ArrayList<>();
    try (KafkaConsumer<String, String> consumer = consumer()) {
      List<TopicPartition> partitions = partitions(consumer, topic);
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      while (messages.size() < count) {
        consumer.poll(Duration.ofSeconds(1)).forEach(messages::add);
      }
    }
    return messages;
  }

  private static List<TopicPartition> partitions(
      KafkaConsumer<String, String> consumer, String topic) {
    return consumer.listTopics().getOrDefault(topic, List.of()).stream()
        .map(p -> new TopicPartition(p.topic(), p.partition()))
        .toList();
  }

  private static KafkaConsumer<String, String> consumer() {
    return new KafkaConsumer<>(
        Map.of("bootstrap.servers", broker.address()),
        new StringDeserializer(),
        new StringDeserializer());
  }
}
