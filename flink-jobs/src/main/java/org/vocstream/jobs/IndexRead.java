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
 * Reads something out of Elasticsearch from its beginning to its end, and closes the connection
 * there. For one thread.
 *
 * @param <T> what is read
 */
final class IndexRead<T> implements Iterator<T>, Closeable {
  private final ElasticsearchConnection connection;
  private final Iterator<T> rows;
  private boolean closed;

  /** Opens what is to be read; closed with the connection where it is {@link Closeable}. */
  interface Opening<T> extends Serializable {
    /** The rows. */
    Iterator<T> open(ElasticsearchConnection connection) throws IOException;
  }

  IndexRead(URI elasticsearch, Opening<T> opening) {
    try {
      connection = ElasticsearchConnection.open(elasticsearch, Credentials.of(System.getenv()));
      rows = opening.open(connection);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "what stands in the index cannot be read: " + e.getMessage(), e);
    }
  }

  @Override
  public boolean hasNext() {
    if (closed) {
      return false;
    }
    if (!rows.hasNext()) {
      close();
      return false;
    }
    return true;
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
