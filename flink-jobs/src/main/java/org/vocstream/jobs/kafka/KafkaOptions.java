package org.vocstream.jobs.kafka;

import java.io.Serializable;
import java.time.Duration;

/**
 * How a job reads feedback from Kafka. Immutable; its text form hides secrets.
 *
 * @param connection where Kafka is, and which topics are read
 * @param group the consumer group, under which is kept how far the topics are read
 * @param deadLetterTopic where dead letters go beside the index, or null: nowhere
 * @param settingsTopic from where packs and competitor sets come while the job runs, or null:
 *     nowhere. A job that ends reads none
 * @param endless false: end when all is read that is there at the start; true: go on
 * @param idleAfter how long nothing dated comes in a partition before the others need not wait for
 *     it
 */
public record KafkaOptions(
    KafkaConnection connection,
    String group,
    String deadLetterTopic,
    String settingsTopic,
    boolean endless,
    Duration idleAfter)
    implements Serializable {

  /** The consumer group where nobody names another. */
  public static final String GROUP = "voc-stream";

  /** The topic of dead letters where nobody names another. */
  public static final String DEAD_LETTERS = "voc.dead-letters";

  /** The topic of packs and competitor sets where nobody names another. */
  public static final String SETTINGS = "voc.settings";

  /** Seconds after which a partition is idle, where nobody says. */
  public static final int IDLE_SECONDS = 30;

  /** Instead of a topic: none. */
  private static final String NONE = "none";

  /**
   * Keeps what is given; a topic {@code none} is none.
   *
   * @throws IllegalArgumentException where a topic would be read as feedback, too; the message says
   *     what to do
   */
  public KafkaOptions {
    deadLetterTopic = own("--dead-letter-topic", deadLetterTopic, connection);
    settingsTopic = endless ? own("--settings-topic", settingsTopic, connection) : null;
  }

  private static String own(String option, String topic, KafkaConnection connection) {
    if (topic != null && connection.topics().names().contains(topic)) {
      throw new IllegalArgumentException(
          option + " " + topic + " is read as feedback; give it its own topic");
    }
    return NONE.equals(topic) ? null : topic;
  }
}
