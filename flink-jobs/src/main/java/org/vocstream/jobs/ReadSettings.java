package org.vocstream.jobs;

import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.vocstream.jobs.settings.Setting;
import org.vocstream.jobs.settings.SettingMessages;

/** Reads messages as settings, right or wrong. */
final class ReadSettings implements KafkaRecordDeserializationSchema<Setting> {
  private static final long serialVersionUID = 1L;

  @Override
  public void deserialize(ConsumerRecord<byte[], byte[]> message, Collector<Setting> out) {
    out.collect(
        SettingMessages.read(
            message.topic() + "/" + message.partition() + "/" + message.offset(), message.value()));
  }

  @Override
  public TypeInformation<Setting> getProducedType() {
    return TypeInformation.of(Setting.class);
  }
}
