package org.vocstream.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.flink.api.common.JobExecutionResult;
import org.apache.flink.api.common.JobID;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.util.OptionalFailure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vocstream.jobs.RunCounts;

class LocalRunTest {
  @TempDir Path folder;

  @Test
  void aJobThatEndsJustWhenItIsAskedHowFarItIsHasDoneItsWork() throws Exception {
    CompletableFuture<JobExecutionResult> result = new CompletableFuture<>();
    JobClient endsWhenAsked =
        job(
            result,
            () -> {
              result.complete(
                  new JobExecutionResult(
                      new JobID(), 1, Map.of("records_read", OptionalFailure.of(7L))));
              throw new IllegalStateException(
                  "MiniCluster is not yet running or has already been shut down.");
            });
    Path mark = Files.createFile(folder.resolve("1.json"));
    List<RunCounts> shown = new ArrayList<>();
    try (LocalRun run = new LocalRun(endsWhenAsked, mark)) {
      assertThat(run.await(shown::add).read()).isEqualTo(7);
      assertThat(mark).exists();
    }
    assertThat(shown).isEmpty();
    assertThat(mark).as("the mark by which status finds the run").doesNotExist();
  }

  /** A job of which only the result and the counts are asked. */
  private static JobClient job(CompletableFuture<JobExecutionResult> result, Runnable asked) {
    return (JobClient)
        Proxy.newProxyInstance(
            LocalRunTest.class.getClassLoader(),
            new Class<?>[] {JobClient.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("getJobExecutionResult")) {
                return result;
              }
              assertThat(method.getName()).isEqualTo("getAccumulators");
              asked.run();
              return null;
            });
  }
}
