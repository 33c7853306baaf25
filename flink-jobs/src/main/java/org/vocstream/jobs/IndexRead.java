package org.vocstream.jobs;

import java.io.Closeable;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Iterator;
import org.vocstream.elasticsearch.Credentials;
import org.vocstream.elasticsearch.ElasticsearchConnection;

/**
 * Rows that are read from their beginning to their end, and what is closed there. For one thread.
 *
 * @param <T> what is read
 */
final class IndexRead<T> implements Iterator<T>, Closeable {
  private final Iterator<T> rows;
  private final Closeable connection;
  private boolean closed;

  /** Begins to read, on the machine where the source runs. */
  interface Opening<T> extends Serializable {
    /** A new read from the beginning. */
    IndexRead<T> open();
  }

  /** What is asked of Elasticsearch; rows that are {@link Closeable} are closed at the end. */
  interface Query<T> extends Serializable {
    /** The rows. */
    Iterator<T> rows(ElasticsearchConnection connection) throws IOException;
  }

  /**
   * Rows.
   *
   * @param connection closed after the last row
   */
  IndexRead(Iterator<T> rows, Closeable connection) {
    this.rows = rows;
    this.connection = connection;
  }

  /** Reads out of an Elasticsearch, with the credentials of the environment. */
  static <T> Opening<T> of(URI elasticsearch, Query<T> query) {
    return () -> {
      try {
        ElasticsearchConnection connection =
            ElasticsearchConnection.open(elasticsearch, Credentials.of(System.getenv()));
        return new IndexRead<>(query.rows(connection), connection::close);
      } catch (IOException e) {
        throw new UncheckedIOException(
            "what stands in the index cannot be read: " + e.getMessage(), e);
      }
    };
  }

  @Override
  public boolean hasNext() {
    if (!closed && !rows.hasNext()) {
      close();
    }
    return !closed;
  }

  @Override
  public T next() {
    return rows.next();
  }

  @Override
  public void close() {
    closed = true;
    try (connection) {
      if (rows instanceof Closeable open) {
        open.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
