package org.vocstream.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A server that answers as the saved-objects and spaces APIs of Kibana 8.19 do: it wants a key and
 * the header against other sites, checks references, finds conflicts, and gives out what it holds
 * with what Kibana adds, its keys in another order.
 */
final class StubKibana implements AutoCloseable {
  static final String KEY = "a2V5OnNlY3JldA==";

  private static final ObjectMapper JSON = new ObjectMapper();

  /** Objects by space, then by type and id. */
  final Map<String, Map<String, ObjectNode>> spaces = new TreeMap<>();

  /** Answers in place of those of Kibana, by the end of the path: status and body. */
  final Map<String, Reply> instead = new TreeMap<>();

  /** Types that it knows not. */
  final Set<String> unknownTypes = new TreeSet<>();

  String version = "8.19.3";
  private final HttpServer server;

  /**
   * An answer.
   *
   * @param status status, or 0 to close the connection without one
   */
  record Reply(int status, String body) {}

  StubKibana() throws IOException {
    spaces.put("default", new LinkedHashMap<>());
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.setExecutor(Executors.newCachedThreadPool());
    server.start();
  }

  URI uri() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  private void answer(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
    Reply reply = reply(exchange, body);
    if (reply.status() == 0) {
      exchange.close();
      return;
    }
    if (reply.status() == 302) {
      exchange.getResponseHeaders().add("Location", reply.body());
    }
    byte[] bytes = reply.body().getBytes(UTF_8);
    exchange.sendResponseHeaders(reply.status(), bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private Reply reply(HttpExchange exchange, String body) throws IOException {
    String path = exchange.getRequestURI().getPath();
    for (Map.Entry<String, Reply> other : instead.entrySet()) {
      if (path.endsWith(other.getKey())) {
        return other.getValue();
      }
    }
    if (!("ApiKey " + KEY).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
      return error(401, "Unauthorized", "[security_exception]: unable to authenticate");
    }
    if (exchange.getRequestMethod().equals("POST")
        && exchange.getRequestHeaders().getFirst("kbn-xsrf") == null) {
      return error(400, "Bad Request", "Request must contain a kbn-xsrf header.");
    }
    if (path.equals("/api/status")) {
      return new Reply(200, "{\"name\":\"kibana\",\"version\":{\"number\":\"" + version + "\"}}");
    }
    if (path.equals("/api/spaces/space")) {
      JsonNode space = JSON.readTree(body);
      spaces.putIfAbsent(space.path("id").asText(), new LinkedHashMap<>());
      return new Reply(200, body);
    }
    if (path.startsWith("/api/spaces/space/")) {
      return spaces.containsKey(path.substring("/api/spaces/space/".length()))
          ? new Reply(200, "{}")
          : error(404, "Not Found", "Not Found");
    }
    String space = path.startsWith("/s/") ? path.split("/", -1)[2] : "default";
    if (path.endsWith("/api/saved_objects/_import")) {
      boolean overwrite = "overwrite=true".equals(exchange.getRequestURI().getQuery());
      return take(spaces.get(space), body, overwrite);
    }
    if (path.endsWith("/api/saved_objects/_export")) {
      return give(spaces.get(space), JSON.readTree(body).path("objects"));
    }
    return error(404, "Not Found", "Not Found");
  }

  private static Reply error(int status, String error, String message) {
    return new Reply(
        status,
        JSON.createObjectNode()
            .put("statusCode", status)
            .put("error", error)
            .put("message", message)
            .toString());
  }

  private Reply take(Map<String, ObjectNode> held, String form, boolean overwrite)
      throws IOException {
    Map<String, ObjectNode> brought = new LinkedHashMap<>();
    // A form has the file between blank line and boundary.
    for (String line : form.substring(form.indexOf("\r\n\r\n") + 4).split("\n", -1)) {
      if (line.startsWith("{")) {
        ObjectNode object = (ObjectNode) JSON.readTree(line);
        brought.put(key(object), object);
      }
    }
    ObjectNode answer = JSON.createObjectNode();
    ArrayNode results = JSON.createArrayNode();
    ArrayNode errors = JSON.createArrayNode();
    for (ObjectNode object : brought.values()) {
      ObjectNode result =
          JSON.createObjectNode()
              .put("type", object.path("type").asText())
              .put("id", object.path("id").asText());
      ObjectNode error = JSON.createObjectNode();
      ArrayNode missing = JSON.createArrayNode();
      for (JsonNode reference : object.path("references")) {
        if (!brought.containsKey(key(reference)) && !held.containsKey(key(reference))) {
          missing.add(reference);
        }
      }
      if (unknownTypes.contains(object.path("type").asText())) {
        error.put("type", "unsupported_type");
      } else if (!missing.isEmpty()) {
        error.put("type", "missing_references").set("references", missing);
      } else if (held.containsKey(key(object)) && !overwrite) {
        error.put("type", "conflict");
      }
      if (error.isEmpty()) {
        held.put(key(object), object);
        results.add(result);
      } else {
        errors.add(result.set("error", error));
      }
    }
    answer.put("successCount", results.size()).put("success", errors.isEmpty());
    answer.set("successResults", results);
    answer.set("errors", errors);
    return new Reply(200, answer.toString());
  }

  private static Reply give(Map<String, ObjectNode> held, JsonNode wanted) {
    Map<String, ObjectNode> given = new LinkedHashMap<>();
    ArrayNode absent = JSON.createArrayNode();
    ArrayNode lost = JSON.createArrayNode();
    Deque<JsonNode> open = new ArrayDeque<>();
    for (JsonNode object : wanted) {
      if (held.containsKey(key(object))) {
        open.add(object);
      } else {
        absent.add(((ObjectNode) object.deepCopy()).putObject("error").put("statusCode", 404));
        ((ObjectNode) absent.get(absent.size() - 1)).setAll((ObjectNode) object);
      }
    }
    if (!absent.isEmpty()) {
      ObjectNode refusal =
          JSON.createObjectNode().put("statusCode", 400).put("error", "Bad Request");
      refusal.put("message", "Error fetching objects to export");
      refusal.putObject("attributes").set("objects", absent);
      return new Reply(400, refusal.toString());
    }
    while (!open.isEmpty()) {
      JsonNode next = open.remove();
      ObjectNode object = held.get(key(next));
      if (object == null) {
        lost.add(next);
      } else if (given.putIfAbsent(key(next), asKibanaKeepsIt(object)) == null) {
        object
            .path("references")
            .forEach(
                r ->
                    open.add(
                        JSON.createObjectNode()
                            .put("type", r.path("type").asText())
                            .put("id", r.path("id").asText())));
      }
    }
    StringBuilder lines = new StringBuilder();
    given.values().forEach(object -> lines.append(object).append('\n'));
    ObjectNode details =
        JSON.createObjectNode()
            .put("exportedCount", given.size())
            .put("missingRefCount", lost.size());
    details.set("missingReferences", lost);
    return new Reply(200, lines.append(details).toString());
  }

  /** With what changes at every save, and keys and references the other way round. */
  private static ObjectNode asKibanaKeepsIt(ObjectNode object) {
    ObjectNode kept = JSON.createObjectNode();
    kept.put("updated_at", "2026-11-01T10:00:00.000Z").put("version", "WzEyLDFd");
    kept.put("created_at", "2026-11-01T10:00:00.000Z").put("managed", false);
    kept.putArray("namespaces").add("default");
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(name -> names.add(0, name));
    names.forEach(name -> kept.set(name, object.get(name)));
    ArrayNode references = JSON.createArrayNode();
    object.path("references").forEach(reference -> references.insert(0, reference));
    kept.set("references", references);
    return kept;
  }

  private static String key(JsonNode object) {
    return object.path("type").asText() + " " + object.path("id").asText();
  }

  @Override
  public void close() {
    server.stop(0);
    ((ExecutorService) server.getExecutor()).shutdownNow();
  }
}
