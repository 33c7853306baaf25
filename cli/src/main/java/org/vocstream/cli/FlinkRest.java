package org.vocstream.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Asks Flink's REST interface what runs there. Safe for several threads. */
final class FlinkRest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration WITHIN = Duration.ofSeconds(10);

  /** Flink takes no longer first line of a request than 4,096 characters. */
  private static final int LONGEST_QUESTION = 3_000;

  private final HttpClient http = HttpClient.newBuilder().connectTimeout(WITHIN).build();
  private final URI address;

  FlinkRest(URI address) {
    this.address = address;
  }

  URI address() {
    return address;
  }

  /**
   * The answer to a question.
   *
   * @throws IOException where nobody or somebody else answers; the message says where and what
   */
  JsonNode get(String path) throws IOException, InterruptedException {
    HttpResponse<byte[]> answer;
    try {
      answer =
          http.send(
              HttpRequest.newBuilder(URI.create(address.toString().replaceAll("/+$", "") + path))
                  .timeout(WITHIN)
                  .build(),
              HttpResponse.BodyHandlers.ofByteArray());
    } catch (IOException e) {
      throw new IOException("Flink at " + address + " does not answer", e);
    }
    if (answer.statusCode() != 200) {
      throw new IOException(
          "Flink at " + address + " answers " + answer.statusCode() + " to " + path);
    }
    try {
      return JSON.readTree(answer.body());
    } catch (IOException e) {
      throw new IOException("what answers at " + address + " is not Flink", e);
    }
  }

  /** The names of all metrics below a path. */
  List<String> metrics(String path) throws IOException, InterruptedException {
    List<String> names = new ArrayList<>();
    get(path).forEach(metric -> names.add(metric.path("id").asText()));
    return names;
  }

  /** The values of these metrics below a path, as far as they are known. */
  Map<String, String> values(String path, List<String> names)
      throws IOException, InterruptedException {
    Map<String, String> values = new TreeMap<>();
    StringBuilder question = new StringBuilder();
    for (String name : names) {
      question
          .append(question.isEmpty() ? "" : ",")
          .append(URLEncoder.encode(name, StandardCharsets.UTF_8));
      if (question.length() > LONGEST_QUESTION) {
        take(path, question, values);
      }
    }
    take(path, question, values);
    return values;
  }

  private void take(String path, StringBuilder question, Map<String, String> values)
      throws IOException, InterruptedException {
    if (!question.isEmpty()) {
      get(path + "?get=" + question)
          .forEach(m -> values.put(m.path("id").asText(), m.path("value").asText()));
      question.setLength(0);
    }
  }
}
