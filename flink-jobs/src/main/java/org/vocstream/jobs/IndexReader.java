package org.vocstream.jobs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.connector.source.ReaderOutput;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.api.connector.source.SourceReaderContext;
import org.apache.flink.core.io.InputStatus;
import org.vocstream.jobs.IndexSource.Whole;

/** Reads the one split of an {@link IndexSource}. Called by the task's thread only. */
final class IndexReader<T> implements SourceReader<T, Whole<T>> {
  private final SourceReaderContext context;
  private final Patience patience;
  private final boolean staysOpen;
  private CompletableFuture<Void> available = new CompletableFuture<>();
  private Whole<T> whole;
  private IndexRead<T> read;
  private boolean noMore;
  private boolean saidSo;
  private long rows;
  private long furthest;

  /**
   * A reader.
   *
   * @param staysOpen whether it goes on when all is read, without a row ever to come
   */
  IndexReader(SourceReaderContext context, Patience patience, boolean staysOpen) {
    this.context = context;
    this.patience = patience;
    this.staysOpen = staysOpen;
  }

  @Override
  public void start() {
    if (whole == null) {
      context.sendSplitRequest();
    }
  }

  @Override
  public InputStatus pollNext(ReaderOutput<T> output) throws IOException {
    if (whole != null) {
      try {
        if (read == null) {
          read = whole.open();
        }
        if (read.hasNext()) {
          output.collect(read.next());
          if (++rows > furthest) {
            furthest = rows;
            patience.renew();
          }
          return InputStatus.MORE_AVAILABLE;
        }
      } catch (UncheckedIOException e) {
        return again(e);
      }
      read = null;
      whole = null;
      context.sendSplitRequest();
    }
    if (noMore && !staysOpen) {
      return InputStatus.END_OF_INPUT;
    }
    if (noMore && !saidSo) {
      saidSo = true;
      output.emitWatermark(Watermark.MAX_WATERMARK);
    }
    if (available.isDone()) {
      available = new CompletableFuture<>();
    }
    return InputStatus.NOTHING_AVAILABLE;
  }

  /** Reads from the beginning again, after a pause that holds nothing else up. */
  private InputStatus again(UncheckedIOException failure) throws IOException {
    read = null;
    rows = 0;
    if (patience.isExhausted()) {
      throw new IndexAwayException(
          String.format(
              "Elasticsearch could not be read for %d s (%s); start the job again when it is back, nothing is lost",
              patience.limit().toSeconds(), failure.getMessage()));
    }
    available = new CompletableFuture<>();
    CompletableFuture<Void> waiting = available;
    CompletableFuture.delayedExecutor(patience.nextPause().toMillis(), TimeUnit.MILLISECONDS)
        .execute(() -> waiting.complete(null));
    return InputStatus.NOTHING_AVAILABLE;
  }

  @Override
  public List<Whole<T>> snapshotState(long checkpoint) {
    return whole == null ? List.of() : List.of(whole);
  }

  @Override
  public CompletableFuture<Void> isAvailable() {
    return available;
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
