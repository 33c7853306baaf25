package org.vocstream.jar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.vocstream.elasticsearch.CellCheck;
import org.vocstream.elasticsearch.VocIndex;
import org.vocstream.servers.FlinkCluster;
import org.vocstream.servers.FlinkRest;
import org.vocstream.servers.LocalCluster;
import org.vocstream.servers.MadeUpMessages;
import org.vocstream.servers.Recovery;
import org.vocstream.servers.ServerJvm;
import org.vocstream.servers.Submission;
import org.vocstream.servers.Until;

/**
 * The job jar on a real cluster with high availability, between a real broker and a real
 * Elasticsearch, while one after the other of these is killed: what stands in the index at the end
 * is what a run without faults writes, and no secret stands where nobody may see it.
 *
 * <p>A few thousand messages, or as many as {@code -Dcluster.records} says.
 */
@Timeout(3600)
@EnabledIfSystemProperty(named = "long.checks", matches = "true")
class ClusterIT {
  private static final Path JAR = Path.of("target/voc-job.jar");
  private static final int MESSAGES = Integer.getInteger("cluster.records", 3_000);
  private static final int DAYS = 20;
  private static final Duration LIMIT = Duration.ofMinutes(40);

  /** Holds the logs of all processes; kept where the test fails. */
  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  Path home;

  private LocalCluster servers;
  private FlinkRest rest;
  private Feed feed;
  private final List<Recovery> recoveries = new ArrayList<>();

  @Test
  void whateverIsKilledTheIndexIsThatOfARunWithoutFaults() throws Exception {
    try (LocalCluster local = LocalCluster.start(Path.of(".."), home);
        Feed messages =
            new Feed(
                local.broker().address(), "voc.reviews", new MadeUpMessages(MESSAGES / DAYS))) {
      servers = local;
      feed = messages;
      servers.createTopic("voc.reviews", 4);
      servers.createTopic("voc.dead-letters", 1);
      FlinkCluster flink = servers.startHighlyAvailableFlink();
      rest = flink.rest();
      IndexContents despiteFaults = runWithFaults(flink);
      assertThat(feed.sent()).isEqualTo(MESSAGES);
      assertThat(despiteFaults.of(VocIndex.FEEDBACK)).hasSize(feed.standing());
      assertThat(despiteFaults.of(VocIndex.DEAD_LETTERS)).hasSize(feed.broken());
      assertThat(despiteFaults.of(VocIndex.LATE)).isEmpty();
      assertThat(differences()).isEmpty();

      IndexContents.delete(servers.connection());
      rest.awaitFinished(submit(null, "--group", "undisturbed", "--once", "true"), LIMIT);
      IndexContents undisturbed = IndexContents.of(servers.connection());
      for (VocIndex kind : undisturbed.documents().keySet()) {
        assertThat(despiteFaults.of(kind)).as(kind.alias()).isEqualTo(undisturbed.of(kind));
      }
    }
    tell();
  }

  private IndexContents runWithFaults(FlinkCluster flink) throws Exception {
    ServerJvm first = flink.startTaskManager();
    flink.startTaskManager();
    String job = submit(null, "--parallelism", "2");
    int stage = MESSAGES / 5;
    int part = MESSAGES / 20;

    comesIn(job, stage);
    recoveries.add(
        Recovery.ofJob(
            "TaskManager killed",
            rest,
            job,
            this::written,
            () -> {
              first.kill();
              feed.sendUpTo(stage - part);
            },
            () -> feed.sendUpTo(stage)));
    flink.startTaskManager();

    comesIn(job, 2 * stage);
    recoveries.add(
        Recovery.ofIndex(
            "Elasticsearch killed and started again",
            this::written,
            () -> {
              servers.killElasticsearch();
              feed.sendUpTo(2 * stage - part);
              servers.restartElasticsearch();
            },
            () -> feed.sendUpTo(2 * stage)));

    comesIn(job, 3 * stage);
    recoveries.add(
        Recovery.ofJob(
            "JobManager killed and started again",
            rest,
            job,
            this::written,
            () -> {
              flink.jobManager().kill();
              feed.sendUpTo(3 * stage - part);
              flink.restartJobManager();
            },
            () -> feed.sendUpTo(3 * stage)));

    comesIn(job, 4 * stage);
    String savepoint = rest.stopWithSavepoint(job);
    feed.sendUpTo(MESSAGES);
    String resumed = submit(savepoint, "--parallelism", "3");
    Until.holds(
        "all messages are counted",
        LIMIT,
        () -> rest.accumulator(resumed, "records_read") >= MESSAGES);
    // Cells are handed on once a second.
    Until.holds("the cells are those of the mentions", LIMIT, () -> differences().isEmpty());
    assertThat(SecretsSeen.onPages(rest, resumed)).isEmpty();
    // High availability keeps the job, and the job its key: there the search must find it.
    assertThat(SecretsSeen.inFiles(home.resolve("high-availability"))).isNotEmpty();
    rest.stopWithSavepoint(resumed);
    // Logs, checkpoints and savepoints.
    assertThat(SecretsSeen.inFiles(home.resolve("flink-0"))).isEmpty();
    assertThat(rest.accumulator(resumed, "records_read")).isEqualTo(MESSAGES);
    assertThat(rest.accumulator(resumed, "feedback_standing")).isEqualTo(feed.standing());
    return IndexContents.of(servers.connection());
  }

  /**
   * Sends some of the messages up to this number and waits until a part of them is in the index and
   * in a checkpoint: the rest comes when the fault has struck.
   */
  private void comesIn(String job, int upTo) throws IOException, InterruptedException {
    long before = written();
    feed.sendUpTo(upTo - MESSAGES / 10);
    long enough = before + (feed.standing() - before) / 4;
    Until.holds("more feedback is in the index", LIMIT, () -> written() > enough);
    rest.awaitCheckpoint(job);
  }

  private List<CellCheck.Difference> differences() throws IOException {
    return new CellCheck(servers.connection().client(), ZoneOffset.UTC)
        .compare(read -> {})
        .differences();
  }

  private long written() throws IOException {
    return servers.count(VocIndex.FEEDBACK);
  }

  private String submit(String savepoint, String... arguments) throws Exception {
    Path properties =
        Files.writeString(
            home.resolve("kafka.properties"),
            """
            security.protocol=PLAINTEXT
            sasl.mechanism=PLAIN
            sasl.jaas.config=org.apache.kafka.common.security.plain.PlainLoginModule required \
              username="job" password="${env:VOC_KAFKA_PASSWORD}";
            """);
    List<String> all =
        new ArrayList<>(
            List.of(
                "--kafka",
                servers.broker().address(),
                "--kafka-properties",
                properties.toString(),
                "--pack",
                "cosmetics",
                "--elasticsearch",
                servers.elasticsearch().toString()));
    all.addAll(List.of(arguments));
    String job = rest.submit(JAR, Submission.of(all).from(savepoint));
    rest.awaitRunning(job);
    return job;
  }

  private void tell() throws IOException {
    String told = recoveries.stream().map(Recovery::toString).collect(Collectors.joining("\n"));
    System.out.println(told);
    Files.writeString(Path.of("target/recovery.txt"), told + "\n");
  }
}
