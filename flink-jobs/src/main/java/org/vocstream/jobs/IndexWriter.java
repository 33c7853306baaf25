package org.vocstream.jobs;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledFuture;
import org.apache.flink.api.common.operators.ProcessingTimeService;
import org.apache.flink.api.connector.sink2.SinkWriter;

/**
 * Fills one batch while the one before is on its way: never more than these two, so a slow
 * Elasticsearch holds the stream back. Called by the task's thread only.
 */
final class IndexWriter<T> implements SinkWriter<T> {
  private final Delivery<T> delivery;
  private final ProcessingTimeService time;
  private final int batchSize;
  private final Duration linger;
  private final ExecutorService sender =
      Executors.newSingleThreadExecutor(
          task -> {
            Thread thread = new Thread(task, "voc-index-sender");
            thread.setDaemon(true);
            return thread;
          });

  private List<T> batch = new ArrayList<>();
  private Future<?> onItsWay = CompletableFuture.completedFuture(null);
  private ScheduledFuture<?> nextLook;

  IndexWriter(Delivery<T> delivery, ProcessingTimeService time, int batchSize, Duration linger) {
    this.delivery = delivery;
    this.time = time;
    this.batchSize = batchSize;
    this.linger = linger;
    waitForMore();
  }

  @Override
  public void write(T element, Context context) throws IOException, InterruptedException {
    batch.add(element);
    if (batch.size() >= batchSize) {
      send();
    }
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
    try {
      onItsWay.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException cause) {
        throw cause;
      }
      throw new IOException("the batch could not be written: " + e.getCause(), e.getCause());
    }
  }

  /** Sends a batch that does not fill, so that a quiet stream is indexed too. */
  private void waitForMore() {
    nextLook =
        time.registerTimer(
            time.getCurrentProcessingTime() + linger.toMillis(),
            now -> {
              if (onItsWay.isDone()) {
                send();
              }
              waitForMore();
            });
  }

  @Override
  public void close() throws IOException {
    nextLook.cancel(false);
    sender.shutdownNow();
    delivery.close();
  }
}
