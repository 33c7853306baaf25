package org.vocstream.page;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.Javalin;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vocstream.elasticsearch.Alerts;
import org.vocstream.elasticsearch.ComparisonDocument;
import org.vocstream.elasticsearch.ComparisonLookup;
import org.vocstream.elasticsearch.PackOutline;
import org.vocstream.elasticsearch.QuestionException;
import org.vocstream.elasticsearch.ScoreFilter;
import org.vocstream.elasticsearch.ScoreOverview;
import org.vocstream.elasticsearch.TrendQuery;
import org.vocstream.elasticsearch.VoicesQuery;
import org.vocstream.pack.Indicator;
import org.vocstream.pack.Names;
import org.vocstream.pack.Pack;
import org.vocstream.pack.Touchpoint;
import org.vocstream.scoring.ModelFolder;
import org.vocstream.statistics.Period;
import org.vocstream.statistics.SatisfactionIndex;
import org.vocstream.statistics.Scope;
import org.vocstream.statistics.comparison.Subject;

/** What the page asks the index for. Safe for several threads. */
final class PageQueries {
  private static final Logger LOG = LoggerFactory.getLogger(PageQueries.class);
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String ECHARTS =
      "/META-INF/resources/_static/echarts/5.6.0/dist/echarts.min.js";
  private static final int VOICES = 50;

  /** Competitors that the page chooses by itself. */
  private static final int FIRST_AGAINST = 5;

  private static final List<String> COMPARE =
      List.of("against", "wave", "cluster", "industry", "importance", "raw", "show", "indicator");
  private static final List<String> VOICES_OF =
      List.of("against", "scope", "code", "polarity", "q", "over");

  private final ScoreOverview overview;
  private final ComparisonLookup comparisons;
  private final TrendQuery trends;
  private final VoicesQuery voices;
  private final Alerts alerts;
  private final Clock clock;

  PageQueries(ElasticsearchClient client, ModelFolder models, Clock clock) {
    this.overview = new ScoreOverview(client);
    this.comparisons = new ComparisonLookup(client, models, clock);
    this.trends = new TrendQuery(client);
    this.voices = new VoicesQuery(client);
    this.alerts = new Alerts(client, clock);
    this.clock = clock;
  }

  void addTo(Javalin server) {
    server.get("/lib/echarts.min.js", PageQueries::library);
    server.get("/api/overview", this::overview);
    server.get("/api/compare", this::compare);
    server.get("/api/trend", this::trend);
    server.get("/api/voices", this::voices);
    server.get("/api/feedback", this::feedback);
    server.get("/api/export", this::export);
  }

  /**
   * Asks once what the first reader asks, so that nobody waits for classes and caches. What fails
   * here fails again, and is told, when somebody asks.
   */
  void warmUp() {
    try {
      List<String> brands = overview.brands();
      if (brands.size() > 1) {
        Map<String, List<String>> first =
            Map.of(
                "brand", brands.subList(0, 1),
                "against", brands.subList(1, Math.min(brands.size(), 1 + FIRST_AGAINST)),
                "show", List.of("overall", "indicators"));
        compared(new Parameters(first, COMPARE));
      }
    } catch (IOException | RuntimeException e) {
      LOG.debug("nothing to warm up with", e);
    }
  }

  private static void library(Context request) {
    InputStream script = PageQueries.class.getResourceAsStream(ECHARTS);
    request.contentType("text/javascript").header("Cache-Control", "max-age=86400");
    request.result(script);
  }

  private void overview(Context request) throws IOException {
    parameters(request, List.of());
    List<String> brands = overview.brands();
    ObjectNode answer = JSON.createObjectNode();
    answer.set("brands", JSON.valueToTree(brands));
    if (!brands.isEmpty()) {
      answer.put("zone", zone().getId());
      Optional<Period> days = overview.days(brands);
      days.ifPresent(d -> answer.set("days", period(d)));
      Pack pack = comparisons.pack(brands);
      answer.put("pack", pack.id());
      ArrayNode indicators = answer.putArray("indicators");
      for (Indicator indicator : pack.groups()) {
        indicators
            .addObject()
            .put("code", indicator.code())
            .put("touchpoint", indicator.touchpoint())
            .put("value", indicator.value().code())
            .set("label", names(indicator.label()));
      }
      ArrayNode touchpoints = answer.putArray("touchpoints");
      for (Touchpoint touchpoint : pack.touchpoints()) {
        touchpoints
            .addObject()
            .put("code", touchpoint.code())
            .set("label", names(touchpoint.label()));
      }
    }
    SortedMap<String, List<String>> values = overview.values();
    values.forEach((field, found) -> answer.set(field + "s", JSON.valueToTree(found)));
    request.json(answer);
  }

  private void compare(Context request) throws IOException {
    request.json(compared(parameters(request, COMPARE)));
  }

  private ObjectNode compared(Parameters parameters) throws IOException {
    ComparisonLookup.Found found = comparisons.answer(parameters.question());
    return ComparisonDocument.of(found.answer(), found.pack());
  }

