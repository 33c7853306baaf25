package org.vocstream.servers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Writes the configuration of a Flink cluster on the loopback address. */
final class FlinkConfiguration {
  private FlinkConfiguration() {}

  /** Writes {@code config.yaml} and {@code log4j2.properties} into the home folder. */
  static void write(FlinkOptions options, int rpc, int rest) throws IOException {
    Path home = options.home().toAbsolutePath();
    Files.createDirectories(home.resolve("tmp"));
    Map<String, String> all = new TreeMap<>();
    all.put("jobmanager.bind-host", "127.0.0.1");
    all.put("jobmanager.rpc.address", "127.0.0.1");
    all.put("jobmanager.rpc.port", Integer.toString(rpc));
    all.put("rest.address", "127.0.0.1");
    all.put("rest.bind-address", "127.0.0.1");
    all.put("rest.port", Integer.toString(rest));
    all.put("web.refresh-interval", "200 ms");
    all.put("web.upload.dir", home + "/tmp");
    all.put("io.tmp.dirs", home + "/tmp");
    all.put("heartbeat.interval", "1 s");
    // The lost connection tells of a process that was killed; these are for one that is slow.
    all.put("heartbeat.timeout", "30 s");
    all.put("pekko.ask.timeout", "60 s");
    all.put("execution.checkpointing.dir", home.resolve("checkpoints").toUri().toString());
    all.put("execution.checkpointing.savepoint-dir", home.resolve("savepoints").toUri().toString());
    all.put("execution.checkpointing.interval", "3 s");
    // A job has a part on every TaskManager, so that to lose one is to lose something.
    all.put("taskmanager.load-balance.mode", "SLOTS");
    // State on disk, and of each checkpoint only what is new.
    all.put("state.backend.type", "rocksdb");
    all.put("execution.checkpointing.incremental", "true");
    // Most of what is asked for is not there: the first time that a feedback or a text is met.
    all.put("state.backend.rocksdb.use-bloom-filter", "true");
    all.putAll(taskManager(options.slots()));
    all.putAll(options.settings());
    Files.writeString(
        home.resolve("config.yaml"),
        all.entrySet().stream()
            .map(e -> "%s: \"%s\"\n".formatted(e.getKey(), e.getValue()))
            .collect(Collectors.joining()));
    ServerLog.write(
        home,
        """
        logger.metrics.name=org.apache.flink.metrics.MetricGroup
        logger.metrics.level=ERROR
        logger.kafka.name=org.apache.kafka
        logger.kafka.level=WARN
        """);
  }

  private static Map<String, String> taskManager(int slots) {
    Map<String, String> all = new TreeMap<>();
    all.put("taskmanager.bind-host", "127.0.0.1");
    all.put("taskmanager.host", "127.0.0.1");
    all.put("taskmanager.numberOfTaskSlots", Integer.toString(slots));
    all.put("taskmanager.cpu.cores", slots + ".0");
    all.put("taskmanager.memory.task.heap.size", "768m");
    all.put("taskmanager.memory.task.off-heap.size", "0b");
    all.put("taskmanager.memory.framework.heap.size", "128m");
    all.put("taskmanager.memory.framework.off-heap.size", "128m");
    all.put("taskmanager.memory.network.min", "64m");
    all.put("taskmanager.memory.network.max", "64m");
    all.put("taskmanager.memory.managed.size", "512m");
    all.put("taskmanager.memory.jvm-metaspace.size", "256m");
    all.put("taskmanager.memory.jvm-overhead.min", "128m");
    all.put("taskmanager.memory.jvm-overhead.max", "128m");
    return all;
  }
}
