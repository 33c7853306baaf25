package org.vocstream.benchmarks;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import java.io.IOException;
import java.util.function.Consumer;
import org.vocstream.cli.Voc;
import org.vocstream.cli.WorkDirectory;
import org.vocstream.elasticsearch.Credentials;
import org.vocstream.elasticsearch.ElasticsearchConnection;
import org.vocstream.elasticsearch.EmbeddedElasticsearch;
import org.vocstream.elasticsearch.Schema;
import org.vocstream.elasticsearch.ServerOptions;

/**
 * An embedded Elasticsearch to measure with, empty at first, its folder deleted at the end. For one
 * thread.
 */
final class OwnElasticsearch implements AutoCloseable {
  private final WorkDirectory work;
  private final EmbeddedElasticsearch server;
  private final ElasticsearchConnection connection;

  private OwnElasticsearch(
      WorkDirectory work, EmbeddedElasticsearch server, ElasticsearchConnection connection) {
    this.work = work;
    this.server = server;
    this.connection = connection;
  }

  /** Starts it, with templates and indices. */
  static OwnElasticsearch start(WorkDirectory work, Consumer<String> progress)
      throws IOException, InterruptedException {
    work.delete();
    EmbeddedElasticsearch server =
        EmbeddedElasticsearch.start(
            ServerOptions.of(
                    Voc.home().resolve("elasticsearch/embedded/target/server"),
                    work.elasticsearch())
                .withPort(0),
            progress);
    boolean up = false;
    try {
      ElasticsearchConnection connection =
          ElasticsearchConnection.open(server.uri(), Credentials.none());
      new Schema(connection.client()).ensure();
      up = true;
      return new OwnElasticsearch(work, server, connection);
    } finally {
      if (!up) {
        server.close();
      }
    }
  }

  ElasticsearchClient client() {
    return connection.client();
  }

  /** Its address. */
  String address() {
    return server.uri().toString();
  }

  /** Processor time so far, seconds. */
  double seconds() {
    return ProcessorTime.of(server.pid());
  }

  @Override
  public void close() throws IOException {
    try (server) {
      connection.close();
    }
    work.delete();
  }
}
