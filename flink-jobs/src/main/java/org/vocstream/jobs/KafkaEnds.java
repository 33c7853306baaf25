package org.vocstream.jobs;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.KafkaSourceBuilder;
import org.apache.flink.connector.kafka.source.KafkaSourceOptions;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.vocstream.elasticsearch.DeadLetterDocument;
import org.vocstream.feedback.DeadLetter;
import org.vocstream.jobs.kafka.KafkaOptions;
import org.vocstream.jobs.settings.Setting;

/** Where the streams of the scoring job begin and end in Kafka. */
final class KafkaEnds {
  /** How often new topics and partitions are looked for. */
  private static final String DISCOVERY_MILLIS = "60000";

  /** The same for settings, for which a person waits. */
  private static final String SETTINGS_DISCOVERY_MILLIS = "5000";

  private KafkaEnds() {}

  /**
   * Feedback from Kafka, read by as many subtasks as the job has. Offsets are part of the
   * checkpoints, so that each message counts once, and are committed with them for those who watch;
   * a job without a checkpoint goes on where its group is, and a group that has read nothing begins
   * with the oldest message. Within a partition order is kept. A topic that is not there yet is
   * read once it is.
   */
  static Arrivals arrivals(KafkaOptions kafka) {
    WatermarkStrategy<Arrival> eventTime =
        kafka.endless() ? EventTime.endless(kafka.idleAfter()) : EventTime.whole();
    return (env, reading) ->
        env.fromSource(source(kafka, reading), eventTime, "messages").uid("messages");
  }

  @SuppressWarnings("deprecation") // The connector asks for Kafka's old name of the strategy.
  private static KafkaSource<Arrival> source(KafkaOptions kafka, EnvelopeReading reading) {
    Properties consumer = kafka.connection().consumer();
    consumer.putIfAbsent(
        KafkaSourceOptions.PARTITION_DISCOVERY_INTERVAL_MS.key(), DISCOVERY_MILLIS);
    KafkaSourceBuilder<Arrival> builder =
        KafkaSource.<Arrival>builder()
            .setTopicPattern(
                Pattern.compile(
                    kafka.connection().topics().names().stream()
                        .map(Pattern::quote)
                        .collect(Collectors.joining("|"))))
            .setGroupId(kafka.group())
            .setStartingOffsets(
                OffsetsInitializer.committedOffsets(
                    org.apache.kafka.clients.consumer.OffsetResetStrategy.EARLIEST))
            .setDeserializer(new ReadMessages(reading, kafka.connection().topics()))
            .setProperties(consumer);
    return (kafka.endless() ? builder : builder.setBounded(OffsetsInitializer.latest())).build();
  }

  /**
   * Settings from their topic, by one subtask, from its oldest message on or from the checkpoint.
   * The topic may come later than the job.
   */
  static DataStream<Setting> settings(StreamExecutionEnvironment env, KafkaOptions kafka) {
    Properties consumer = kafka.connection().consumer();
    consumer.putIfAbsent(
        KafkaSourceOptions.PARTITION_DISCOVERY_INTERVAL_MS.key(), SETTINGS_DISCOVERY_MILLIS);
    consumer.putIfAbsent(KafkaSourceOptions.COMMIT_OFFSETS_ON_CHECKPOINT.key(), "false");
    return env.fromSource(
            KafkaSource.<Setting>builder()
                .setTopicPattern(Pattern.compile(Pattern.quote(kafka.settingsTopic())))
                .setGroupId(kafka.group() + "-settings")
                .setStartingOffsets(OffsetsInitializer.earliest())
                .setDeserializer(new ReadSettings())
                .setProperties(consumer)
                .build(),
            WatermarkStrategy.noWatermarks(),
            "setting messages")
        .uid("setting-messages")
        .setParallelism(1);
  }

  /**
   * Writes dead letters into their topic, with the fields that they have in the index; at least
   * once: the key is the origin, the same for the same letter.
   */
  static void deadLetters(DataStream<DeadLetter> letters, KafkaOptions kafka) {
    String topic = kafka.deadLetterTopic();
    KafkaRecordSerializationSchema<DeadLetter> messages =
        (letter, context, time) ->
            new ProducerRecord<>(
                topic,
                letter.origin().getBytes(StandardCharsets.UTF_8),
                DeadLetterDocument.of(letter, Clock.systemUTC())
                    .toString()
                    .getBytes(StandardCharsets.UTF_8));
    letters
        .sinkTo(
            KafkaSink.<DeadLetter>builder()
                .setKafkaProducerConfig(kafka.connection().producer())
                .setRecordSerializer(messages)
                .setDeliveryGuarantee(DeliveryGuarantee.AT_LEAST_ONCE)
                .build())
        .uid("send-dead-letters")
        .name("send dead letters");
  }
}
