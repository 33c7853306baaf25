package org.vocstream.elasticsearch;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.Refresh;
import co.elastic.clients.elasticsearch.core.BulkRequest;
import co.elastic.clients.elasticsearch.core.search.Hit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests a client of one embedded Elasticsearch, started once for all of them. Each class
 * finds the schema of the program and no document.
 */
final class RealElasticsearch implements ParameterResolver, BeforeAllCallback {
  /** Where the build of elasticsearch/embedded puts the server. */
  static final Path SERVER = Path.of("embedded/target/server");

  private static final ExtensionContext.Namespace NAMESPACE =
      ExtensionContext.Namespace.create(RealElasticsearch.class);

  /** Any free port, a small heap and a quick start. */
  static ServerOptions options(Path home) {
    return ServerOptions.of(SERVER, home)
        .withPort(0)
        .withHeapMegabytes(256)
        .withJvmOptions("-XX:TieredStopAtLevel=1");
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == ElasticsearchClient.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return client(context);
  }

  @Override
  public void beforeAll(ExtensionContext context) throws IOException {
    ElasticsearchClient client = client(context);
    clear(client);
    new Schema(client).ensure();
  }

  /** Removes indices and templates. */
  static void clear(ElasticsearchClient client) throws IOException {
    dropIndices(client, "voc-*", "other-*");
    for (var template : client.indices().getIndexTemplate(g -> g.name("voc-*")).indexTemplates()) {
      client.indices().deleteIndexTemplate(d -> d.name(template.name()));
    }
  }

  /** Removes indices that stand outside the schema, and all documents; quicker than clear. */
  static void empty(ElasticsearchClient client) throws IOException {
    dropIndices(client, "other-*");
    new Counts(client).refresh();
    BulkRequest.Builder deletes = new BulkRequest.Builder().refresh(Refresh.True);
    List<Hit<Void>> hits =
        client
            .search(s -> s.index("voc-*").size(1_000).source(f -> f.fetch(false)), Void.class)
            .hits()
            .hits();
    hits.forEach(hit -> deletes.operations(o -> o.delete(d -> d.index(hit.index()).id(hit.id()))));
    if (!hits.isEmpty()) {
      client.bulk(deletes.build());
    }
  }

  private static void dropIndices(ElasticsearchClient client, String... patterns)
      throws IOException {
    List<String> indices =
        List.copyOf(client.indices().get(g -> g.index(List.of(patterns))).result().keySet());
    if (!indices.isEmpty()) {
      client.indices().delete(d -> d.index(indices));
    }
  }

  private static ElasticsearchClient client(ExtensionContext context) {
    return context
        .getRoot()
        .getStore(NAMESPACE)
        .getOrComputeIfAbsent("server", key -> Started.start(), Started.class)
        .connection
        .client();
  }

  /** The server and the connection to it, closed after the last test. */
  private record Started(
      Path home, EmbeddedElasticsearch server, ElasticsearchConnection connection)
      implements ExtensionContext.Store.CloseableResource {

    static Started start() {
      try {
        Path home = Files.createTempDirectory("voc-elasticsearch");
        EmbeddedElasticsearch server =
            EmbeddedElasticsearch.start(options(home), System.out::println);
        return new Started(
            home, server, ElasticsearchConnection.open(server.uri(), Credentials.none()));
      } catch (IOException e) {
        throw new IllegalStateException(e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }

    @Override
    public void close() throws IOException {
      connection.close();
      server.close();
      try (Stream<Path> files = Files.walk(home)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }
}
