package org.vocstream.jobs;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.flink.api.connector.source.ReaderOutput;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.api.connector.source.SourceReaderContext;
import org.apache.flink.core.io.InputStatus;
import org.vocstream.jobs.IndexSource.Whole;

/** Reads the one split of an {@link IndexSource}. Called by the task's thread only. */
final class IndexReader<T> implements SourceReader<T, Whole<T>> {
  private final SourceReaderContext context;
  private CompletableFuture<Void> available = new CompletableFuture<>();
  private Whole<T> whole;
  private IndexRead<T> read;
  private boolean noMore;

  IndexReader(SourceReaderContext context) {
    this.context = context;
  }

  @Override
  public void start() {
    if (whole == null) {
      context.sendSplitRequest();
    }
  }

  @Override
  public InputStatus pollNext(ReaderOutput<T> output) {
    if (whole != null) {
      if (read == null) {
        read = whole.open();
      }
      if (read.hasNext()) {
        output.collect(read.next());
        return InputStatus.MORE_AVAILABLE;
      }
      read = null;
      whole = null;
      context.sendSplitRequest();
    }
    if (noMore) {
      return InputStatus.END_OF_INPUT;
    }
    if (available.isDone()) {
      available = new CompletableFuture<>();
    }
    return InputStatus.NOTHING_AVAILABLE;
  }

  @Override
  public List<Whole<T>> snapshotState(long checkpoint) {
    return whole == null ? List.of() : List.of(whole);
  }

  @Override
  public CompletableFuture<Void> isAvailable() {
    return whole == null ? available : CompletableFuture.completedFuture(null);
  }

  @Override
  public void addSplits(List<Whole<T>> splits) {
    whole = splits.get(0);
    available.complete(null);
  }

  @Override
  public void notifyNoMoreSplits() {
    noMore = true;
    available.complete(null);
  }

  @Override
  public void close() {
    if (read != null) {
      read.close();
    }
  }
}
