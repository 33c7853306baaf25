package org.vocstream.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.vocstream.cli.UserError;
import org.vocstream.cli.Voc;
import org.vocstream.servers.FlinkCluster;
import org.vocstream.servers.FlinkRest;
import org.vocstream.servers.ServerJvm;
import org.vocstream.servers.Submission;

/**
 * The job jar on a Flink cluster of its own, from Kafka to Elasticsearch, with its state on disk.
 * The cluster ends with the servers it was started beside. For one thread.
 */
final class ClusterJob implements KafkaToElasticsearch.Job {
  private static final int TASK_MANAGERS = 2;

  private final FlinkCluster flink;
  private final String id;
  private final List<ServerJvm> taskManagers;

  private ClusterJob(FlinkCluster flink, String id, List<ServerJvm> taskManagers) {
    this.flink = flink;
    this.id = id;
    this.taskManagers = taskManagers;
  }

  /**
   * Starts a cluster of two TaskManagers and the job on it, a subtask on each.
   *
   * @param pack the indicator pack
   * @param checkpoints how often, as Flink writes it: {@code 30 s}
   * @throws UserError where the job jar is not built
   */
  static ClusterJob start(KafkaToElasticsearch ends, String pack, String checkpoints)
      throws IOException, InterruptedException {
    Path jar = jar();
    FlinkCluster flink =
        ends.servers().startFlink(Map.of("execution.checkpointing.interval", checkpoints));
    List<ServerJvm> taskManagers = new ArrayList<>();
    while (taskManagers.size() < TASK_MANAGERS) {
      taskManagers.add(flink.startTaskManager());
    }
    String id =
        flink
            .rest()
            .submit(
                jar,
                Submission.of(
                    List.of(
                        "--kafka",
                        ends.kafka(),
                        "--elasticsearch",
                        ends.elasticsearch(),
                        "--pack",
                        pack,
                        "--parallelism",
                        String.valueOf(TASK_MANAGERS))));
    flink.rest().awaitRunning(id);
    return new ClusterJob(flink, id, taskManagers);
  }

  private static Path jar() {
    Path jar = Voc.home().resolve("job-jar/target/voc-job.jar");
    if (!Files.isRegularFile(jar)) {
      throw UserError.failed(
          jar
              + " is missing; build it with: mvn -q -DskipTests -pl job-jar,servers/flink -am package");
    }
    return jar;
  }

  /** How Flink is asked about it. */
  FlinkRest rest() {
    return flink.rest();
  }

  /** Its id on the cluster. */
  String id() {
    return id;
  }

  /** Processor time of all TaskManagers so far, seconds. */
  double seconds() {
    return taskManagers.stream().mapToDouble(one -> ProcessorTime.of(one.pid())).sum();
  }

  /** Megabytes of heap in use after a collection, of the TaskManager that uses most. */
  double heapMegabytes() throws IOException {
    double most = 0;
    for (ServerJvm one : taskManagers) {
      most = Math.max(most, HeapInUse.megabytes(one.pid()));
    }
    return most;
  }

  /** Ends the oldest TaskManager at once, as {@code kill -9} does. */
  void killTaskManager() throws InterruptedException {
    taskManagers.remove(0).kill();
  }

  /** Starts a TaskManager in place of one that was killed. */
  void startTaskManager() throws IOException, InterruptedException {
    taskManagers.add(flink.startTaskManager());
  }

  @Override
  public void requireAlive() throws IOException, InterruptedException {
    String state = rest().state(id);
    if (state.equals("FAILED") || state.equals("CANCELED") || state.equals("FINISHED")) {
      throw UserError.failed(
          "the job is " + state + "; what Flink says of it: " + rest().address());
    }
  }
}
