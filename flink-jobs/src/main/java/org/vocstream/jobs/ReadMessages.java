package org.vocstream.jobs;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.apache.flink.api.common.serialization.DeserializationSchema;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.vocstream.feedback.Channel;
import org.vocstream.feedback.Envelope;
import org.vocstream.feedback.RawRecord;
import org.vocstream.jobs.kafka.FeedbackTopics;

/**
 * Reads messages as feedback or dead letters. That is done in the source, because only there does
 * event time belong to a partition: each has its own watermark, and a slow one is waited for.
 * Personal data is masked in here, so nothing behind the source holds any.
 */
final class ReadMessages implements KafkaRecordDeserializationSchema<Arrival> {
  private static final long serialVersionUID = 1L;

  private final EnvelopeReading reading;
  private final FeedbackTopics topics;
  private transient Map<String, Envelope> envelopes;

  ReadMessages(EnvelopeReading reading, FeedbackTopics topics) {
    this.reading = reading;
    this.topics = topics;
  }

  @Override
  public void open(DeserializationSchema.InitializationContext context) {
    Function<Channel, Envelope> byChannel = reading.byChannel();
    envelopes = new HashMap<>();
    for (String topic : topics.names()) {
      envelopes.put(topic, byChannel.apply(topics.channelOf(topic)));
    }
  }

  @Override
  public void deserialize(ConsumerRecord<byte[], byte[]> message, Collector<Arrival> out) {
    String origin = message.topic() + "/" + message.partition() + "/" + message.offset();
    out.collect(
        Arrival.of(RawRecord.ofMessage(origin, message.value()), envelopes.get(message.topic())));
  }

  @Override
  public TypeInformation<Arrival> getProducedType() {
    return TypeInformation.of(Arrival.class);
  }
}
