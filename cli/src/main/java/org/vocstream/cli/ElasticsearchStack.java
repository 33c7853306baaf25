package org.vocstream.cli;

import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.LoggerFactory;
import org.vocstream.elasticsearch.Credentials;
import org.vocstream.elasticsearch.ElasticsearchConnection;
import org.vocstream.elasticsearch.ElasticsearchUnavailable;
import org.vocstream.elasticsearch.EmbeddedElasticsearch;
import org.vocstream.elasticsearch.Schema;
import org.vocstream.elasticsearch.ServerOptions;

/**
 * An Elasticsearch to work with, ready with templates and indices. Closing it stops what was
 * started for it, nothing else.
 */
final class ElasticsearchStack implements AutoCloseable {
  private final ElasticsearchConnection connection;
  private final EmbeddedElasticsearch own;

  private ElasticsearchStack(ElasticsearchConnection connection, EmbeddedElasticsearch own) {
    this.connection = connection;
    this.own = own;
  }

  /**
   * The cluster that is named, else the one that {@code voc up} keeps running, else an embedded one
   * started now.
   *
   * @param named address of a user's own cluster, or null
   * @param progress is told each step
   */
  static ElasticsearchStack open(URI named, WorkDirectory work, Consumer<String> progress)
      throws InterruptedException {
    try {
      if (named != null) {
        return connect(named, null, progress);
      }
      Optional<StackFile> up = StackFile.running(work);
      return up.isPresent()
          ? connect(up.get().elasticsearch(), null, progress)
          : start(work, ServerOptions.DEFAULT_PORT, progress);
    } catch (IllegalArgumentException e) {
      throw UserError.usage("--elasticsearch " + named + ": " + e.getMessage());
    } catch (IOException e) {
      throw UserError.failed(e.getMessage(), e);
    }
  }

  /** An embedded one, started now in this work directory. */
  static ElasticsearchStack start(WorkDirectory work, int port, Consumer<String> progress)
      throws IOException, InterruptedException {
    Path server = Voc.home().resolve("elasticsearch/embedded/target/server");
    EmbeddedElasticsearch embedded =
        EmbeddedElasticsearch.start(
            ServerOptions.of(server, work.elasticsearch()).withPort(port), progress);
    try {
      return connect(embedded.uri(), embedded, text -> {});
    } catch (IOException | RuntimeException e) {
      embedded.close();
      throw e;
    }
  }

  private static ElasticsearchStack connect(
      URI uri, EmbeddedElasticsearch own, Consumer<String> progress) throws IOException {
    Credentials credentials = own == null ? Credentials.of(System.getenv()) : Credentials.none();
    ElasticsearchConnection connection = ElasticsearchConnection.open(uri, credentials);
    try {
      progress.accept("Elasticsearch: " + connection.verify() + " at " + uri);
      new Schema(connection.client()).ensure();
      return new ElasticsearchStack(connection, own);
    } catch (ElasticsearchException e) {
      connection.close();
      throw new ElasticsearchUnavailable("Elasticsearch at " + uri + ": " + e.getMessage(), e);
    } catch (IOException | RuntimeException e) {
      connection.close();
      throw e;
    }
  }

  /** The connection; closed with the stack. */
  ElasticsearchConnection connection() {
    return connection;
  }

  /** The address. */
  URI uri() {
    return connection.uri();
  }

  /** Whether it was started here, and ends with this process. */
  boolean isOwn() {
    return own != null;
  }

  /** True while it answers for itself: false only where it was started here and has ended. */
  boolean isAlive() {
    return own == null || own.isAlive();
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (IOException e) {
      LoggerFactory.getLogger(ElasticsearchStack.class).info("closing the connection", e);
    }
    if (own != null) {
      own.close();
    }
  }
}
