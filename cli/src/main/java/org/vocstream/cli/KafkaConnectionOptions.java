package org.vocstream.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.vocstream.jobs.kafka.FeedbackTopics;
import org.vocstream.jobs.kafka.KafkaConnection;
import org.vocstream.jobs.kafka.KafkaProperties;
import picocli.CommandLine.Option;

/** Where Kafka is: shared by the commands that read from it or write to it. */
final class KafkaConnectionOptions {
  @Option(
      names = "--kafka",
      paramLabel = "HOST:PORT",
      description = "Brokers of Kafka, several with commas between.")
  String brokers;

  @Option(
      names = "--topics",
      paramLabel = "CHANNEL=TOPIC",
      defaultValue = FeedbackTopics.STANDARD,
      description = {
        "Topic of each channel, with commas between; a message that names no channel has that of its topic.",
        "Default: ${DEFAULT-VALUE}."
      })
  String topics;

  @Option(
      names = "--kafka-properties",
      paramLabel = "FILE",
      description =
          "Settings of Kafka's clients (TLS, SASL, limits), as a properties file; the place for secrets.")
  Path properties;

  /** True where Kafka is to be used. */
  boolean isGiven() {
    return brokers != null;
  }

  /**
   * What is given.
   *
   * @throws UserError where it is wrong
   */
  KafkaConnection connection() throws IOException {
    try {
      return new KafkaConnection(
          brokers,
          FeedbackTopics.parse(topics),
          properties == null ? KafkaProperties.NONE : KafkaProperties.read(properties));
    } catch (IllegalArgumentException e) {
      throw UserError.usage(e.getMessage());
    }
  }
}
