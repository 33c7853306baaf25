package org.vocstream.jobs.kafka;

import java.io.Serializable;
import java.util.Properties;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;

/**
 * Where Kafka is, and which of its topics are ours. Immutable; its text form hides secrets.
 *
 * @param brokers {@code host:port}, several with commas between
 * @param topics which topic holds which channel
 * @param properties further settings of the clients
 */
public record KafkaConnection(String brokers, FeedbackTopics topics, KafkaProperties properties)
    implements Serializable {
  private static final String BROKER = "[^\\s,:]+:[0-9]{1,5}|\\[[0-9a-fA-F:]+\\]:[0-9]{1,5}";

  /**
   * Keeps what is given.
   *
   * @throws IllegalArgumentException where the brokers are no addresses; the message says what to
   *     do
   */
  public KafkaConnection {
    for (String broker : brokers.split(",", -1)) {
      if (!broker.strip().matches(BROKER)) {
        throw new IllegalArgumentException(
            "--kafka " + brokers + ": write HOST:PORT, several with commas between");
      }
    }
  }

  /** Settings of a consumer. */
  public Properties consumer() {
    Properties settings = properties.forClient(ConsumerConfig.configNames());
    // What a producer has taken back is no feedback.
    settings.putIfAbsent(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    return withBrokers(settings);
  }

  /** Settings of a producer: nothing is lost, and nothing is there twice by a retry. */
  public Properties producer() {
    Properties settings = properties.forClient(ProducerConfig.configNames());
    settings.setProperty(ProducerConfig.ACKS_CONFIG, "all");
    settings.setProperty(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, "true");
    return withBrokers(settings);
  }

  /** Settings of an administrative client. */
  Properties admin() {
    return withBrokers(properties.forClient(AdminClientConfig.configNames()));
  }

  private Properties withBrokers(Properties settings) {
    settings.setProperty(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, brokers);
    return settings;
  }
}
