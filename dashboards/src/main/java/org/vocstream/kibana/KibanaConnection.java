package org.vocstream.kibana;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import javax.net.ssl.SSLException;
import org.vocstream.elasticsearch.TlsTrust;

/** A connection to one Kibana and one space of it. Safe for several threads. */
final class KibanaConnection {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
  private static final int LONGEST_QUOTE = 300;

  /** The first version whose shapes ours are. */
  private static final int MAJOR = 8;

  private static final int MINOR = 17;

  private final KibanaOptions options;
  private final HttpClient client;

  /**
   * An answer that is no refusal.
   *
   * @param status HTTP status, 200 to 499 but for 401 and 403
   * @param body what it says
   */
  record Answer(int status, String body) {
    /** The body as JSON; missing where it is none. */
    JsonNode json() {
      try {
        return JSON.readTree(body);
      } catch (JsonProcessingException e) {
        return MissingNode.getInstance();
      }
    }

    boolean ok() {
      return status >= 200 && status < 300;
    }

    /** What it says, shortened. */
    String words() {
      String message = json().path("message").asText("");
      String all = message.isEmpty() ? body.strip() : message;
      return all.length() > LONGEST_QUOTE ? all.substring(0, LONGEST_QUOTE) + "..." : all;
    }
  }

  KibanaConnection(KibanaOptions options) throws IOException {
    this.options = options;
    HttpClient.Builder builder = HttpClient.newBuilder().connectTimeout(CONNECT_TIMEOUT);
    if (options.caFile() != null) {
      builder.sslContext(TlsTrust.in(options.caFile(), KibanaOptions.CA_FILE));
    }
    this.client = builder.build();
  }

  KibanaOptions options() {
    return options;
  }

  /**
   * Asks for the version, which shows that address, key and version are right.
   *
   * @return the version, {@code 8.19.3}
   */
  String verify() throws IOException, InterruptedException {
    Answer answer = send("GET", "/api/status", null, null);
    String version = answer.json().at("/version/number").asText("");
    if (version.isEmpty()) {
      throw new KibanaUnavailable(
          "%s answers (%d), but not as a Kibana does: check the address, its base path and that it is not Elasticsearch's"
              .formatted(options.uri(), answer.status()));
    }
    String[] parts = version.split("\\.", -1);
    int major = number(parts[0]);
    int minor = parts.length > 1 ? number(parts[1]) : 0;
    if (major < MAJOR || (major == MAJOR && minor < MINOR)) {
      throw new KibanaUnavailable(
          "%s is Kibana %s; the dashboards are made for 8.19 and need %d.%d or later"
              .formatted(options.uri(), version, MAJOR, MINOR));
    }
    return version;
  }

  private static int number(String digits) {
    return digits.matches("\\d{1,6}") ? Integer.parseInt(digits) : 0;
  }

  /** Sends a request outside of any space. */
  Answer send(String method, String path, String contentType, String body)
      throws IOException, InterruptedException {
    String base = options.uri().toString().replaceFirst("/+$", "");
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(base + path))
            .timeout(options.answerTimeout())
            // Kibana refuses changes without it, for no other site can send it.
            .header("kbn-xsrf", "true")
            .method(
                method,
                body == null
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8));
    if (contentType != null) {
      request.header("Content-Type", contentType);
    }
    if (options.apiKey() != null) {
      request.header("Authorization", "ApiKey " + options.apiKey());
    }
    try {
      HttpResponse<String> response =
          client.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
      return checked(
          new Answer(response.statusCode(), response.body()),
          response.headers().firstValue("Location").orElse(""));
    } catch (HttpTimeoutException e) {
      Duration waited =
          e instanceof HttpConnectTimeoutException ? CONNECT_TIMEOUT : options.answerTimeout();
      throw new KibanaUnavailable(
          "%s did not answer within %d s: check the address, and whether Kibana is busy"
              .formatted(options.uri(), waited.toSeconds()),
          e);
    } catch (SSLException e) {
      throw new KibanaUnavailable(
          TlsTrust.trouble(options.uri(), e, KibanaOptions.CA_FILE).orElseThrow(), e);
    } catch (KibanaUnavailable e) {
      throw e;
    } catch (IOException e) {
      throw new KibanaUnavailable(
          "no Kibana answers at %s (%s): check the address, and that it is up"
              .formatted(options.uri(), words(e)),
          e);
    }
  }

  private static String words(IOException e) {
    // The client of Java says nothing where nobody listens.
    return e.getMessage() != null
        ? e.getMessage()
        : e instanceof ConnectException ? "connection refused" : "connection lost";
  }

  /** Sends a request in the space. */
  Answer inSpace(String method, String path, String contentType, String body)
      throws IOException, InterruptedException {
    boolean everybodys = options.space().equals(KibanaOptions.DEFAULT_SPACE);
    return send(method, (everybodys ? "" : "/s/" + options.space()) + path, contentType, body);
  }

  private Answer checked(Answer answer, String location) throws KibanaUnavailable {
    int status = answer.status();
    if (status == 401) {
      throw new KibanaUnavailable(
          options.uri()
              + (options.apiKey() == null
                  ? " wants to know who we are (401): set "
                  : " does not accept the API key (401): it may have expired; set ")
              + KibanaOptions.API_KEY
              + " to the encoded key");
    }
    if (status == 403) {
      throw new KibanaUnavailable(
          "%s does not allow this key to do that in space %s (403: %s): grant the Kibana privileges all on Dashboard, Data View Management and Saved Objects Management, and for a new space the right to manage spaces"
              .formatted(options.uri(), options.space(), answer.words()));
    }
    if (status >= 300 && status < 400) {
      throw new KibanaUnavailable(
          "%s sends us on to %s (%d): give that address, base path included"
              .formatted(options.uri(), location, status));
    }
    if (status >= 500) {
      throw new KibanaUnavailable(
          "%s cannot do it now (%d: %s): check that Kibana and its Elasticsearch are up, and try again"
              .formatted(options.uri(), status, answer.words()));
    }
    return answer;
  }
}
