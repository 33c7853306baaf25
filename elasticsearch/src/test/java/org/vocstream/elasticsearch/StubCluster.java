package org.vocstream.elasticsearch;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** A server that answers as a cluster, or a proxy before it, would in trouble. */
final class StubCluster implements AutoCloseable {
  private final HttpServer server;
  private final List<String> authorizations = new CopyOnWriteArrayList<>();
  private final List<String> bodies = new CopyOnWriteArrayList<>();

  /**
   * What it answers.
   *
   * @param elasticsearch true where Elasticsearch itself answers, false for a proxy
   */
  record Answer(int status, String body, boolean elasticsearch) {}

  /** Answers each request by its body. */
  StubCluster(Function<String, Answer> answers) throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", exchange -> answer(exchange, answers));
    server.start();
  }

  private void answer(HttpExchange exchange, Function<String, Answer> answers) throws IOException {
    String authorization = exchange.getRequestHeaders().getFirst("Authorization");
    authorizations.add(String.valueOf(authorization));
    String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
    bodies.add(body);
    Answer answer = answers.apply(body);
    if (answer.elasticsearch()) {
      exchange.getResponseHeaders().add("X-Elastic-Product", "Elasticsearch");
    }
    exchange
        .getResponseHeaders()
        .add("Content-Type", answer.elasticsearch() ? "application/json" : "text/html");
    byte[] bytes = answer.body().getBytes(UTF_8);
    exchange.sendResponseHeaders(answer.status(), bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  URI uri() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** The authorization of each request so far, {@code null} as a word where it had none. */
  List<String> authorizations() {
    return authorizations;
  }

  /** The body of each request so far. */
  List<String> bodies() {
    return bodies;
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
