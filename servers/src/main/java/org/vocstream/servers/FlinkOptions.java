package org.vocstream.servers;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * How a Flink cluster is started. Immutable.
 *
 * @param folder holds the jars of Flink, {@code servers/flink/target/server}
 * @param home an empty folder for configuration, logs, checkpoints and savepoints
 * @param slots of each TaskManager
 * @param environment what every process of the cluster has in its environment
 * @param settings of Flink's configuration, beside and before ours
 */
public record FlinkOptions(
    Path folder,
    Path home,
    int slots,
    Map<String, String> environment,
    Map<String, String> settings) {
  /** Keeps copies. */
  public FlinkOptions {
    environment = Map.copyOf(environment);
    settings = Map.copyOf(settings);
  }

  /** Two slots each, nothing in the environment, our settings. */
  public static FlinkOptions of(Path folder, Path home) {
    return new FlinkOptions(folder, home, 2, Map.of(), Map.of());
  }

  /** The same with these variables. */
  public FlinkOptions withEnvironment(Map<String, String> variables) {
    return new FlinkOptions(folder, home, slots, variables, settings);
  }

  /** The same with these settings, too. */
  public FlinkOptions with(Map<String, String> more) {
    Map<String, String> all = new TreeMap<>(settings);
    all.putAll(more);
    return new FlinkOptions(folder, home, slots, environment, all);
  }
}
