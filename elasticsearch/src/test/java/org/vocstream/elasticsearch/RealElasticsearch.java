package org.vocstream.elasticsearch;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests a client of one embedded Elasticsearch, started once for all of them and empty of
 * indices and templates before each.
 */
final class RealElasticsearch implements ParameterResolver, BeforeEachCallback {
  /** Where the build of elasticsearch/embedded puts the server. */
  static final Path SERVER = Path.of("embedded/target/server");

  private static final ExtensionContext.Namespace NAMESPACE =
      ExtensionContext.Namespace.create(RealElasticsearch.class);

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == ElasticsearchClient.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return client(context);
  }

  @Override
  public void beforeEach(ExtensionContext context) throws IOException {
    ElasticsearchClient client = client(context);
    List<String> indices =
        List.copyOf(client.indices().get(g -> g.index("voc-*", "other-*")).result().keySet());
    if (!indices.isEmpty()) {
      client.indices().delete(d -> d.index(indices));
    }
    for (var template : client.indices().getIndexTemplate(g -> g.name("voc-*")).indexTemplates()) {
      client.indices().deleteIndexTemplate(d -> d.name(template.name()));
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
            EmbeddedElasticsearch.start(
                ServerOptions.of(SERVER, home).withPort(0), System.out::println);
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
