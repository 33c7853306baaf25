package org.vocstream.jobs;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import org.apache.flink.api.common.operators.ProcessingTimeService;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;
import org.apache.flink.metrics.MetricGroup;

/**
 * The sink into Elasticsearch: batches, back-pressure, an outcome for each element. Delivery is at
 * least once: at a checkpoint everything taken so far is written out, so the sink itself has no
 * state; document ids are deterministic, so what is written again after a restart overwrites
 * itself. Of one subtask's elements each is written before any that came later in another batch, so
 * versions of one feedback never overtake each other as long as the stream is keyed by feedback.
 *
 * <p>What can go wrong: Elasticsearch away or overloaded (429, 503, no connection): the batch is
 * tried again with growing pauses for as long as the options say, and the job waits; after that the
 * job fails for good, and nothing is lost: the next run reads it again. Anything else that
 * Elasticsearch refuses becomes a dead letter at once (the indexer does that) and does not stop the
 * job.
 *
 * @param <T> what is written
 */
public final class IndexSink<T> implements Sink<T> {
  private static final long serialVersionUID = 1L;

  /** Elements of a batch at the most. */
  static final int BATCH = 500;

  /**
   * How long an element waits for its batch to fill at the most, unless nothing more comes. Half a
   * second made batches of a sixth of their size where one subtask has some 170 feedback a second.
   */
  static final Duration LINGER = Duration.ofSeconds(1);

  private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

  private final BatchIndexer.Factory<T> indexers;
  private final Duration retryFor;

  /**
   * A sink.
   *
   * @param indexers make the indexer of each subtask
   * @param retryFor how long a batch that makes no progress is tried again before the job fails
   */
  public IndexSink(BatchIndexer.Factory<T> indexers, Duration retryFor) {
    this.indexers = indexers;
    this.retryFor = retryFor;
  }

  /** Patience with an Elasticsearch that is away. */
  static Patience patience(Duration retryFor) {
    return new Patience(retryFor, FIRST_PAUSE, LONGEST_PAUSE, System::nanoTime);
  }

  @Override
  public SinkWriter<T> createWriter(WriterInitContext context) throws IOException {
    return writer(context.getProcessingTimeService(), context.metricGroup());
  }

  /** A writer, for an operator that writes and is no sink. */
  IndexWriter<T> writer(ProcessingTimeService time, MetricGroup group) throws IOException {
    return new IndexWriter<>(delivery(group), time, BATCH, LINGER);
  }

  /** The delivery alone, for an operator that has one batch to write. */
  Delivery<T> delivery(MetricGroup group) throws IOException {
    BatchIndexer<T> indexer = indexers.create();
    DeliveryMetrics metrics =
        new DeliveryMetrics(group, indexer.writes(), System::nanoTime, Clock.systemUTC());
    return new Delivery<>(indexer, patience(retryFor), metrics);
  }
}
