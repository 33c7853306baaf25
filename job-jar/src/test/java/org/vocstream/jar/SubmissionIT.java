package org.vocstream.jar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.vocstream.elasticsearch.Generation;
import org.vocstream.elasticsearch.Generations;
import org.vocstream.elasticsearch.VocIndex;
import org.vocstream.servers.FlinkCluster;
import org.vocstream.servers.LocalCluster;
import org.vocstream.servers.MadeUpMessages;
import org.vocstream.servers.Submission;

/**
 * The ways in which clusters start jobs: a cluster for one job, whose JobManager runs the main with
 * the jar in {@code usrlib} (containers and the Kubernetes operator do that), and REST.
 */
@Timeout(900)
class SubmissionIT {
  private static final Path JAR = Path.of("target/voc-job.jar");
  private static final int MESSAGES = 300;

  /** Holds the logs of all processes; kept where the test fails. */
  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  Path home;

  @Test
  void aClusterForOneJobScoresAndARescoringIsSubmittedThroughRest() throws Exception {
    try (LocalCluster servers = LocalCluster.start(Path.of(".."), home);
        Feed feed =
            new Feed(servers.broker().address(), "voc.reviews", new MadeUpMessages(MESSAGES))) {
      servers.createTopic("voc.reviews", 2);
      servers.createTopic("voc.dead-letters", 1);
      feed.sendUpTo(MESSAGES);

      FlinkCluster forOneJob =
          servers.startApplication(
              JAR,
              Submission.of(
                      arguments(servers, "--kafka", servers.broker().address(), "--once", "true"))
                  .by("org.vocstream.jobs.FeedbackScoringJob"));
      forOneJob.startTaskManager();
      assertThat(forOneJob.jobManager().awaitEnd(300)).as("its exit code").isZero();
      assertThat(servers.count(VocIndex.FEEDBACK)).isEqualTo(feed.standing());
      assertThat(servers.count(VocIndex.DEAD_LETTERS)).isEqualTo(feed.broken());
      assertThat(servers.count(VocIndex.SCORES)).isPositive();
      forOneJob.close();

      rescore(servers, feed.standing());
    }
  }

  private static void rescore(LocalCluster servers, int feedback) throws Exception {
    FlinkCluster session = servers.startFlink();
    session.startTaskManager();
    Submission rescoring =
        Submission.of(
                arguments(
                    servers,
                    "--parallelism",
                    "2",
                    "--models",
                    uri("../models/trained/"),
                    "--pack",
                    uri("../models/packs/commerce.yaml")))
            .by("org.vocstream.jobs.RescoreJob");
    String job = session.rest().submit(JAR, rescoring);
    session.rest().awaitFinished(job, Duration.ofMinutes(5));

    List<Generation> all = new Generations(servers.connection().client()).all();
    assertThat(all).extracting(Generation::current).containsExactly(true, false);
    Generation made = all.get(1);
    assertThat(made.isHalfBuilt()).as("half built").isFalse();
    assertThat(made.provenance().scoredBy()).startsWith("commerce@");
    assertThat(servers.count(made, VocIndex.FEEDBACK)).isEqualTo(feedback);
    assertThat(servers.count(made, VocIndex.MENTIONS)).isPositive();

    assertThatThrownBy(
            () ->
                session
                    .rest()
                    .submit(
                        JAR,
                        Submission.of(arguments(servers, "--models", "s9://bucket/models"))
                            .by("org.vocstream.jobs.RescoreJob")))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("--models s9://bucket/models: ");
  }

  private static String uri(String path) {
    return Path.of(path).toAbsolutePath().normalize().toUri().toString();
  }

  private static List<String> arguments(LocalCluster servers, String... more) {
    List<String> all =
        new ArrayList<>(List.of("--elasticsearch", servers.elasticsearch().toString()));
    all.addAll(List.of(more));
    if (!all.contains("--pack")) {
      all.addAll(List.of("--pack", "cosmetics"));
    }
    return all;
  }
}
