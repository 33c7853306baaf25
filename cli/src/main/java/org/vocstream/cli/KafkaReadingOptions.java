package org.vocstream.cli;

import java.io.IOException;
import java.time.Duration;
import org.vocstream.jobs.kafka.KafkaOptions;
import org.vocstream.jobs.kafka.KafkaTopics;
import org.vocstream.jobs.kafka.KafkaUnavailable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How feedback is read from Kafka instead of from files. */
final class KafkaReadingOptions {
  @Mixin KafkaConnectionOptions kafka;

  @Option(
      names = "--group",
      paramLabel = "NAME",
      defaultValue = KafkaOptions.GROUP,
      description =
          "Consumer group, under which Kafka keeps how far the topics are read. Default: ${DEFAULT-VALUE}.")
  String group;

  @Option(
      names = "--dead-letter-topic",
      paramLabel = "TOPIC",
      defaultValue = KafkaOptions.DEAD_LETTERS,
      description =
          "Where dead letters go beside the index, or none. Default: ${DEFAULT-VALUE}, with --kafka.")
  String deadLetterTopic;

  @Option(
      names = "--settings-topic",
      paramLabel = "TOPIC",
      defaultValue = KafkaOptions.SETTINGS,
      description =
          "From where later versions of the pack and the competitor set come while the job runs (scripts/voc publish), or none. Default: ${DEFAULT-VALUE}, with --kafka and without --once.")
  String settingsTopic;

  @Option(
      names = "--idle-after",
      paramLabel = "SECONDS",
      defaultValue = "" + KafkaOptions.IDLE_SECONDS,
      description =
          "After how long without anything dated a partition is not waited for. Default: ${DEFAULT-VALUE}.")
  long idleSeconds;

  /** True where feedback is to be read from Kafka. */
  boolean isGiven() {
    return kafka.isGiven();
  }

  /**
   * What is given, when Kafka has answered that it can be read; null where nothing is.
   *
   * @param endless whether to go on when all is read that is there
   * @throws UserError where something is wrong, or Kafka does not answer
   */
  KafkaOptions load(boolean endless) throws IOException, InterruptedException {
    if (!isGiven()) {
      return null;
    }
    if (idleSeconds < 1 || idleSeconds > 86_400) {
      throw UserError.usage("--idle-after " + idleSeconds + ": 1 to 86400 seconds");
    }
    try {
      KafkaOptions options =
          new KafkaOptions(
              kafka.connection(),
              group,
              deadLetterTopic,
              settingsTopic,
              endless,
              Duration.ofSeconds(idleSeconds));
      try (KafkaTopics topics = KafkaTopics.open(options.connection())) {
        topics.requireForReading(options.deadLetterTopic());
      }
      return options;
    } catch (KafkaUnavailable e) {
      throw UserError.failed(e.getMessage(), e);
    } catch (IllegalArgumentException e) {
      throw UserError.usage(e.getMessage());
    }
  }
}
