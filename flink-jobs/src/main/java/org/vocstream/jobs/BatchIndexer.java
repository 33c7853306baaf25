package org.vocstream.jobs;

import java.io.Closeable;
import java.io.IOException;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import org.vocstream.elasticsearch.Outcome;
import org.vocstream.elasticsearch.VocIndex;

/**
 * Writes a batch into the index and says of each element what became of it. The seam between the
 * sink, which schedules and retries, and Elasticsearch. Used by one thread at a time.
 *
 * @param <T> what is written
 */
public interface BatchIndexer<T> extends Closeable {
  /**
   * One outcome per element, in order. Elements with a retryable outcome were not written, or not
   * wholly.
   */
  List<Outcome> index(List<T> batch);

  /** The kind of document it writes. */
  VocIndex writes();

  /** When this element was published, or null where that is not known or not asked for. */
  default Instant publishedAt(T element) {
    return null;
  }

  /** Makes indexers where the job runs. */
  interface Factory<T> extends Serializable {
    /** A new indexer, closed by the caller. */
    BatchIndexer<T> create() throws IOException;
  }
}
