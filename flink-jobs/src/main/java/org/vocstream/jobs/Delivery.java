package org.vocstream.jobs;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.vocstream.elasticsearch.Outcome;

/**
 * Brings batches to the index, trying again what can succeed later. Used by one thread, closed by
 * another.
 */
final class Delivery<T> implements Closeable {
  private final BatchIndexer<T> indexer;
  private final Patience patience;
  private final DeliveryMetrics metrics;
  private final CountDownLatch closed = new CountDownLatch(1);

  /**
   * Delivery with this indexer.
   *
   * @param patience for an index that takes nothing
   */
  Delivery(BatchIndexer<T> indexer, Patience patience, DeliveryMetrics metrics) {
    this.indexer = indexer;
    this.patience = patience;
    this.metrics = metrics;
  }

  /**
   * Writes the batch, however long that takes within the limit.
   *
   * @throws IndexAwayException where nothing more of it could be written for the time that retries
   *     may take
   * @throws IOException where it is closed meanwhile
   */
  void deliver(List<T> batch) throws IOException, InterruptedException {
    List<T> pending = batch;
    long begin = metrics.begin();
    patience.renew();
    while (true) {
      List<Outcome> outcomes = indexer.index(pending);
      if (outcomes.size() != pending.size()) {
        throw new IllegalStateException(
            outcomes.size() + " outcomes for " + pending.size() + " documents");
      }
      List<T> again = new ArrayList<>();
      String reason = null;
      for (int i = 0; i < outcomes.size(); i++) {
        Outcome outcome = outcomes.get(i);
        if (outcome.kind() == Outcome.Kind.RETRY) {
          again.add(pending.get(i));
          reason = outcome.reason();
        } else if (outcome.kind() == Outcome.Kind.REJECTED) {
          metrics.rejected();
        } else {
          metrics.indexed(indexer.publishedAt(pending.get(i)));
        }
      }
      if (again.isEmpty()) {
        metrics.arrived(begin);
        return;
      }
      if (again.size() < pending.size()) {
        patience.renew();
      }
      pending = again;
      pause(again.size(), reason);
    }
  }

  private void pause(int left, String reason) throws IOException, InterruptedException {
    if (patience.isExhausted()) {
      throw new IndexAwayException(
          String.format(
              "Elasticsearch has not taken %,d documents for %d s (%s); start the job again when it"
                  + " is back, nothing is lost",
              left, patience.limit().toSeconds(), reason));
    }
    metrics.retried();
    if (closed.await(patience.nextPause().toMillis(), TimeUnit.MILLISECONDS)) {
      throw new IOException("closed while Elasticsearch was away (" + reason + ")");
    }
  }

  @Override
  public void close() throws IOException {
    closed.countDown();
    indexer.close();
  }
}
