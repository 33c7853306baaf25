package org.vocstream.benchmarks;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.vocstream.cli.Voc;
import org.vocstream.cli.WorkDirectory;
import org.vocstream.elasticsearch.Counts;
import org.vocstream.elasticsearch.VocIndex;
import org.vocstream.servers.LocalCluster;
import org.vocstream.servers.Until;

/**
 * A broker and an Elasticsearch of their own, both on this machine, for a job between them. Their
 * folder is deleted before and after. For one thread.
 */
final class KafkaToElasticsearch implements AutoCloseable {
  /** Where feedback comes from. */
  private static final String TOPIC = "voc.reviews";

  private static final int PARTITIONS = 4;
  private static final long LOOK_EVERY_MILLIS = 50;
  private static final Duration SETTLED_WITHIN = Duration.ofMinutes(5);

  private final WorkDirectory work;
  private final LocalCluster servers;
  private final KafkaProducer<String, String> producer;

  private KafkaToElasticsearch(WorkDirectory work, LocalCluster servers) {
    this.work = work;
    this.servers = servers;
    this.producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", kafka(), "linger.ms", 20, "batch.size", 131_072),
            new StringSerializer(),
            new StringSerializer());
  }

  /** A job between the two. */
  interface Job {
    /**
     * Says so where it has ended.
     *
     * @throws org.vocstream.cli.UserError with where its log is
     */
    void requireAlive() throws IOException, InterruptedException;
  }

  /** Starts both, with topics and indices. */
  static KafkaToElasticsearch start(WorkDirectory work) throws IOException, InterruptedException {
    work.delete();
    KafkaToElasticsearch ends =
        new KafkaToElasticsearch(work, LocalCluster.start(Voc.home(), work.root()));
    boolean up = false;
    try {
      ends.servers.createTopic(TOPIC, PARTITIONS);
      ends.servers.createTopic("voc.dead-letters", 1);
      ends.searchedNoMore(List.of(VocIndex.values()).stream().map(VocIndex::alias).toList());
      up = true;
      return ends;
    } finally {
      if (!up) {
        ends.close();
      }
    }
  }

  /**
   * Lets these indices forget within a second that they were searched: as long as they remember,
   * they are refreshed every second, and what a benchmark reads for itself would cost whoever
   * writes next.
   */
  void searchedNoMore(List<String> indices) throws IOException {
    client()
        .indices()
        .putSettings(
            p ->
                p.index(indices)
                    .settings(
                        s -> s.search(search -> search.idle(i -> i.after(t -> t.time("1s"))))));
  }

  /** Both as servers, to start more beside them. */
  LocalCluster servers() {
    return servers;
  }

  /** Address of the broker. */
  String kafka() {
    return servers.broker().address();
  }

  /** Address of Elasticsearch. */
  String elasticsearch() {
    return servers.elasticsearch().toString();
  }

  ElasticsearchClient client() {
    return servers.connection().client();
  }

  /** Processor time of Elasticsearch so far, seconds. */
  double elasticsearchSeconds() {
    return ProcessorTime.of(servers.elasticsearchPid());
  }

  /** Processor time of the broker so far, seconds. */
  double kafkaSeconds() {
    return ProcessorTime.of(servers.broker().pid());
  }

  /** Sends so many records and returns when the broker has them. */
  void send(Supplier<MadeUpRecords.Keyed> records, int count) {
    for (int i = 0; i < count; i++) {
      MadeUpRecords.Keyed next = records.get();
      var unused = producer.send(new ProducerRecord<>(TOPIC, next.key(), next.json()));
    }
    producer.flush();
  }

  /**
   * Waits until so many feedback stand in the index. It asks for nothing but how much was written,
   * which costs Elasticsearch next to nothing, and makes it visible only once that may be all.
   *
   * @param job fails where it has ended
   * @param progress is told how many feedback were written
   */
  void await(long feedback, Job job, LongConsumer progress)
      throws IOException, InterruptedException {
    Counts counts = new Counts(client());
    while (true) {
      long written = written(VocIndex.FEEDBACK);
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

  /**
   * Waits until Elasticsearch merges nothing: what somebody wrote is merged for a while after, and
   * that is to be counted as theirs.
   */
  void settle() throws InterruptedException {
    Until.holds(
        "Elasticsearch merges nothing",
        SETTLED_WITHIN,
        () ->
            client().indices().stats(s -> s.metric("merge")).all().total().merges().current() == 0);
  }

  /** How often documents of this kind were written so far; one may have been several times. */
  long written(VocIndex kind) throws IOException {
    return client()
        .indices()
        .stats(s -> s.index(kind.alias()).metric("indexing"))
        .all()
        .primaries()
        .indexing()
        .indexTotal();
  }

  @Override
  public void close() throws IOException {
    producer.close(Duration.ZERO);
    servers.close();
    work.delete();
  }
}
