package org.vocstream.jar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.vocstream.elasticsearch.VocIndex;
import org.vocstream.servers.FlinkCluster;
import org.vocstream.servers.LocalCluster;
import org.vocstream.servers.MadeUpMessages;
import org.vocstream.servers.ObjectStore;
import org.vocstream.servers.Submission;
import org.vocstream.servers.Until;

/**
 * A cluster without a disk of its own: models and pack are read from an object store, checkpoints
 * and savepoints are written there, and a savepoint from there is resumed.
 */
@Timeout(900)
@EnabledIfSystemProperty(named = "long.checks", matches = "true")
class ObjectStoreIT {
  private static final Path JAR = Path.of("target/voc-job.jar");
  private static final Path MODELS = Path.of("../models");
  private static final int MESSAGES = 300;
  private static final Duration INDEXED = Duration.ofMinutes(3);

  /** Holds the logs of all processes; kept where the test fails. */
  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  Path home;

  @Test
  void modelsPackCheckpointsAndSavepointsStandInAnObjectStore() throws Exception {
    try (ObjectStore store =
            ObjectStore.start(Path.of("../servers/s3/target"), home.resolve("s3"));
        LocalCluster servers = LocalCluster.start(Path.of(".."), home);
        Feed feed =
            new Feed(servers.broker().address(), "voc.reviews", new MadeUpMessages(MESSAGES))) {
      putModels(store);
      store.put("packs/commerce.yaml", MODELS.resolve("packs/commerce.yaml"));
      servers.createTopic("voc.reviews", 2);
      servers.createTopic("voc.dead-letters", 1);
      FlinkCluster flink = servers.startFlink(store);
      flink.startTaskManager();

      feed.sendUpTo(MESSAGES / 2);
      String first = flink.rest().submit(JAR, submission(servers));
      flink.rest().awaitRunning(first);
      Until.holds("half is indexed", INDEXED, () -> isIndexed(servers, feed));
      flink.rest().awaitCheckpoint(first);
      assertThat(store.list("checkpoints/")).contains("<Key>checkpoints/" + first);

      String savepoint = flink.rest().stopWithSavepoint(first);
      assertThat(savepoint).startsWith(ObjectStore.uri("savepoints/"));
      feed.sendUpTo(MESSAGES);
      String second = flink.rest().submit(JAR, submission(servers).from(savepoint));
      flink.rest().awaitRunning(second);
      Until.holds("all is indexed", INDEXED, () -> isIndexed(servers, feed));
      assertThat(servers.count(VocIndex.DEAD_LETTERS)).isEqualTo(feed.broken());
      assertThat(servers.count(VocIndex.MENTIONS)).isPositive();
    }
  }

  private static void putModels(ObjectStore store) throws IOException, InterruptedException {
    List<Path> files;
    try (Stream<Path> all = Files.list(MODELS.resolve("trained"))) {
      // The encoders serve effort deep alone.
      files = all.filter(file -> !file.getFileName().toString().startsWith("encoder-")).toList();
    }
    for (Path file : files) {
      store.put("models/" + file.getFileName(), file);
    }
  }

  private static boolean isIndexed(LocalCluster servers, Feed feed) throws IOException {
    return servers.count(VocIndex.FEEDBACK) == feed.standing();
  }

  private static Submission submission(LocalCluster servers) {
    return Submission.of(
        List.of(
            "--kafka",
            servers.broker().address(),
            "--elasticsearch",
            servers.elasticsearch().toString(),
            "--models",
            ObjectStore.uri("models"),
            "--pack",
            ObjectStore.uri("packs/commerce.yaml"),
            "--parallelism",
            "2"));
  }
}
