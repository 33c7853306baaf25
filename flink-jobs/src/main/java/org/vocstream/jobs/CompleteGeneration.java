package org.vocstream.jobs;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.BoundedOneInput;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/**
 * Writes down that a generation is complete, once every subtask before it has written all: so
 * nobody need wait for the job. One subtask. Called by the task's thread only.
 */
final class CompleteGeneration extends AbstractStreamOperator<Void>
    implements OneInputStreamOperator<Void, Void>, BoundedOneInput {
  private static final long serialVersionUID = 1L;

  private final BatchIndexer.Factory<Instant> indexers;
  private final Instant readUpTo;
  private final Duration retryFor;

  /**
   * An operator.
   *
   * @param generation its number
   * @param readUpTo whatever was written before this instant stands in it
   * @param retryFor how long to wait for an Elasticsearch that is away before the job fails
   */
  CompleteGeneration(URI elasticsearch, int generation, Instant readUpTo, Duration retryFor) {
    this.indexers = Indexers.generation(elasticsearch, generation);
    this.readUpTo = readUpTo;
    this.retryFor = retryFor;
  }

  @Override
  public void processElement(StreamRecord<Void> nothing) {
    throw new IllegalStateException("nothing comes before the end");
  }

  @Override
  public void endInput() throws Exception {
    try (Delivery<Instant> delivery =
        new IndexSink<>(indexers, retryFor).delivery(getMetricGroup())) {
      delivery.deliver(List.of(readUpTo));
    }
  }
}