  private void trend(Context request) throws IOException {
    Parameters parameters = parameters(request, List.of("against", "scope", "code", "step"));
    parameters.required("brand");
    List<String> brands = parameters.brands();
    comparisons.requireKnown(brands);
    Subject subject = parameters.subject();
    TrendQuery.Step step = parameters.constant("step", TrendQuery.Step.values());
    Names label = new PackOutline(comparisons.pack(brands)).names(subject);
    ObjectNode answer = JSON.createObjectNode();
    answer.put("scope", subject.scope().code()).put("code", subject.code());
    answer.set("label", names(label));
    answer.put("step", parameters.word("step", "day", "week", "month"));
    ObjectNode byBrand = answer.putObject("brands");
    for (Map.Entry<String, List<TrendQuery.Point>> brand :
        trends.trend(brands, subject, step, filter(parameters)).entrySet()) {
      ArrayNode points = byBrand.putArray(brand.getKey());
      brand.getValue().forEach(point -> points.add(point(point)));
    }
    ArrayNode marks = answer.putArray("alerts");
    for (ObjectNode alert : alerts.list(true)) {
      boolean same =
          alert.path("scope").asText().equals(subject.scope().code())
              && alert.path("code").asText().equals(subject.code());
      if (brands.contains(alert.path("brand").asText())
          && !alert.path("withdrawn").asBoolean()
          && (same || subject.scope() == Scope.BRAND)) {
        marks.add(
            alert
                .deepCopy()
                .retain(
                    "id",
                    "brand",
                    "scope",
                    "code",
                    "first_day",
                    "last_day",
                    "severity",
                    "rule_label"));
      }
    }
    ArrayNode versions = answer.putArray("versions");
    overview
        .scoredSince(brands)
        .forEach(
            (scoredBy, from) ->
                versions.addObject().put("scored_by", scoredBy).put("from", from.toString()));
    request.json(answer);
  }

  private static ObjectNode point(TrendQuery.Point point) {
    ObjectNode json = period(point.days()).put("n", point.sums().n());
    boolean enough = SatisfactionIndex.enough(point.sums());
    json.put("enough", enough);
    if (enough) {
      SatisfactionIndex index = SatisfactionIndex.of(point.sums());
      json.put("index", index.value()).put("low", index.low()).put("high", index.high());
      json.put("net", index.netSentiment());
    }
    return json;
  }

  private void voices(Context request) throws IOException {
    List<String> known = new ArrayList<>(VOICES_OF);
    known.addAll(List.of("size", "after"));
    Parameters parameters = parameters(request, known);
    int size = parameters.number("size", VOICES, VoicesQuery.MOST);
    VoicesQuery.Page page =
        voices.page(parameters.voices(filter(parameters)), size, parameters.after());
    ObjectNode answer = JSON.createObjectNode().put("n", page.n());
    answer.putArray("mentions").addAll(page.voices());
    if (!page.after().isEmpty()) {
      answer.put("next", Parameters.cursor(page.after()));
    }
    request.json(answer);
  }

  private void feedback(Context request) throws IOException {
    String id = parameters(request, List.of("id")).required("id");
    ObjectNode document =
        voices
            .feedback(id)
            .orElseThrow(
                () -> QuestionException.nothing("there is no feedback " + id + " (any more)"));
    JsonNode mentions = document.remove("mentions");
    ObjectNode answer = JSON.createObjectNode();
    answer.set("feedback", document);
    answer.set("mentions", mentions);
    request.json(answer);
  }

  private void export(Context request) throws IOException {
    String view = request.queryParam("view");
    boolean ofVoices = "voices".equals(view);
    List<String> known = new ArrayList<>(ofVoices ? VOICES_OF : COMPARE);
    known.addAll(List.of("view", "format"));
    Parameters parameters = parameters(request, known);
    Export.Table table =
        parameters.word("view", "compare", "voices").equals("voices")
            ? Export.voices(voices, parameters.voices(filter(parameters)))
            : Export.comparison(compared(parameters));
    boolean csv = parameters.word("format", "csv", "xlsx").equals("csv");
    request.header(
        "Content-Disposition",
        "attachment; filename=\"voc-" + table.name() + (csv ? ".csv\"" : ".xlsx\""));
    request.contentType(
        csv
            ? "text/csv; charset=utf-8"
            : "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    request.result(csv ? table.csv() : table.xlsx());
  }

  private static Parameters parameters(Context request, List<String> known) {
    return new Parameters(request.queryParamMap(), known);
  }

  private ScoreFilter filter(Parameters parameters) throws IOException {
    ZoneId zone = zone();
    return parameters.filter(zone, LocalDate.now(clock.withZone(zone)));
  }

  /** Time zone of the days of the cells. */
  private ZoneId zone() throws IOException {
    return overview.zones().stream().findFirst().orElse(ZoneOffset.UTC);
  }

  private static ObjectNode period(Period period) {
    return JSON.createObjectNode()
        .put("from", period.from().toString())
        .put("to", period.to().minusDays(1).toString());
  }

  private static ObjectNode names(Names names) {
    return JSON.createObjectNode().put("zh", names.zh()).put("en", names.en());
  }
}
