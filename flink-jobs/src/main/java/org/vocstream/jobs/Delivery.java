package org.vocstream.jobs;

import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;
import org.vocstream.elasticsearch.Outcome;

/**
 * Brings batches to the index, trying again what can succeed later. Used by one thread, closed by
 * another.
 */
final class Delivery<T> implements Closeable {
  private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

  private final BatchIndexer<T> indexer;
  private final Duration retryFor;
  private final Counter indexed;
  private final Counter rejected;
  private final Counter retries;
  private final CountDownLatch closed = new CountDownLatch(1);

  Delivery(BatchIndexer<T> indexer, Duration retryFor, MetricGroup metrics) {
    this.indexer = indexer;
    this.retryFor = retryFor;
    this.indexed = metrics.counter("indexed");
    this.rejected = metrics.counter("rejected");
    this.retries = metrics.counter("retries");
  }

  /**
   * Writes the batch, however long that takes within the limit.
   *
   * @throws IOException where nothing more of it could be written for the time that retries may
   *     take
   */
  void deliver(List<T> batch) throws IOException, InterruptedException {
    List<T> pending = batch;
    Duration pause = FIRST_PAUSE;
    long progress = System.nanoTime();
    while (true) {
      List<Outcome> outcomes = indexer.index(pending);
      List<T> again = new ArrayList<>();
      String reason = null;
      for (int i = 0; i < outcomes.size(); i++) {
        Outcome outcome = outcomes.get(i);
        if (outcome.kind() == Outcome.Kind.RETRY) {
          again.add(pending.get(i));
          reason = outcome.reason();
        } else {
          (outcome.kind() == Outcome.Kind.REJECTED ? rejected : indexed).inc();
        }
      }
      if (again.isEmpty()) {
        return;
      }
      if (again.size() < pending.size()) {
        pause = FIRST_PAUSE;
        progress = System.nanoTime();
      }
      if (System.nanoTime() - progress > retryFor.toNanos()) {
        throw new IOException(
            String.format(
                "Elasticsearch has not taken %,d documents for %d s (%s); start the job again when it is back, nothing is lost",
                again.size(), retryFor.toSeconds(), reason));
      }
      retries.inc();
      pending = again;
      if (closed.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new IOException("closed while Elasticsearch was away (" + reason + ")");
      }
      pause =
          pause.multipliedBy(2).compareTo(LONGEST_PAUSE) > 0
              ? LONGEST_PAUSE
              : pause.multipliedBy(2);
    }
  }

  @Override
  public void close() throws IOException {
    closed.countDown();
    indexer.close();
  }
}
