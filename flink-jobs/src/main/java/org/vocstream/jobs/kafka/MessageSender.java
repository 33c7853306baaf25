package org.vocstream.jobs.kafka;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Sends messages, many at once, each once: a message counts as sent when all replicas in step have
 * it, and one that is tried again is not there twice. Used by one thread.
 */
public final class MessageSender implements AutoCloseable {
  private static final Duration CLOSE_WITHIN = Duration.ofSeconds(5);

  private final String brokers;
  private final KafkaProducer<byte[], byte[]> producer;
  private final AtomicReference<Exception> failure = new AtomicReference<>();

  /** A sender to this Kafka. */
  public MessageSender(KafkaConnection connection) {
    this.brokers = connection.brokers();
    this.producer =
        new KafkaProducer<>(
            connection.producer(), new ByteArraySerializer(), new ByteArraySerializer());
  }

  /**
   * Sends a message sooner or later; waits where too many are on their way.
   *
   * @throws KafkaUnavailable where this or an earlier one could not be sent
   */
  public void send(ProducerRecord<byte[], byte[]> message) throws KafkaUnavailable {
    check();
    try {
      var unused =
          producer.send(
              message,
              (sent, problem) -> {
                if (problem != null) {
                  failure.compareAndSet(null, problem);
                }
              });
    } catch (KafkaException e) {
      failure.compareAndSet(null, e);
      check();
    }
  }

  /**
   * Waits until all are sent.
   *
   * @throws KafkaUnavailable where one could not be sent
   */
  public void flush() throws KafkaUnavailable {
    producer.flush();
    check();
  }

  private void check() throws KafkaUnavailable {
    Exception problem = failure.get();
    if (problem != null) {
      throw new KafkaUnavailable(
          "Kafka at " + brokers + " has not taken a message: " + problem.getMessage(), problem);
    }
  }

  @Override
  public void close() {
    producer.close(CLOSE_WITHIN);
  }
}
