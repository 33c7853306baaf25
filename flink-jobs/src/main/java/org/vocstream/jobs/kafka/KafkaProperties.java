package org.vocstream.jobs.kafka;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.vocstream.pack.NearestName;

/**
 * Settings of Kafka's clients as somebody gave them: TLS, SASL, limits. They may hold secrets, so
 * their text form shows the names alone. Immutable.
 */
public final class KafkaProperties implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Nothing set. */
  public static final KafkaProperties NONE = new KafkaProperties(Map.of());

  private static final String PREFIX = "kafka.";
  private static final Map<String, String> OURS =
      Map.of(
          ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
          "give --kafka",
          ConsumerConfig.GROUP_ID_CONFIG,
          "give --group",
          ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
          "a group that has read nothing begins with the oldest message",
          ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
          "offsets are committed with the checkpoints of the job",
          ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG,
          "messages are JSON",
          ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG,
          "messages are JSON",
          ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG,
          "messages are JSON",
          ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG,
          "messages are JSON",
          ProducerConfig.ACKS_CONFIG,
          "a message counts as sent when all replicas in step have it",
          ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
          "messages are sent idempotently");

  private final Map<String, String> values;

  private KafkaProperties(Map<String, String> values) {
    this.values = new TreeMap<>(values);
  }

  /**
   * Those of a file: Java properties in UTF-8, each with {@code kafka.} in front or without.
   *
   * @throws IOException where it cannot be read
   * @throws IllegalArgumentException where one is ours to set, or mistyped; the message says which
   *     and what to do, and never a value
   */
  public static KafkaProperties read(Path file) throws IOException {
    if (!Files.isReadable(file) || Files.isDirectory(file)) {
      throw new IllegalArgumentException(
          "--kafka-properties " + file + ": no such file, or it may not be read");
    }
    Properties read = new Properties();
    try (BufferedReader reader = Files.newBufferedReader(file)) {
      read.load(reader);
    }
    Map<String, String> values = new TreeMap<>();
    for (String given : read.stringPropertyNames()) {
      String name = given.startsWith(PREFIX) ? given.substring(PREFIX.length()) : given;
      check(file, name);
      values.put(name, read.getProperty(given).strip());
    }
    return new KafkaProperties(values);
  }

  /** What Kafka does not know may belong to a plug-in of its own, unless it looks mistyped. */
  private static void check(Path file, String name) {
    if (OURS.containsKey(name)) {
      throw new IllegalArgumentException(
          "--kafka-properties " + file + ": leave " + name + " out; " + OURS.get(name));
    }
    Set<String> known = new TreeSet<>(ConsumerConfig.configNames());
    known.addAll(ProducerConfig.configNames());
    known.addAll(AdminClientConfig.configNames());
    if (!known.contains(name) && !name.startsWith("config.providers.")) {
      NearestName.of(name, known)
          .filter(nearest -> Math.abs(nearest.length() - name.length()) <= 2)
          .ifPresent(
              nearest -> {
                throw new IllegalArgumentException(
                    "--kafka-properties "
                        + file
                        + ": unknown property "
                        + name
                        + "; did you mean \""
                        + nearest
                        + "\"?");
              });
    }
  }

  /** For a client that has these names of its own, without those that only other clients know. */
  Properties forClient(Set<String> own) {
    Set<String> others = new TreeSet<>(ConsumerConfig.configNames());
    others.addAll(ProducerConfig.configNames());
    others.addAll(AdminClientConfig.configNames());
    others.removeAll(own);
    Properties chosen = new Properties();
    values.forEach(
        (name, value) -> {
          if (!others.contains(name)) {
            chosen.setProperty(name, value);
          }
        });
    return chosen;
  }

  @Override
  public String toString() {
    return values.keySet().toString();
  }
}
