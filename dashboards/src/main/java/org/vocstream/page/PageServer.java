package org.vocstream.page;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.staticfiles.Location;
import io.javalin.util.JavalinBindException;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.Map;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vocstream.elasticsearch.QuestionException;
import org.vocstream.scoring.ModelFolder;

/**
 * Serves the built-in page and what it asks for, until it is closed. It reads the index, and writes
 * only what people do about alerts, and corrections. Safe for several threads.
 */
public final class PageServer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(PageServer.class);
  private static final long MOST_BYTES = 64_000;
  private static final int THREADS = 16;

  private final Javalin server;
  private final PageOptions options;

  private PageServer(Javalin server, PageOptions options) {
    this.server = server;
    this.options = options;
  }

  /**
   * Starts serving; on any free port where the one asked for is taken.
   *
   * @param models that scored, for their known errors
   * @param clock tells today
   * @throws IOException where the host cannot be bound
   */
  public static PageServer start(
      PageOptions options, ElasticsearchClient client, ModelFolder models, Clock clock)
      throws IOException {
    try {
      return new PageServer(serve(options, options.port(), client, models, clock), options);
    } catch (JavalinBindException taken) {
      try {
        return new PageServer(serve(options, 0, client, models, clock), options);
      } catch (JavalinBindException e) {
        throw new IOException("the page cannot be served at " + options + ": " + e.getMessage(), e);
      }
    }
  }

  private static Javalin serve(
      PageOptions options, int port, ElasticsearchClient client, ModelFolder models, Clock clock) {
    Gate gate = new Gate(options);
    Javalin server = Javalin.create(PageServer::configure);
    server.before(gate::pass);
    PageQueries queries = new PageQueries(client, models, clock);
    queries.addTo(server);
    new PageActions(client, clock).addTo(server);
    server.exception(QuestionException.class, PageServer::wrong);
    server.exception(
        ElasticsearchException.class,
        (e, request) -> {
          LOG.warn("{} was refused by Elasticsearch: {}", request.path(), e.getMessage());
          tell(request, 502, "Elasticsearch refused: " + e.error().reason(), null);
        });
    server.exception(
        IOException.class,
        (e, request) ->
            tell(
                request,
                503,
                "Elasticsearch does not answer; scripts/voc status tells what is up",
                null));
    server.exception(
        HttpResponseException.class,
        (e, request) -> tell(request, e.getStatus(), e.getMessage(), null));
    server.exception(
        Exception.class,
        (e, request) -> {
          LOG.error("{} failed", request.path(), e);
          tell(request, 500, "this went wrong on our side; the log has more", null);
        });
    server.start(options.host(), port);
    Thread warmUp = new Thread(queries::warmUp, "page-warm-up");
    warmUp.setDaemon(true);
    warmUp.start();
    return server;
  }

  private static void configure(JavalinConfig config) {
    config.showJavalinBanner = false;
    config.http.maxRequestSize = MOST_BYTES;
    config.http.defaultContentType = "application/json";
    config.jetty.threadPool = new QueuedThreadPool(THREADS, 2);
    config.staticFiles.add(
        files -> {
          files.directory = "/page";
          files.location = Location.CLASSPATH;
          files.mimeTypes.add("text/html;charset=utf-8", "html");
          files.mimeTypes.add("text/css;charset=utf-8", "css");
          files.mimeTypes.add("text/javascript;charset=utf-8", "js");
          // A new version of the program has new files under the same names.
          files.headers = Map.of("Cache-Control", "no-cache");
        });
  }

  /** Something in the question is wrong, or there is nothing to tell. */
  private static void wrong(QuestionException e, Context request) {
    tell(
        request, e.parameter().isPresent() ? 400 : 404, e.getMessage(), e.parameter().orElse(null));
  }

  private static void tell(Context request, int status, String error, String parameter) {
    request.status(status);
    request.json(
        parameter == null
            ? Map.of("error", error)
            : Map.of("error", error, "parameter", parameter));
  }

  /** Where it is served. */
  public URI uri() {
    return URI.create("http://" + options.host() + ":" + server.port() + "/");
  }

  @Override
  public void close() {
    server.stop();
  }
}
