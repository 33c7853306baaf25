package org.vocstream.jobs;

import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * The environment of a job on a cluster. How often there are checkpoints and when a job gives up is
 * for the cluster's configuration to say: it tries for ever unless told.
 */
final class ClusterEnvironment {
  private static final String INTERVAL = "execution.checkpointing.interval";

  private ClusterEnvironment() {}

  /**
   * That of the cluster which Flink's context names, with the settings that the scoring job needs;
   * with its usual interval of checkpoints where the cluster has none.
   */
  static StreamExecutionEnvironment open() {
    Configuration usual = FeedbackScoringJob.configuration();
    Configuration needed = new Configuration(usual);
    usual.keySet().stream()
        .filter(key -> key.startsWith("restart-strategy.") || key.equals(INTERVAL))
        .forEach(needed::removeKey);
    StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment(needed);
    if (!env.getConfiguration().toMap().containsKey(INTERVAL)) {
      Configuration interval = new Configuration();
      interval.setString(INTERVAL, usual.toMap().get(INTERVAL));
      env.configure(interval);
    }
    return env;
  }
}
