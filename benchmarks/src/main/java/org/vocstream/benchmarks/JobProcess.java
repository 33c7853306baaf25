package org.vocstream.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.vocstream.cli.UserError;
import org.vocstream.cli.Voc;
import org.vocstream.servers.ServerJvm;

/**
 * The scoring job from Kafka to Elasticsearch in a process of its own, started as {@code
 * scripts/voc run} starts it; options in {@code VOC_JAVA_OPTIONS} go to it, too. It goes on until
 * it is closed.
 */
final class JobProcess implements KafkaToElasticsearch.Job, AutoCloseable {
  private static final long READY_SECONDS = 120;

  private final ServerJvm process;
  private final Path log;

  private JobProcess(ServerJvm process, Path log) {
    this.process = process;
    this.log = log;
  }

  /**
   * Starts it.
   *
   * @param work its work directory
   * @param heapMegabytes its heap
   */
  static JobProcess start(
      KafkaToElasticsearch ends, Path work, int heapMegabytes, int parallelism, String pack)
      throws IOException, InterruptedException {
    List<String> options = new ArrayList<>();
    for (String opened : List.of("java.util", "java.lang", "java.time", "java.nio", "sun.nio.ch")) {
      options.add("--add-opens=java.base/" + opened + "=ALL-UNNAMED");
    }
    options.addAll(
        List.of(
            "-Xmx" + heapMegabytes + "m",
            "-XX:+UseSerialGC",
            "-Dfile.encoding=UTF-8",
            "-Dvoc.home=" + Voc.home()));
    String further = System.getenv("VOC_JAVA_OPTIONS");
    if (further != null && !further.isBlank()) {
      options.addAll(List.of(further.trim().split("\\s+")));
    }
    Path log = work.resolve("job.log");
    ServerJvm process =
        ServerJvm.start(
            Voc.home().resolve("cli/target/lib"),
            log,
            "Elasticsearch:",
            Map.of("VOC_WORK", work.toString(), "VOC_HASH_KEY", "of made-up people alone"),
            options,
            Voc.class.getName(),
            "run",
            "--pack",
            pack,
            "--kafka",
            ends.kafka(),
            "--elasticsearch",
            ends.elasticsearch(),
            "--parallelism",
            String.valueOf(parallelism));
    process.awaitReady(READY_SECONDS);
    return new JobProcess(process, log);
  }

  /** Processor time so far, seconds. */
  double seconds() {
    return ProcessorTime.of(process.pid());
  }

  @Override
  public void requireAlive() {
    if (!process.isAlive()) {
      throw UserError.failed("the job has ended; its log is " + log);
    }
  }

  @Override
  public void close() {
    process.close();
  }
}
