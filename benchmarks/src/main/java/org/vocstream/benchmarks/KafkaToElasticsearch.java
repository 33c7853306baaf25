package org.vocstream.benchmarks;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.vocstream.cli.Voc;
import org.vocstream.cli.WorkDirectory;
import org.vocstream.elasticsearch.Counts;
import org.vocstream.elasticsearch.VocIndex;
import org.vocstream.servers.KafkaBroker;

/**
 * A broker and an Elasticsearch of their own, both on this machine, for a job between them. For one
 * thread.
 */
final class KafkaToElasticsearch implements AutoCloseable {
  private static final String TOPIC = "voc.reviews";
  private static final int PARTITIONS = 4;
  private static final long LOOK_EVERY_MILLIS = 200;

  private final KafkaBroker broker;
  private final OwnElasticsearch elasticsearch;

  private KafkaToElasticsearch(KafkaBroker broker, OwnElasticsearch elasticsearch) {
    this.broker = broker;
    this.elasticsearch = elasticsearch;
  }

  /**
   * Starts both in this work directory, which is deleted before and after.
   *
   * @param progress is told each step
   */
  static KafkaToElasticsearch start(WorkDirectory work, Consumer<String> progress)
      throws IOException, InterruptedException {
    OwnElasticsearch elasticsearch = OwnElasticsearch.start(work, progress);
    boolean up = false;
    try {
      progress.accept("Kafka: starting");
      KafkaBroker broker =
          KafkaBroker.start(
              Voc.home().resolve("servers/kafka/target/server"), work.root().resolve("kafka"));
      createTopics(broker);
      up = true;
      return new KafkaToElasticsearch(broker, elasticsearch);
    } finally {
      if (!up) {
        elasticsearch.close();
      }
    }
  }

  private static void createTopics(KafkaBroker broker) throws IOException, InterruptedException {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.address()))) {
      admin
          .createTopics(
              List.of(
                  new NewTopic(TOPIC, Optional.of(PARTITIONS), Optional.empty()),
                  new NewTopic("voc.dead-letters", Optional.of(1), Optional.empty())))
          .all()
          .get();
    } catch (ExecutionException e) {
      throw new IOException("the topics cannot be made: " + e.getCause().getMessage(), e);
    }
  }

  /** Address of the broker. */
  String kafka() {
    return broker.address();
  }

  /** Address of Elasticsearch. */
  String elasticsearch() {
    return elasticsearch.address();
  }

  ElasticsearchClient client() {
    return elasticsearch.client();
  }

  /** Processor time of Elasticsearch so far, seconds. */
  double elasticsearchSeconds() {
    return elasticsearch.seconds();
  }

  /** Processor time of the broker so far, seconds. */
  double kafkaSeconds() {
    return ProcessorTime.of(broker.pid());
  }

  /** Sends so many records and returns when the broker has them. */
  void send(MadeUpRecords records, String source, int count) {
    try (KafkaProducer<String, String> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", broker.address(), "linger.ms", 20, "batch.size", 131_072),
            new StringSerializer(),
            new StringSerializer())) {
      for (int i = 0; i < count; i++) {
        MadeUpRecords.Keyed next = records.next(source);
        var unused = producer.send(new ProducerRecord<>(TOPIC, next.key(), next.json()));
      }
    }
  }

  /**
   * Waits until so many feedback stand in the index. It asks how much was written, which costs
   * Elasticsearch nothing, and makes it visible only once that may be all.
   *
   * @param job fails where it has ended
   */
  void await(long feedback, JobProcess job, Consumer<Long> progress)
      throws IOException, InterruptedException {
    Counts counts = new Counts(client());
    while (true) {
      long written = written();
      if (written >= feedback) {
        counts.refresh();
        if (counts.of(VocIndex.FEEDBACK) >= feedback) {
          return;
        }
      }
      progress.accept(written);
      job.requireAlive();
      Thread.sleep(LOOK_EVERY_MILLIS);
    }
  }

  private long written() throws IOException {
    return client()
        .indices()
        .stats(s -> s.index(VocIndex.FEEDBACK.alias()))
        .all()
        .primaries()
        .indexing()
        .indexTotal();
  }

  @Override
  public void close() throws IOException {
    try (elasticsearch) {
      broker.close();
    }
  }
}
