package org.vocstream.jobs.kafka;

import java.io.Serializable;
import java.time.Duration;

/**
 * How a job reads feedback from Kafka. Immutable; its text form hides secrets.
 *
 * @param connection where Kafka is, and which topics are read
 * @param group the consumer group, under which is kept how far the topics are read
 * @param deadLetterTopic where dead letters go beside the index, or null: nowhere
 * @param endless false: end when all is read that is there at the start; true: go on
 * @param idleAfter how long nothing dated comes in a partition before the others need not wait for
 *     it
 */
public record KafkaOptions(
    KafkaConnection connection,
    String group,
    String deadLetterTopic,
    boolean endless,
    Duration idleAfter)
    implements Serializable {

  /** The consumer group where nobody names another. */
  public static final String GROUP = "voc-stream";

  /** The topic of dead letters where nobody names another. */
  public static final String DEAD_LETTERS = "voc.dead-letters";

  /** Seconds after which a partition is idle, where nobody says. */
  public static final int IDLE_SECONDS = 30;

  /** Instead of a topic: none. */
  private static final String NONE = "none";

  /**
   * Keeps what is given; a dead-letter topic {@code none} is none.
   *
   * @throws IllegalArgumentException where the dead letters would be read again; the message says
   *     what to do
   */
  public KafkaOptions {
    deadLetterTopic = NONE.equals(deadLetterTopic) ? null : deadLetterTopic;
    if (deadLetterTopic != null && connection.topics().names().contains(deadLetterTopic)) {
      throw new IllegalArgumentException(
          "--dead-letter-topic " + deadLetterTopic + " is read as feedback; give it its own topic");
    }
  }
}
