package org.vocstream.jobs;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.flink.api.connector.source.Source;
import org.vocstream.elasticsearch.Outcome;
import org.vocstream.elasticsearch.VocIndex;

/** What a job in this process has written, in order of arrival; the same sink as in production. */
final class Collected<T> implements BatchIndexer.Factory<T> {
  private static final long serialVersionUID = 1L;
  private static final AtomicInteger LAST = new AtomicInteger();
  private static final Map<Integer, List<Object>> WRITTEN = new ConcurrentHashMap<>();

  private final int number = LAST.incrementAndGet();

  /** A source that ends at once. */
  static <T> Source<T, ?, ?> nothing() {
    return new IndexSource<>(
        () -> new IndexRead<>(Collections.emptyIterator(), () -> {}), Duration.ZERO);
  }

  @Override
  public BatchIndexer<T> create() {
    return new BatchIndexer<>() {
      @Override
      public List<Outcome> index(List<T> batch) {
        written().addAll(batch);
        return Collections.nCopies(batch.size(), FakeIndexer.CREATED);
      }

      @Override
      public VocIndex writes() {
        return VocIndex.FEEDBACK;
      }

      @Override
      public void close() {}
    };
  }

  @SuppressWarnings("unchecked")
  List<T> all() {
    return (List<T>) List.copyOf(written());
  }

  private List<Object> written() {
    return WRITTEN.computeIfAbsent(number, n -> Collections.synchronizedList(new ArrayList<>()));
  }
}
