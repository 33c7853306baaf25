package org.vocstream.jobs;

import java.net.URI;
import java.time.Duration;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.BoundedOneInput;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.vocstream.elasticsearch.Target;
import org.vocstream.scoring.ScoredFeedback;

/**
 * Writes scored feedback into a generation, like {@link IndexSink}, and ends when all of it stands
 * there: whatever comes behind it then knows. It hands nothing on. Called by the task's thread
 * only.
 */
final class FillGeneration extends AbstractStreamOperator<Void>
    implements OneInputStreamOperator<ScoredFeedback, Void>, BoundedOneInput {
  private static final long serialVersionUID = 1L;

  private final BatchIndexer.Factory<ScoredFeedback> indexers;
  private final Duration retryFor;

  private transient IndexWriter<ScoredFeedback> writer;

  /**
   * An operator.
   *
   * @param into the generation
   * @param retryFor how long to wait for an Elasticsearch that is away before the job fails
   */
  FillGeneration(URI elasticsearch, Target into, Duration retryFor) {
    this.indexers = Indexers.feedback(elasticsearch, into);
    this.retryFor = retryFor;
  }

  @Override
  public void open() throws Exception {
    super.open();
    writer =
        new IndexSink<>(indexers, retryFor).writer(getProcessingTimeService(), getMetricGroup());
  }

  @Override
  public void processElement(StreamRecord<ScoredFeedback> scored) throws Exception {
    writer.write(scored.getValue(), null);
  }

  @Override
  public void prepareSnapshotPreBarrier(long checkpoint) throws Exception {
    writer.flush(false);
  }

  @Override
  public void endInput() throws Exception {
    writer.flush(true);
  }

  @Override
  public void close() throws Exception {
    if (writer != null) {
      writer.close();
    }
    super.close();
  }
}
