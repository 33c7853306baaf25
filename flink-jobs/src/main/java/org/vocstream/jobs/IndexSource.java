package org.vocstream.jobs;

import java.time.Duration;
import org.apache.flink.api.connector.source.Boundedness;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.api.connector.source.SourceReaderContext;
import org.apache.flink.api.connector.source.SourceSplit;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.apache.flink.core.io.SimpleVersionedSerializer;

/**
 * A source that reads something out of Elasticsearch, one state of it, by one subtask. After a
 * failure it is read from the beginning again, of the state of then: whatever stands behind it must
 * bear rows that come twice.
 *
 * <p>It ends after the last row. In a job that goes on for ever it stays open instead, with its
 * watermark at the end of time: a task that ends while a checkpoint is made spoils it, and a
 * savepoint that is declined at that moment is one that a person must ask for again.
 *
 * @param <T> what is read
 */
final class IndexSource<T> implements Source<T, IndexSource.Whole<T>, Boolean> {
  private static final long serialVersionUID = 1L;

  private final IndexRead.Opening<T> opening;
  private final Duration retryFor;
  private final boolean staysOpen;

  /**
   * A source that ends after the last row.
   *
   * @param retryFor how long to wait for an Elasticsearch that is away before the job fails
   */
  IndexSource(IndexRead.Opening<T> opening, Duration retryFor) {
    this(opening, retryFor, false);
  }

  private IndexSource(IndexRead.Opening<T> opening, Duration retryFor, boolean staysOpen) {
    this.opening = opening;
    this.retryFor = retryFor;
    this.staysOpen = staysOpen;
  }

  /** The same for a job that goes on for ever, or not. */
  IndexSource<T> within(boolean endless) {
    return new IndexSource<>(opening, retryFor, endless);
  }

  /** All that is to be read. */
  static final class Whole<T> implements SourceSplit {
    private final IndexSource<T> source;

    Whole(IndexSource<T> source) {
      this.source = source;
    }

    @Override
    public String splitId() {
      return "whole";
    }

    IndexRead<T> open() {
      return source.opening.open();
    }
  }

  @Override
  public Boundedness getBoundedness() {
    return staysOpen ? Boundedness.CONTINUOUS_UNBOUNDED : Boundedness.BOUNDED;
  }

  @Override
  public SourceReader<T, Whole<T>> createReader(SourceReaderContext context) {
    return new IndexReader<>(context, IndexSink.patience(retryFor), staysOpen);
  }

  @Override
  public SplitEnumerator<Whole<T>, Boolean> createEnumerator(
      SplitEnumeratorContext<Whole<T>> context) {
    return restoreEnumerator(context, true);
  }

  @Override
  public SplitEnumerator<Whole<T>, Boolean> restoreEnumerator(
      SplitEnumeratorContext<Whole<T>> context, Boolean left) {
    return new IndexEnumerator<>(context, left ? new Whole<>(this) : null);
  }

  @Override
  public SimpleVersionedSerializer<Whole<T>> getSplitSerializer() {
    return new SimpleVersionedSerializer<>() {
      @Override
      public int getVersion() {
        return 1;
      }

      @Override
      public byte[] serialize(Whole<T> whole) {
        return new byte[0];
      }

      @Override
      public Whole<T> deserialize(int version, byte[] serialized) {
        return new Whole<>(IndexSource.this);
      }
    };
  }

  @Override
  public SimpleVersionedSerializer<Boolean> getEnumeratorCheckpointSerializer() {
    return new SimpleVersionedSerializer<>() {
      @Override
      public int getVersion() {
        return 1;
      }

      @Override
      public byte[] serialize(Boolean left) {
        return new byte[] {(byte) (left ? 1 : 0)};
      }

      @Override
      public Boolean deserialize(int version, byte[] serialized) {
        return serialized[0] != 0;
      }
    };
  }
}
