package org.vocstream.elasticsearch;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * A real Elasticsearch of one node, run as a child JVM on the loopback address, without
 * authentication. Its data outlives it. It ends with {@link #close}, and at the latest with this
 * process, even where that is killed. Safe for several threads.
 */
public final class EmbeddedElasticsearch implements AutoCloseable {
  private static final String HEALTH = "/_cluster/health?wait_for_status=yellow&timeout=1s";
  private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(10);
  private static final int OK = 200;

  private final ServerProcess process;
  private final URI uri;
  private final Thread stopAtExit;

  private EmbeddedElasticsearch(ServerProcess process, URI uri, Thread stopAtExit) {
    this.process = process;
    this.uri = uri;
    this.stopAtExit = stopAtExit;
  }

  /**
   * Starts the server and waits until it is healthy, 4 to 9 seconds on a quiet machine.
   *
   * @param progress is told each step in a few words
   * @throws ElasticsearchUnavailable where it is not built, another process uses the home folder,
   *     or it does not start; the message says which, with the end of the server's log
   * @throws IOException where its folder or process cannot be made
   */
  public static EmbeddedElasticsearch start(ServerOptions options, Consumer<String> progress)
      throws IOException, InterruptedException {
    Files.createDirectories(options.home());
    long begin = System.nanoTime();
    long deadline = begin + options.startTimeout().toNanos();
    progress.accept("Elasticsearch: starting, data in " + options.home());
    ServerProcess process = ServerProcess.start(options);
    Thread stopAtExit = new Thread(process::stop, "stop-embedded-elasticsearch");
    Runtime.getRuntime().addShutdownHook(stopAtExit);
    boolean healthy = false;
    try {
      int port = process.awaitPort(deadline - System.nanoTime());
      if (options.port() != 0 && port != options.port()) {
        progress.accept("Elasticsearch: port " + options.port() + " is taken, using " + port);
      }
      URI uri = URI.create("http://127.0.0.1:" + port);
      awaitHealth(process, uri, deadline);
      healthy = true;
      double seconds = (System.nanoTime() - begin) / 1e9;
      progress.accept(
          String.format(Locale.ROOT, "Elasticsearch: ready at %s after %.1f s", uri, seconds));
      return new EmbeddedElasticsearch(process, uri, stopAtExit);
    } finally {
      if (!healthy) {
        process.stop();
        forget(stopAtExit);
      }
    }
  }

  private static void awaitHealth(ServerProcess process, URI uri, long deadline)
      throws ElasticsearchUnavailable, InterruptedException {
    HttpClient http = HttpClient.newBuilder().connectTimeout(ANSWER_TIMEOUT).build();
    HttpRequest request =
        HttpRequest.newBuilder(uri.resolve(HEALTH)).timeout(ANSWER_TIMEOUT).build();
    String last = "no answer";
    while (process.isAlive() && System.nanoTime() < deadline) {
      try {
        // The server itself waits a second for the status, so this loop does not spin.
        HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() == OK) {
          return;
        }
        last = answer.body();
      } catch (IOException e) {
        last = e.toString();
      }
    }
    throw new ElasticsearchUnavailable(
        "the embedded Elasticsearch did not become healthy (%s)\n%s"
            .formatted(last, process.logTail()));
  }

  /** Its address: {@code http://127.0.0.1:9200}. */
  public URI uri() {
    return uri;
  }

  /** Its process id. */
  public long pid() {
    return process.pid();
  }

  /** False once it has ended, for whatever reason. */
  public boolean isAlive() {
    return process.isAlive();
  }

  /** Ends the server cleanly, after 20 seconds by force. May be called again. */
  @Override
  public void close() {
    process.stop();
    forget(stopAtExit);
  }

  private static void forget(Thread stopAtExit) {
    try {
      Runtime.getRuntime().removeShutdownHook(stopAtExit);
    } catch (IllegalStateException e) {
      // This process is ending, and the hook runs anyway.
    }
  }
}
