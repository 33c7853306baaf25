package org.vocstream.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vocstream.deploy.DeployFiles.KUBERNETES;
import static org.vocstream.deploy.DeployFiles.documents;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.HighAvailabilityOptions;
import org.apache.flink.configuration.JobManagerOptions;
import org.apache.flink.configuration.MetricOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.configuration.WebOptions;
import org.apache.flink.state.rocksdb.RocksDBConfigurableOptions;
import org.junit.jupiter.api.Test;
import org.vocstream.jobs.FeedbackScoringJob;

/** Flink knows every setting that the deployments give it, and can read its value. */
class FlinkConfigurationTest {
  private static final List<Class<?>> OPTIONS =
      List.of(
          CheckpointingOptions.class,
          CoreOptions.class,
          HighAvailabilityOptions.class,
          JobManagerOptions.class,
          MetricOptions.class,
          RestartStrategyOptions.class,
          RocksDBConfigurableOptions.class,
          StateBackendOptions.class,
          TaskManagerOptions.class,
          WebOptions.class);

  @Test
  void settingsOfDockerComposeAreFlinks() {
    Map<String, String> settings = ofDockerCompose();
    assertKnown(settings);
    assertThat(settings).hasSizeGreaterThan(8);
    assertThat(settings)
        .containsEntry("high-availability.type", "zookeeper")
        .as("else every late answer of ZooKeeper restarts the job")
        .containsEntry("high-availability.zookeeper.client.tolerate-suspended-connections", "true");
  }

  @Test
  void settingsOfKubernetesAreFlinks() {
    Map<String, String> settings = ofKubernetes();
    // The operator's own settings are in no library that is published.
    settings.keySet().removeIf(key -> key.startsWith("kubernetes.operator."));
    assertKnown(settings);
    assertThat(settings).hasSizeGreaterThan(8);
  }

  /** The flags that Flink needs on Java 17 are those of the build. */
  @Test
  void theFlagsForJavaAreThoseOfTheBuild() {
    String pom = DeployFiles.text(DeployFiles.HOME.resolve("pom.xml"));
    assertThat(pom)
        .contains("<flink.opens>" + ofKubernetes().get("env.java.opts.all") + "</flink.opens>");
    // The image's own, which cannot be replaced: blanks are lost on the way.
    assertThat(ofDockerCompose()).doesNotContainKey("env.java.opts.all");
  }

  /** A crisis of Elasticsearch is longer than any number of attempts: nothing may give up. */
  @Test
  void bothKeepStateOnDiskTryForEverAndMakeCheckpointsAsTheJobDoes() {
    for (Map<String, String> settings : List.of(ofDockerCompose(), ofKubernetes())) {
      assertThat(settings)
          .containsEntry("state.backend.type", "rocksdb")
          .containsEntry("state.backend.rocksdb.use-bloom-filter", "true")
          .containsEntry("execution.checkpointing.incremental", "true")
          .containsEntry("restart-strategy.type", "exponential-delay");
      assertThat(interval(settings))
          .isEqualTo(interval(FeedbackScoringJob.configuration().toMap()));
      assertThat(settings.keySet()).noneMatch(key -> key.endsWith("attempts-before-reset-backoff"));
    }
  }

  private static Duration interval(Map<String, String> settings) {
    return Configuration.fromMap(settings).get(CheckpointingOptions.CHECKPOINTING_INTERVAL);
  }

  /** As Flink's image reads them: without any blank. */
  private static Map<String, String> ofDockerCompose() {
    Map<String, String> settings = new TreeMap<>();
    for (String line :
        new ComposeFile().environment("taskmanager").get("FLINK_PROPERTIES").lines().toList()) {
      String[] pair = line.replaceAll("\\s", "").split(":", 2);
      settings.put(pair[0], pair[1]);
    }
    return settings;
  }

  private static Map<String, String> ofKubernetes() {
    JsonNode given =
        documents(KUBERNETES.resolve("scoring-job.yaml")).get(0).at("/spec/flinkConfiguration");
    Map<String, String> settings = new TreeMap<>();
    given.properties().forEach(s -> settings.put(s.getKey(), s.getValue().asText()));
    return settings;
  }

  private static void assertKnown(Map<String, String> settings) {
    Map<String, String> metrics = new TreeMap<>();
    documents(DeployFiles.HOME.resolve("deploy/monitoring/flink-metrics.yaml"))
        .get(0)
        .properties()
        .forEach(s -> metrics.put(s.getKey(), s.getValue().asText()));
    assertThat(metrics).isNotEmpty();
    assertThat(settings).containsAllEntriesOf(metrics);
    // A reporter has a name of ours, and settings of its own.
    settings.keySet().removeIf(key -> key.startsWith("metrics.reporter.prom."));
    Map<String, ConfigOption<?>> known = known();
    Configuration configuration = Configuration.fromMap(settings);
    assertThat(settings)
        .allSatisfy(
            (key, value) -> {
              assertThat(known).containsKey(key);
              assertThat((Object) configuration.get(known.get(key))).as(key).isNotNull();
            });
  }

  private static Map<String, ConfigOption<?>> known() {
    Map<String, ConfigOption<?>> known = new HashMap<>();
    for (Class<?> options : OPTIONS) {
      for (var field : options.getFields()) {
        if (field.getType() == ConfigOption.class) {
          try {
            ConfigOption<?> option = (ConfigOption<?>) field.get(null);
            known.put(option.key(), option);
          } catch (IllegalAccessException e) {
            throw new LinkageError(e.getMessage(), e);
          }
        }
      }
    }
    return known;
  }
}
