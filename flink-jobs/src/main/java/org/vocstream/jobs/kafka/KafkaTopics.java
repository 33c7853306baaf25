package org.vocstream.jobs.kafka;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.vocstream.pack.NearestName;

/** What Kafka has of the topics that we need, asked before anything starts. Not thread-safe. */
public final class KafkaTopics implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  private final KafkaConnection connection;
  private final Admin admin;

  private KafkaTopics(KafkaConnection connection, Admin admin) {
    this.connection = connection;
    this.admin = admin;
  }

  /**
   * Connects.
   *
   * @throws KafkaUnavailable where the settings are wrong
   */
  public static KafkaTopics open(KafkaConnection connection) throws KafkaUnavailable {
    try {
      return new KafkaTopics(connection, Admin.create(connection.admin()));
    } catch (KafkaException e) {
      Throwable root = e;
      while (root.getCause() != null) {
        root = root.getCause();
      }
      throw new KafkaUnavailable(
          "--kafka " + connection.brokers() + " cannot be used: " + root.getMessage(), e);
    }
  }

  /**
   * Makes sure that there is something to read, and a place for dead letters.
   *
   * @param dead topic of dead letters, or null where none is wanted
   * @throws KafkaUnavailable where that is not so, or Kafka does not answer
   */
  public void requireForReading(String dead) throws KafkaUnavailable, InterruptedException {
    Set<String> there = names();
    if (connection.topics().names().stream().noneMatch(there::contains)) {
      throw missing(connection.topics().names(), there);
    }
    if (dead != null && !there.contains(dead)) {
      throw new KafkaUnavailable(
          "Kafka at "
              + connection.brokers()
              + " has no topic "
              + dead
              + " for dead letters; create it, name another with --dead-letter-topic, or give --dead-letter-topic none",
          null);
    }
  }

  /**
   * Makes sure that all topics are there to write into.
   *
   * @param create make those that are missing, and the usual ones of dead letters and of settings,
   *     with as many partitions and replicas as the broker is set to
   * @throws KafkaUnavailable where one is missing, or Kafka does not answer
   */
  public void requireForWriting(boolean create) throws KafkaUnavailable, InterruptedException {
    Set<String> there = names();
    Set<String> wanted = new TreeSet<>(connection.topics().names());
    if (create) {
      wanted.add(KafkaOptions.DEAD_LETTERS);
      createForSettings(KafkaOptions.SETTINGS, there);
    }
    wanted.removeAll(there);
    if (wanted.isEmpty()) {
      return;
    }
    if (!create) {
      throw missing(wanted, there);
    }
    List<NewTopic> topics =
        wanted.stream()
            .map(name -> new NewTopic(name, Optional.empty(), Optional.<Short>empty()))
            .toList();
    answer(admin.createTopics(topics).all());
  }

  /**
   * Makes sure that a topic of settings is there to write into.
   *
   * @param create make it where it is missing: one partition, for order, of which Kafka keeps the
   *     last message of each key
   * @throws KafkaUnavailable where it is missing, or Kafka does not answer
   */
  public void requireForSettings(String topic, boolean create)
      throws KafkaUnavailable, InterruptedException {
    Set<String> there = names();
    if (create) {
      createForSettings(topic, there);
    } else if (!there.contains(topic)) {
      throw new KafkaUnavailable(
          "Kafka at "
              + connection.brokers()
              + " has no topic "
              + topic
              + NearestName.of(topic, there).map(n -> " (did you mean \"" + n + "\"?)").orElse("")
              + "; create it with --create-topic, or name another with --settings-topic",
          null);
    }
  }

  private void createForSettings(String topic, Set<String> there)
      throws KafkaUnavailable, InterruptedException {
    if (!there.contains(topic)) {
      NewTopic compacted =
          new NewTopic(topic, Optional.of(1), Optional.<Short>empty())
              .configs(
                  Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT));
      answer(admin.createTopics(List.of(compacted)).all());
    }
  }

  private Set<String> names() throws KafkaUnavailable, InterruptedException {
    return new TreeSet<>(answer(admin.listTopics().names()));
  }

  private KafkaUnavailable missing(Set<String> wanted, Set<String> there) {
    String nearest =
        wanted.stream()
            .flatMap(name -> NearestName.of(name, there).stream())
            .findFirst()
            .map(name -> " (did you mean \"" + name + "\"?)")
            .orElse("");
    return new KafkaUnavailable(
        "Kafka at "
            + connection.brokers()
            + " has no topic "
            + String.join(", ", wanted)
            + nearest
            + "; create it, produce with --create-topics, or name others with --topics",
        null);
  }

  private <T> T answer(org.apache.kafka.common.KafkaFuture<T> question)
      throws KafkaUnavailable, InterruptedException {
    try {
      return question.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw unanswered(e);
    } catch (ExecutionException e) {
      Throwable cause = e.getCause();
      if (cause instanceof AuthenticationException) {
        throw new KafkaUnavailable(
            "Kafka at "
                + connection.brokers()
                + " refuses us: "
                + cause.getMessage()
                + "; put security.protocol and the credentials into the file of --kafka-properties",
            e);
      }
      if (cause instanceof AuthorizationException) {
        throw new KafkaUnavailable(
            "Kafka at " + connection.brokers() + " does not allow it: " + cause.getMessage(), e);
      }
      throw unanswered(e);
    }
  }

  private KafkaUnavailable unanswered(Exception e) {
    return new KafkaUnavailable(
        "Kafka at "
            + connection.brokers()
            + " has not answered for "
            + PATIENCE.toSeconds()
            + " s; is the address right, and does it want TLS (security.protocol in the file of --kafka-properties)?",
        e);
  }

  @Override
  public void close() {
    admin.close(Duration.ZERO);
  }
}
