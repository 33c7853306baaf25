package org.vocstream.jobs.kafka;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.vocstream.feedback.Channel;
import org.vocstream.feedback.Feedback;
import org.vocstream.feedback.RawRecord;

/**
 * Writes records of files as messages: each into the topic of its channel, under the key of its
 * feedback, so that versions of one feedback keep their order. A message needs no options to be
 * read: fields have the names of the envelope, and what the options fill in stands in it. It is as
 * personal as the record was; only the job masks. Immutable, thread-safe.
 */
public final class FeedbackMessages {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final FeedbackTopics topics;
  private final Map<String, String> fields;

  /**
   * Messages for these topics.
   *
   * @param fields envelope field to the field of the records that holds it
   */
  public FeedbackMessages(FeedbackTopics topics, Map<String, String> fields) {
    this.topics = topics;
    this.fields = Map.copyOf(fields);
  }

  /**
   * The message of a record; empty where its channel has no topic.
   *
   * @param feedback what the record was taken in as
   */
  public Optional<ProducerRecord<byte[], byte[]>> of(RawRecord raw, Feedback feedback) {
    return topics
        .of(feedback.channel())
        .map(
            topic ->
                new ProducerRecord<>(
                    topic,
                    feedback.key().getBytes(StandardCharsets.UTF_8),
                    envelope(raw, feedback, topic).toString().getBytes(StandardCharsets.UTF_8)));
  }

  private ObjectNode envelope(RawRecord raw, Feedback feedback, String topic) {
    ObjectNode envelope = object(raw.json());
    fields.forEach(
        (ours, theirs) -> {
          JsonNode value = envelope.remove(theirs);
          if (value != null && !value.isNull()) {
            envelope.set(ours, value);
          }
        });
    // A channel that is none of ours is kept as an attribute where the topic says which it is.
    boolean foreign = envelope.hasNonNull("channel") && !isOurs(envelope.path("channel"));
    if (!foreign || topics.channelOf(topic) != feedback.channel()) {
      envelope.put("channel", feedback.channel().code());
    }
    envelope.put("source", feedback.source());
    put(envelope, "brand", feedback.brand());
    put(envelope, "segment", feedback.segment());
    put(envelope, "stage", feedback.stage());
    put(
        envelope,
        "published_at",
        feedback.publishedAt() == null ? null : feedback.publishedAt().toString());
    return envelope;
  }

  private static boolean isOurs(JsonNode channel) {
    return Channel.of(channel.asText()).isPresent();
  }

  private static void put(ObjectNode envelope, String field, String value) {
    if (value != null) {
      envelope.put(field, value);
    }
  }

  private static ObjectNode object(String json) {
    try {
      return (ObjectNode) JSON.readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("a record that was taken in is JSON", e);
    }
  }
}
