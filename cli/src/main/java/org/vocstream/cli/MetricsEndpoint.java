package org.vocstream.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.flink.metrics.CharacterFilter;
import org.apache.flink.metrics.LogicalScopeProvider;
import org.apache.flink.metrics.Metric;
import org.apache.flink.metrics.MetricConfig;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.metrics.reporter.MetricReporter;

/**
 * Serves the metrics of a job inside this process to Prometheus, on the loopback address only,
 * under the names that Flink's own reporter gives them on a cluster; that one listens on every
 * address. Safe for several threads.
 */
final class MetricsEndpoint implements MetricReporter {
  private static final char BETWEEN = '_';
  private static final CharacterFilter LEGAL = name -> name.replaceAll("[^a-zA-Z0-9:_]", "_");

  private final Map<Metric, PrometheusText.Series> metrics = new ConcurrentHashMap<>();
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(
          task -> {
            Thread answering = new Thread(task, "voc-metrics");
            answering.setDaemon(true);
            return answering;
          });
  private final HttpServer server;

  /**
   * Begins to serve.
   *
   * @param port of the loopback address; 0 for a free one
   * @throws IOException where it is taken
   */
  MetricsEndpoint(int port) throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    server.createContext("/metrics", this::answer);
    server.setExecutor(thread);
    server.start();
  }

  /** Whether this port of the loopback address can be had. */
  static boolean canListen(int port) {
    if (port < 1 || port > 65_535) {
      return false;
    }
    try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return socket.isBound();
    } catch (IOException taken) {
      return false;
    }
  }

  int port() {
    return server.getAddress().getPort();
  }

  private void answer(HttpExchange exchange) throws IOException {
    byte[] text = PrometheusText.of(metrics).getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "text/plain; version=0.0.4; charset=utf-8");
    exchange.sendResponseHeaders(200, text.length);
    try (var body = exchange.getResponseBody()) {
      body.write(text);
    }
  }

  @Override
  public void open(MetricConfig config) {
    // It serves from the beginning.
  }

  @Override
  public void notifyOfAddedMetric(Metric metric, String name, MetricGroup group) {
    Map<String, String> labels = new TreeMap<>();
    // Flink writes <job_name>.
    group
        .getAllVariables()
        .forEach(
            (key, value) ->
                labels.put(LEGAL.filterCharacters(key.substring(1, key.length() - 1)), value));
    String scope = LogicalScopeProvider.castFrom(group).getLogicalScope(LEGAL, BETWEEN);
    metrics.put(
        metric,
        new PrometheusText.Series(
            "flink" + BETWEEN + scope + BETWEEN + LEGAL.filterCharacters(name), labels));
  }

  @Override
  public void notifyOfRemovedMetric(Metric metric, String name, MetricGroup group) {
    metrics.remove(metric);
  }

  @Override
  public void close() {
    server.stop(0);
    thread.shutdownNow();
  }
}
