package org.vocstream.jobs;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledFuture;
import org.apache.flink.api.common.operators.ProcessingTimeService;
import org.apache.flink.api.connector.sink2.SinkWriter;

/**
 * Fills one batch while the one before is on its way: never more than these two, so a slow
 * Elasticsearch holds the stream back. A batch that does not fill is sent when nothing more has
 * come for a tenth of the linger time, or when it has waited that long: so the end of a burst is
 * indexed at once, and a steady trickle still makes batches. Called by the task's thread only.
 */
final class IndexWriter<T> implements SinkWriter<T> {
  private final Delivery<T> delivery;
  private final ProcessingTimeService time;
  private final int batchSize;
  private final long longest;
  private final long quiet;
  private final ExecutorService sender =
      Executors.newSingleThreadExecutor(
          task -> {
            Thread thread = new Thread(task, "voc-index-sender");
            thread.setDaemon(true);
            return thread;
          });

  private List<T> batch = new ArrayList<>();
  private long begun;
  private int seen;
  private Future<?> onItsWay;
  private ScheduledFuture<?> nextLook;

  IndexWriter(Delivery<T> delivery, ProcessingTimeService time, int batchSize, Duration linger) {
    this.delivery = delivery;
    this.time = time;
    this.batchSize = batchSize;
    this.longest = linger.toMillis();
    this.quiet = Math.max(1, longest / 10);
  }

  @Override
  public void write(T element, Context context) throws IOException, InterruptedException {
    if (batch.isEmpty()) {
      begun = time.getCurrentProcessingTime();
      seen = 0;
    }
    batch.add(element);
    if (batch.size() >= batchSize) {
      send();
    }
    lookLater();
  }

  @Override
  public void flush(boolean endOfInput) throws IOException, InterruptedException {
    send();
    arrival();
  }

  private void send() throws IOException, InterruptedException {
    arrival();
    if (!batch.isEmpty()) {
      List<T> full = batch;
      batch = new ArrayList<>();
      onItsWay =
          sender.submit(
              () -> {
                delivery.deliver(full);
                return null;
              });
    }
  }

  /** Waits until the batch on its way has arrived. */
  private void arrival() throws IOException, InterruptedException {
    if (onItsWay == null) {
      return;
    }
    try {
      onItsWay.get();
      onItsWay = null;
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException cause) {
        throw cause;
      }
      throw new IOException("the batch could not be written: " + e.getCause(), e.getCause());
    }
  }

  private void lookLater() {
    if (nextLook == null) {
      nextLook = time.registerTimer(time.getCurrentProcessingTime() + quiet, this::look);
    }
  }

  /** Sends a batch that does not fill, and finds that one has failed in a quiet stream, too. */
  private void look(long now) throws IOException, InterruptedException {
    nextLook = null;
    if (onItsWay == null || onItsWay.isDone()) {
      if (batch.size() == seen || now - begun >= longest) {
        send();
      } else {
        arrival();
      }
    }
    seen = batch.size();
    if (!batch.isEmpty() || onItsWay != null) {
      lookLater();
    }
  }

  @Override
  public void close() throws IOException {
    if (nextLook != null) {
      nextLook.cancel(false);
    }
    sender.shutdownNow();
    delivery.close();
  }
}
