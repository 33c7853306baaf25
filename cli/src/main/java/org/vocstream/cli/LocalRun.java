package org.vocstream.cli;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.apache.flink.api.common.JobExecutionResult;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.slf4j.LoggerFactory;
import org.vocstream.jobs.FeedbackScoringJob;
import org.vocstream.jobs.FeedbackScoringOptions;
import org.vocstream.jobs.Rescoring;
import org.vocstream.jobs.RunCounts;

/**
 * A scoring job on a Flink cluster inside this process. Closing it cancels the job if it still
 * runs.
 */
final class LocalRun implements AutoCloseable {
  private static final Duration LOOK_EVERY = Duration.ofMillis(500);
  private static final Duration CANCEL_WITHIN = Duration.ofSeconds(20);

  private static final int PORTS = 100;

  private final JobClient job;
  private final CompletableFuture<JobExecutionResult> result;
  private final Path runFile;

  LocalRun(JobClient job, Path runFile) {
    this.job = job;
    this.result = job.getJobExecutionResult();
    this.runFile = runFile;
  }

  /**
   * Starts the scoring job; checkpoints go below the work directory.
   *
   * @param settings more settings of Flink
   */
  static LocalRun start(
      FeedbackScoringOptions options, WorkDirectory work, Map<String, String> settings) {
    Configuration configuration = FeedbackScoringJob.configuration();
    settings.forEach(configuration::setString);
    return start(
        configuration,
        options.parallelism(),
        work,
        options.elasticsearch(),
        env -> FeedbackScoringJob.start(env, options));
  }

  /**
   * Starts a job with its settings; checkpoints, if it makes any, go below the work directory.
   *
   * @param elasticsearch where it writes to, for {@code voc status}
   */
  static LocalRun start(
      Configuration configuration,
      int parallelism,
      WorkDirectory work,
      URI elasticsearch,
      Rescoring.Job started) {
    try {
      configuration.setString(
          "execution.checkpointing.dir",
          Files.createDirectories(work.root().resolve("checkpoints")).toUri().toString());
      // State on the heap is written whole, in pieces of 4 KB if nobody says otherwise.
      configuration.setString("execution.checkpointing.write-buffer-size", "131072");
      // Counts travel with the heartbeats: often enough for a person to see them move.
      configuration.setString("heartbeat.interval", "500 ms");
      configuration.setString("heartbeat.timeout", "60 s");
      configuration.setString("rest.bind-address", "127.0.0.1");
      configuration.setString("rest.address", "127.0.0.1");
      int port = freePort();
      // Where somebody is faster the job runs all the same, only status does not find it.
      configuration.setString("rest.bind-port", port + "-" + Math.min(65_535, port + PORTS));
      configuration.setString("metrics.fetcher.update-interval", "1 s");
      configuration.setString("taskmanager.memory.managed.size", "16m");
      JobClient job =
          started.start(
              StreamExecutionEnvironment.createLocalEnvironment(parallelism, configuration));
      URI flink = URI.create("http://127.0.0.1:" + port);
      return new LocalRun(job, new RunFile(ProcessMark.own(), flink, elasticsearch).write(work));
    } catch (Exception e) {
      throw UserError.failed("the job cannot be started: " + Voc.rootMessage(e), e);
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /**
   * Waits for the end of the job, telling how far it is now and then.
   *
   * @return the final counts
   */
  RunCounts await(Consumer<RunCounts> progress) throws InterruptedException, IOException {
    while (true) {
      try {
        return RunCounts.of(
            result.get(LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS).getAllAccumulatorResults());
      } catch (TimeoutException running) {
        now().ifPresent(progress);
      } catch (ExecutionException e) {
        throw UserError.failed("the job failed: " + Voc.rootMessage(e), e);
      }
    }
  }

  /**
   * The counts as far as they are known; nothing where the job has just ended and took its cluster
   * along.
   */
  private Optional<RunCounts> now() throws InterruptedException {
    try {
      return Optional.of(
          RunCounts.of(job.getAccumulators().get(LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS)));
    } catch (ExecutionException | TimeoutException | IllegalStateException notNow) {
      return Optional.empty();
    }
  }

  @Override
  public void close() {
    try {
      Files.deleteIfExists(runFile);
    } catch (IOException e) {
      LoggerFactory.getLogger(LocalRun.class).info("the mark of the run stays", e);
    }
    if (result.isDone()) {
      return;
    }
    try {
      job.cancel().get(CANCEL_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException | IllegalStateException e) {
      LoggerFactory.getLogger(LocalRun.class).warn("the job did not end", e);
    }
  }
}
