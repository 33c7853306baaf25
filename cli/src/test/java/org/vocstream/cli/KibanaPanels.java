package org.vocstream.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.vocstream.kibana.SavedObjects;

/** The panels of saved objects, asked of an Elasticsearch over one period as Kibana asks them. */
final class KibanaPanels {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Data views that are looked at by the time of intake, which is now. */
  private static final Set<String> BY_INTAKE =
      Set.of("voc-feedback-intake", "voc-dead-letters", "voc-late", "voc-corrections");

  private final SavedObjects objects;
  private final URI elasticsearch;
  private final ZoneId zone;
  private final LocalDate from;
  private final LocalDate to;
  private final Map<String, JsonNode> views = new HashMap<>();

  /** From the first to the last day, in this time zone. */
  KibanaPanels(SavedObjects objects, URI elasticsearch, ZoneId zone, LocalDate from, LocalDate to) {
    this.objects = objects;
    this.elasticsearch = elasticsearch;
    this.zone = zone;
    this.from = from;
    this.to = to;
    for (ObjectNode object : objects.objects()) {
      if (object.path("type").asText().equals("index-pattern")) {
        views.put(object.path("id").asText(), object.path("attributes"));
      }
    }
  }

  /** All panels of Lens of a dashboard. */
  List<JsonNode> of(String dashboard) throws IOException {
    List<JsonNode> panels = new ArrayList<>();
    for (ObjectNode object : objects.objects()) {
      if (object.path("type").asText().equals("dashboard")
          && object.path("id").asText().equals(dashboard)) {
        for (JsonNode panel : JSON.readTree(object.at("/attributes/panelsJSON").asText())) {
          if (panel.path("type").asText().equals("lens")) {
            panels.add(panel);
          }
        }
      }
    }
    return panels;
  }

  /** One panel. */
  JsonNode panel(String dashboard, String panel) throws IOException {
    return of(dashboard).stream()
        .filter(p -> p.path("panelIndex").asText().equals(panel))
        .findFirst()
        .orElseThrow(() -> new AssertionError(dashboard + " has no panel " + panel));
  }

  /**
   * What a panel shows.
   *
   * @param controls what is chosen above, in Kibana's query language
   */
  List<LensQuery.Row> rows(JsonNode panel, String controls) throws IOException {
    JsonNode attributes = panel.at("/embeddableConfig/attributes");
    String viewId = attributes.at("/references/0/id").asText();
    JsonNode view = views.get(viewId);
    JsonNode layer = attributes.at("/state/datasourceStates/formBased/layers").elements().next();
    LensQuery query = new LensQuery(layer, zone.getId());
    ObjectNode body = JSON.createObjectNode().put("size", 0).put("track_total_hits", true);
    ArrayNode filters = body.putObject("query").putObject("bool").putArray("filter");
    filters.add(KqlReader.query(attributes.at("/state/query/query").asText()));
    filters.add(KqlReader.query(controls));
    if (!BY_INTAKE.contains(viewId)) {
      filters
          .addObject()
          .putObject("range")
          .putObject(view.path("timeFieldName").asText())
          // As the time picker asks, whatever format the field has.
          .put("gte", from.atStartOfDay(zone).toInstant().toString())
          .put("lt", to.plusDays(1).atStartOfDay(zone).toInstant().toString())
          .put("format", "strict_date_optional_time");
    }
    body.set("aggs", query.aggregations());
    return query.rows(search(view.path("title").asText(), body));
  }

  private JsonNode search(String alias, ObjectNode body) throws IOException {
    HttpURLConnection connection =
        (HttpURLConnection)
            elasticsearch.resolve("/" + alias + "/_search").toURL().openConnection();
    connection.setRequestProperty("Content-Type", "application/json");
    connection.setDoOutput(true);
    connection.getOutputStream().write(body.toString().getBytes(StandardCharsets.UTF_8));
    if (connection.getResponseCode() != 200) {
      throw new AssertionError(
          new String(connection.getErrorStream().readAllBytes(), StandardCharsets.UTF_8)
              + "\n"
              + body);
    }
    return JSON.readTree(connection.getInputStream());
  }
}
