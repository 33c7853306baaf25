package org.vocstream.elasticsearch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.vocstream.elasticsearch.StubCluster.Answer;

class BulkWriterTest {
  @Test
  void eachItemHasItsOwnOutcome() throws IOException {
    String items =
        Stream.of(
                "{\"index\": {\"_id\": \"a\", \"status\": 201, \"result\": \"created\"}}",
                "{\"index\": {\"_id\": \"b\", \"status\": 200, \"result\": \"updated\"}}",
                "{\"delete\": {\"_id\": \"c\", \"status\": 404, \"result\": \"not_found\"}}",
                error(429, "too many requests"),
                error(503, "no shard"),
                error(404, "no such index"),
                error(403, "no right"),
                error(400, "failed to parse"),
                error(500, "array index out of bounds"))
            .map(item -> item.replace("\"_id\"", "\"_index\": \"i\", \"_id\""))
            .collect(Collectors.joining(","));
    try (StubCluster cluster =
        new StubCluster(
            body ->
                new Answer(
                    200,
                    "{\"took\": 1, \"errors\": true, \"items\": [%s]}".formatted(items),
                    true))) {
      List<Outcome> outcomes = send(cluster, writes(9));
      assertThat(outcomes.stream().map(Outcome::kind))
          .containsExactly(
              Outcome.Kind.CREATED,
              Outcome.Kind.REPLACED,
              Outcome.Kind.WITHDRAWN,
              Outcome.Kind.RETRY,
              Outcome.Kind.RETRY,
              Outcome.Kind.RETRY,
              Outcome.Kind.RETRY,
              Outcome.Kind.REJECTED,
              Outcome.Kind.REJECTED);
      assertThat(outcomes.get(7).reason()).isEqualTo("400: failed to parse (the cause)");
    }
  }

  @Test
  void aRequestThatFailsAsAWholeIsTriedAgain() throws IOException {
    for (Answer answer :
        List.of(
            new Answer(429, "{\"error\": {\"type\": \"busy\"}, \"status\": 429}", true),
            new Answer(503, "<html>down</html>", false),
            new Answer(401, "{\"error\": {\"type\": \"denied\"}, \"status\": 401}", true))) {
      try (StubCluster cluster = new StubCluster(body -> answer)) {
        assertThat(send(cluster, writes(2)))
            .allMatch(o -> o.is(Outcome.Kind.RETRY))
            .allMatch(o -> o.reason().contains(Integer.toString(answer.status())));
      }
    }
  }

  @Test
  void aRequestTooLargeForAProxyIsHalvedUntilOneDocumentIsAtFault() throws IOException {
    try (StubCluster cluster =
        new StubCluster(
            body ->
                body.length() > 200
                    ? new Answer(413, "<html>too large</html>", false)
                    : new Answer(200, created(body), true))) {
      List<Write> writes =
          List.of(write("a", "small"), write("b", "large".repeat(100)), write("c", "small"));
      assertThat(send(cluster, writes).stream().map(Outcome::kind))
          .containsExactly(Outcome.Kind.CREATED, Outcome.Kind.REJECTED, Outcome.Kind.CREATED);
    }
  }

  @Test
  void requestsStayBelowTheBound() throws IOException {
    try (StubCluster cluster = new StubCluster(body -> new Answer(200, created(body), true))) {
      String text = "x".repeat(2 << 20);
      List<Write> writes = IntStream.range(0, 5).mapToObj(i -> write("w" + i, text)).toList();
      assertThat(send(cluster, writes)).hasSize(5).allMatch(o -> o.is(Outcome.Kind.CREATED));
      assertThat(cluster.bodies()).hasSize(3);
      assertThat(cluster.bodies()).allMatch(body -> body.length() <= BulkWriter.MAX_BYTES);
    }
  }

  @Test
  void nothingToSendSendsNothing() throws IOException {
    try (StubCluster cluster = new StubCluster(body -> new Answer(500, "", false))) {
      assertThat(send(cluster, List.of())).isEmpty();
      assertThat(cluster.bodies()).isEmpty();
    }
  }

  private static List<Outcome> send(StubCluster cluster, List<Write> writes) throws IOException {
    try (ElasticsearchConnection connection =
        ElasticsearchConnection.open(cluster.uri(), Credentials.none())) {
      return new BulkWriter(connection.client(), true).send(writes);
    }
  }

  private static List<Write> writes(int count) {
    return IntStream.range(0, count).mapToObj(i -> write("w" + i, "text")).toList();
  }

  private static Write write(String id, String text) {
    return Write.index("i", id, JsonNodeFactory.instance.objectNode().put("text", text));
  }

  private static String error(int status, String reason) {
    return """
        {"index": {"_id": "x", "status": %d, "error": {"type": "t", "reason": "%s",
          "caused_by": {"type": "u", "reason": "the cause"}}}}"""
        .formatted(status, reason);
  }

  /** An answer by which every document of the request was created. */
  private static String created(String body) {
    String items =
        body.lines()
            .filter(line -> line.startsWith("{\"index\""))
            .map(
                line ->
                    "{\"index\": {\"_index\": \"i\", \"_id\": \"x\", \"status\": 201, \"result\":"
                        + " \"created\"}}")
            .collect(Collectors.joining(","));
    return "{\"took\": 1, \"errors\": false, \"items\": [%s]}".formatted(items);
  }
}
