package org.vocstream.servers;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;

/**
 * Puts TLS and a key before a server that has neither, such as the embedded Elasticsearch: what
 * shows the key is handed on and remembered, all else is refused as Elasticsearch refuses it. Safe
 * for several threads.
 */
public final class SecuredServer implements AutoCloseable {
  private static final List<String> HANDED_BACK =
      List.of("Content-Type", "X-Elastic-Product", "Warning");
  private static final String REFUSAL =
      """
      {"error": {"type": "security_exception", "reason": "missing authentication credentials"},
       "status": 401}
      """;

  private final HttpsServer server;
  private final URI behind;
  private final String authorization;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final HttpClient client = HttpClient.newHttpClient();
  private final List<Request> requests = new CopyOnWriteArrayList<>();

  /**
   * A request that was handed on.
   *
   * @param path with the query
   * @param body as text, cut at a mebibyte
   */
  public record Request(String method, String path, String body) {
    private static final int KEPT = 1 << 20;

    @Override
    public String toString() {
      return method + " " + path;
    }
  }

  private SecuredServer(HttpsServer server, URI behind, String authorization) {
    this.server = server;
    this.behind = behind;
    this.authorization = authorization;
  }

  /**
   * Starts on a free port of the loopback address.
   *
   * @param behind what answers
   * @param authorization the header that each request must have, {@code ApiKey abc}
   */
  public static SecuredServer start(URI behind, SSLContext identity, String authorization)
      throws IOException {
    HttpsServer https =
        HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    https.setHttpsConfigurator(new HttpsConfigurator(identity));
    SecuredServer server = new SecuredServer(https, behind, authorization);
    https.createContext("/", server::answer);
    https.setExecutor(server.threads);
    https.start();
    return server;
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      if (!authorization.equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
        exchange.getResponseHeaders().add("X-Elastic-Product", "Elasticsearch");
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        send(exchange, 401, REFUSAL.getBytes(StandardCharsets.UTF_8));
        return;
      }
      String path = exchange.getRequestURI().toString();
      String text = new String(body, StandardCharsets.UTF_8);
      requests.add(
          new Request(
              exchange.getRequestMethod(),
              path,
              text.substring(0, Math.min(text.length(), Request.KEPT))));
      HttpResponse<byte[]> answer =
          client.send(onward(exchange, path, body), HttpResponse.BodyHandlers.ofByteArray());
      for (String header : HANDED_BACK) {
        answer
            .headers()
            .firstValue(header)
            .ifPresent(value -> exchange.getResponseHeaders().add(header, value));
      }
      send(exchange, answer.statusCode(), answer.body());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private HttpRequest onward(HttpExchange exchange, String path, byte[] body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(behind.resolve(path))
            .method(exchange.getRequestMethod(), BodyPublishers.ofByteArray(body));
    for (String header : List.of("Content-Type", "Accept")) {
      String value = exchange.getRequestHeaders().getFirst(header);
      if (value != null) {
        request.header(header, value);
      }
    }
    return request.build();
  }

  private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
    boolean none = body.length == 0 || exchange.getRequestMethod().equals("HEAD");
    exchange.sendResponseHeaders(status, none ? -1 : body.length);
    if (!none) {
      exchange.getResponseBody().write(body);
    }
  }

  /** Its address, {@code https://127.0.0.1:41234}. */
  public URI uri() {
    return URI.create("https://127.0.0.1:" + server.getAddress().getPort());
  }

  /** What was handed on so far. */
  public List<Request> requests() {
    return List.copyOf(requests);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
