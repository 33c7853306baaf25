package org.vocstream.jar;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.vocstream.servers.MadeUpMessages;
import org.vocstream.servers.MadeUpMessages.Message;

/**
 * Sends made-up messages into a topic, part by part, and knows what must stand of them. For one
 * thread.
 */
final class Feed implements AutoCloseable {
  private final MadeUpMessages messages;
  private final String topic;
  private final KafkaProducer<String, String> producer;
  private final Set<String> standing = new HashSet<>();
  private int sent;
  private int broken;

  Feed(String broker, String topic, MadeUpMessages messages) {
    this.messages = messages;
    this.topic = topic;
    this.producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", broker, "enable.idempotence", true),
            new StringSerializer(),
            new StringSerializer());
  }

  /**
   * Sends the messages up to this number, which have not been sent yet, and waits for the broker.
   */
  void sendUpTo(int number) {
    for (; sent < number; sent++) {
      Message message = messages.get(sent);
      var unused = producer.send(new ProducerRecord<>(topic, message.key(), message.value()));
      if (message.id() == null) {
        broken++;
      } else if (message.deleted()) {
        standing.remove(message.id());
      } else {
        standing.add(message.id());
      }
    }
    producer.flush();
  }

  /** Number of messages so far. */
  int sent() {
    return sent;
  }

  /** Number of feedback that must stand in the index of what was sent so far. */
  int standing() {
    return standing.size();
  }

  /** Number of dead letters that must stand there. */
  int broken() {
    return broken;
  }

  @Override
  public void close() {
    producer.close();
  }
}
