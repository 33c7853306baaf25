package org.vocstream.page;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.Javalin;
import io.javalin.http.Context;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.vocstream.elasticsearch.AlertState;
import org.vocstream.elasticsearch.Alerts;
import org.vocstream.elasticsearch.Correction;
import org.vocstream.elasticsearch.Corrections;
import org.vocstream.elasticsearch.QuestionException;

/** What people do on the page: see to alerts, and correct mentions. Safe for several threads. */
final class PageActions {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int LONGEST = 1_000;

  private final Alerts alerts;
  private final Corrections corrections;

  PageActions(ElasticsearchClient client, Clock clock) {
    this.alerts = new Alerts(client, clock);
    this.corrections = new Corrections(client, clock);
  }

  void addTo(Javalin server) {
    server.get("/api/alerts", this::list);
    server.post("/api/alerts", this::move);
    server.post("/api/corrections", this::correct);
  }

  private void list(Context request) throws IOException {
    Parameters parameters = new Parameters(request.queryParamMap(), List.of("all"));
    boolean all = parameters.word("all", "false", "true").equals("true");
    ObjectNode answer = JSON.createObjectNode();
    answer.putArray("alerts").addAll(alerts.list(all));
    request.json(answer);
  }

  private void move(Context request) throws IOException {
    String id = new Parameters(request.queryParamMap(), List.of("id")).required("id");
    JsonNode said = body(request);
    String state = text(said, "state");
    if (!AlertState.ACKNOWLEDGED.code().equals(state) && !AlertState.CLOSED.code().equals(state)) {
      throw QuestionException.wrong(
          "state", "what is to be noted is " + state + "; it is acknowledged or closed");
    }
    String by = text(said, "by");
    if (by == null) {
      throw QuestionException.wrong("by", "say who has seen to it");
    }
    String before =
        alerts
            .move(id, AlertState.valueOf(state.toUpperCase(Locale.ROOT)), by, text(said, "note"))
            .orElseThrow(() -> QuestionException.nothing("there is no alert " + id));
    request.json(Map.of("id", id, "state", state, "before", before));
  }

  private void correct(Context request) throws IOException {
    JsonNode said = body(request);
    String kind = text(said, "kind");
    Correction correction =
        new Correction(
            required(said, "mention"),
            Correction.Kind.of(String.valueOf(kind))
                .orElseThrow(
                    () ->
                        QuestionException.wrong(
                            "kind", kind + " is none of " + Correction.Kind.codes())),
            said.path("polarity").isInt() ? said.path("polarity").intValue() : null,
            text(said, "indicator"),
            text(said, "by"),
            text(said, "note"));
    String id =
        corrections
            .add(correction)
            .orElseThrow(
                () ->
                    QuestionException.nothing(
                        "there is no mention " + correction.mention() + " (any more)"));
    request.json(Map.of("id", id));
  }

  private static JsonNode body(Context request) {
    try {
      JsonNode said = JSON.readTree(request.body());
      if (said instanceof ObjectNode) {
        return said;
      }
    } catch (IOException e) {
      // Told below, without what the parser says of bytes.
    }
    throw QuestionException.wrong("body", "the request must hold one JSON object");
  }

  private static String required(JsonNode said, String field) {
    String text = text(said, field);
    if (text == null) {
      throw QuestionException.wrong(field, "is missing; give one");
    }
    return text;
  }

  private static String text(JsonNode said, String field) {
    JsonNode value = said.path(field);
    if (value.isMissingNode() || value.isNull() || value.asText().isBlank()) {
      return null;
    }
    if (!value.isTextual() || value.asText().length() > LONGEST) {
      throw QuestionException.wrong(field, "must be text of at most " + LONGEST + " characters");
    }
    return value.asText().strip();
  }
}
