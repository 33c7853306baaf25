package org.vocstream.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.vocstream.elasticsearch.Alerts;
import org.vocstream.elasticsearch.CallInsightQuery;
import org.vocstream.elasticsearch.Correction;
import org.vocstream.elasticsearch.Corrections;
import org.vocstream.elasticsearch.Counts;
import org.vocstream.elasticsearch.LateFeedback;
import org.vocstream.elasticsearch.LateIndexer;
import org.vocstream.elasticsearch.ScoreFilter;
import org.vocstream.elasticsearch.TrendQuery;
import org.vocstream.elasticsearch.VocIndex;
import org.vocstream.kibana.SavedObjects;
import org.vocstream.scoring.ModelFolder;
import org.vocstream.statistics.Period;
import org.vocstream.statistics.SatisfactionIndex;
import org.vocstream.statistics.Scope;
import org.vocstream.statistics.comparison.Subject;
import org.vocstream.statistics.contact.ContactRow;

/**
 * Runs what every committed panel asks Elasticsearch over the sample: each shows something, and
 * what the built-in page shows, too, is the same number.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KibanaPanelsIT {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final List<String> BRANDS = List.of("沐禾", "绮澜", "澄野");
  private static final String PERIOD = "2026-W40..2026-W43";
  private static final String FROM = "2026-09-28";
  private static final String TO = "2026-10-25";
  private static final double SAME = 1e-6;

  /** Of whom the sample has none: a customer who says for whom she leaves. */
  private static final String LEAVING =
      """
      {"id": "leaving", "channel": "review", "brand": "沐禾", "published_at": "2026-10-07T12:00:00+08:00", "text": "全家都转投绮澜了"}
      """;

  private ServedPage page;
  private ElasticsearchClient client;
  private SavedObjects objects;
  private KibanaPanels panels;

  @BeforeAll
  void indexTheSample(@TempDir Path folder) throws Exception {
    Path feed = Files.createDirectories(folder.resolve("feed"));
    try (Stream<Path> files = Files.list(ServedPage.SAMPLE)) {
      for (Path file : files.toList()) {
        Files.copy(file, feed.resolve(file.getFileName()));
      }
    }
    Files.writeString(feed.resolve("leaving.jsonl"), LEAVING);
    page = ServedPage.over(feed, Files.createDirectories(folder.resolve("work")));
    client = page.stack().connection().client();
    objects =
        SavedObjects.read(VocProcess.HOME.resolve("dashboards/kibana"))
            .withGaps(BRANDS.get(0), BRANDS.subList(1, 3));
    panels =
        new KibanaPanels(
            objects, page.stack().uri(), ZONE, LocalDate.parse(FROM), LocalDate.parse(TO));
    // What the sample has not: feedback that came late, and a correction.
    Instant then = Instant.parse("2026-10-01T00:00:00Z");
    new LateIndexer(client, Clock.systemUTC())
        .index(List.of(new LateFeedback("x/1", "沐禾", "review", then, then)));
    String mention =
        client
            .search(s -> s.index(VocIndex.MENTIONS.alias()).size(1), Void.class)
            .hits()
            .hits()
            .get(0)
            .id();
    new Corrections(client, Clock.systemUTC())
        .add(new Correction(mention, Correction.Kind.NOT_A_MENTION, null, null, "分析员", null));
    new Counts(client).refresh();
  }

  @AfterAll
  void stop() {
    page.close();
  }

  @Test
  void everyPanelShowsSomethingInEveryColumn() throws IOException {
    int shown = 0;
    for (String dashboard : objects.dashboards()) {
      for (JsonNode panel : panels.of(dashboard)) {
        String name = dashboard + " " + panel.path("panelIndex").asText();
        List<LensQuery.Row> rows = panels.rows(panel, "");
        assertThat(rows).as(name).isNotEmpty();
        for (String column : rows.get(0).values().keySet()) {
          assertThat(rows.stream().map(row -> row.value(column)).filter(Objects::nonNull))
              .as("%s %s", name, column)
              .isNotEmpty();
        }
        shown++;
      }
    }
    assertThat(shown).isGreaterThan(40);
  }

  @Test
  void theComparisonIsThatOfThePage() throws IOException {
    compareWithThePage("", new CompareOptions());
  }

  @Test
  void theControlsRestrictAsTheFiltersOfThePageDo() throws IOException {
    CompareOptions options = new CompareOptions();
    options.channels = List.of("review", "social");
    options.withoutSuspects = true;
    compareWithThePage("channel : (\"review\" or \"social\") and suspect : false", options);
  }

  private void compareWithThePage(String controls, CompareOptions options) throws IOException {
    options.brand = BRANDS.get(0);
    options.against = BRANDS.subList(1, 3);
    options.period = PERIOD;
    options.raw = true;
    options.show = List.of("overall", "indicators", "touchpoints", "value", "headtohead");
    options.json = true;
    JsonNode told = page(options);
    List<LensQuery.Row> overall = rows("voc-comparison", "overall", controls);
    List<LensQuery.Row> feedback = rows("voc-comparison", "whole-feedback", controls);
    for (JsonNode row : told.path("overall")) {
      boolean whole = row.path("scope").asText().equals("feedback");
      for (LensQuery.Row shown : whole ? feedback : overall) {
        same(shown, "index", "n", row.path("brands").path(shown.keys().get("brand")));
      }
    }
    assertThat(overall).hasSize(3);
    assertThat(feedback).hasSize(3);
    Map<String, JsonNode> indicators = byCode(told.path("indicators"));
    int enough = 0;
    List<LensQuery.Row> shown = rows("voc-comparison", "indicator-table", controls);
    for (LensQuery.Row row : shown) {
      JsonNode score = indicators.get(row.keys().get("group")).path("brands");
      enough += same(row, "index", "n", score.path(row.keys().get("brand")));
    }
    assertThat(enough).isGreaterThan(10);
    assertThat(shown.stream().mapToDouble(row -> row.value("n")).sum())
        .isEqualTo(sum(told.path("indicators"), "n"));
    for (LensQuery.Row row : rows("voc-comparison", "overall", controls)) {
      JsonNode score = told.at("/overall/0/brands").path(row.keys().get("brand"));
      assertThat(row.value("negative"))
          .isCloseTo(score.path("negative_share").asDouble(), within(SAME));
      assertThat(row.value("net")).isCloseTo(score.path("net").asDouble(), within(SAME));
    }
    compareJourneyAndValue(controls, told);
    compareHeadToHead(controls, told);
    List<LensQuery.Row> gaps = rows("voc-gap", "indicators", controls);
    for (LensQuery.Row row : gaps) {
      JsonNode gap = indicators.get(row.keys().get("group")).path("gaps").path(BRANDS.get(1));
      if (gap.has("value")) {
        assertThat(row.value("gap1")).isCloseTo(gap.path("value").asDouble(), within(SAME));
      }
    }
    assertThat(gaps).hasSizeGreaterThan(10);
  }

  private void compareJourneyAndValue(String controls, JsonNode told) throws IOException {
    Map<String, JsonNode> stops = byCode(told.path("touchpoints"));
    for (LensQuery.Row row : rows("voc-journey", "touchpoints", controls)) {
      stops.forEach(
          (code, stop) -> {
            if (row.keys().get("touchpoint").equals(label(stop))) {
              same(row, "index", "n", stop.path("brands").path(row.keys().get("brand")));
            }
          });
    }
    assertThat(
            rows("voc-journey", "touchpoints", controls).stream()
                .mapToDouble(row -> row.value("n"))
                .sum())
        .isEqualTo(sum(told.path("touchpoints"), "n"));
    for (LensQuery.Row row : rows("voc-comparison", "value", controls)) {
      String side = row.keys().get("value").startsWith("利益") ? "benefit" : "cost";
      JsonNode value = told.at("/value/brands").path(row.keys().get("brand")).path(side);
      assertThat(row.value("n")).isEqualTo(value.path("n").asDouble());
      assertThat(row.value("index")).isCloseTo(value.path("index").asDouble(), within(SAME));
    }
  }

  private void compareHeadToHead(String controls, JsonNode told) throws IOException {
    Map<String, Double> wins = new TreeMap<>();
    for (JsonNode pair : told.path("headtohead")) {
      String one = pair.path("brand").asText();
      String other = pair.path("other").asText();
      wins.put(one + ">" + other, pair.path("wins").asDouble());
      wins.put(other + ">" + one, pair.path("losses").asDouble());
    }
    wins.values().removeIf(count -> count == 0);
    Map<String, Double> pairs = new TreeMap<>();
    rows("voc-comparison", "head-to-head", controls)
        .forEach(row -> pairs.put(row.keys().get("comparison_pairs"), row.value("n")));
    // Lens also shows whom else customers compare with: shops, things.
    pairs.keySet().removeIf(pair -> !BRANDS.containsAll(List.of(pair.split(">", -1))));
    assertThat(pairs).isEqualTo(wins).isNotEmpty();
  }

  /** Compares index and n; 1 where there was enough for an index. */
  private static int same(LensQuery.Row shown, String index, String n, JsonNode told) {
    assertThat(shown.value(n)).as(shown.toString()).isEqualTo(told.path("n").asDouble());
    if (told.has("index")) {
      assertThat(shown.value(index))
          .as(shown.toString())
          .isCloseTo(told.path("index").asDouble(), within(SAME));
      return 1;
    }
    return 0;
  }

  private static String label(JsonNode row) {
    return row.at("/label/zh").asText() + " " + row.at("/label/en").asText();
  }

  private static double sum(JsonNode rows, String field) {
    double sum = 0;
    for (JsonNode row : rows) {
      for (JsonNode brand : row.path("brands")) {
        sum += brand.path(field).asDouble();
      }
    }
    return sum;
  }

  private static Map<String, JsonNode> byCode(JsonNode rows) {
    Map<String, JsonNode> byCode = new TreeMap<>();
    rows.forEach(row -> byCode.put(row.path("code").asText(), row));
    return byCode;
  }

  @Test
  void theTrendIsThatOfThePage() throws IOException {
    ScoreFilter filter =
        new ScoreFilter(Map.of(), Period.ofDays(LocalDate.parse(FROM), LocalDate.parse(TO)), ZONE);
    Map<String, List<TrendQuery.Point>> told =
        new TrendQuery(client)
            .trend(BRANDS, new Subject(Scope.BRAND, ""), TrendQuery.Step.WEEK, filter);
    List<LensQuery.Row> shown = rows("voc-trend", "index-table", "");
    assertThat(shown).hasSize(told.values().stream().mapToInt(List::size).sum());
    for (LensQuery.Row row : shown) {
      TrendQuery.Point point =
          told.get(row.keys().get("brand")).stream()
              .filter(p -> row.keys().get("week").startsWith(p.days().from().toString()))
              .findFirst()
              .orElseThrow(() -> new AssertionError(row.toString()));
      assertThat(row.value("n")).isEqualTo((double) point.sums().n());
      assertThat(row.value("index"))
          .isCloseTo(SatisfactionIndex.of(point.sums()).value(), within(SAME));
    }
  }

  @Test
  void whatCallersAskAboutIsThatOfTheCommand() throws IOException {
    ScoreFilter filter =
        new ScoreFilter(Map.of(), Period.ofDays(LocalDate.parse(FROM), LocalDate.parse(TO)), ZONE);
    Map<String, ContactRow> told = new TreeMap<>();
    new CallInsightQuery(client)
        .insight(filter, CallInsightQuery.By.REASON, Optional.empty())
        .rows()
        .forEach(row -> told.put(row.key(), row));
    told.remove(""); // No reason was found, and Lens shows none.
    Set<String> shown = new TreeSet<>();
    for (LensQuery.Row row : rows("voc-calls", "reasons", "")) {
      ContactRow same = told.get(row.keys().get("contact_reason"));
      shown.add(same.key());
      assertThat(row.value("n")).isEqualTo((double) same.n());
      assertThat(row.value("complaints"))
          .isCloseTo((double) same.sums().complaints() / same.n(), within(SAME));
      assertThat(row.value("unresolved"))
          .isCloseTo((double) same.sums().unresolved() / same.n(), within(SAME));
      assertThat(row.value("satisfaction"))
          .isCloseTo(same.satisfaction().orElseThrow().value(), within(SAME));
      Double handling = same.sums().handlingMs();
      assertThat(row.value("handling"))
          .isEqualTo(handling == null ? null : (Double) (handling / 1000));
    }
    assertThat(shown).isEqualTo(told.keySet()).hasSizeGreaterThan(3);
  }

  @Test
  void whatWasTakenInAndWhatStandsOutIsCounted() throws IOException {
    Counts counts = new Counts(client);
    assertThat(number("voc-quality", "taken-in", "n"))
        .isEqualTo((double) counts.of(VocIndex.FEEDBACK));
    assertThat(number("voc-quality", "refused", "n"))
        .isEqualTo((double) counts.of(VocIndex.DEAD_LETTERS));
    double listed =
        rows("voc-quality", "dead-letters", "").stream().mapToDouble(r -> r.value("n")).sum();
    assertThat(listed).isPositive().isLessThanOrEqualTo((double) counts.of(VocIndex.DEAD_LETTERS));
    List<ObjectNode> alerts =
        new Alerts(client, Clock.systemUTC())
            .list(true).stream().filter(a -> !a.path("withdrawn").asBoolean()).toList();
    assertThat(rows("voc-alerts", "list", "")).hasSameSizeAs(alerts);
    assertThat(number("voc-alerts", "open", "open"))
        .isEqualTo(
            (double) alerts.stream().filter(a -> a.path("state").asText().equals("open")).count());
  }

  private double number(String dashboard, String panel, String column) throws IOException {
    return rows(dashboard, panel, "").get(0).value(column);
  }

  private List<LensQuery.Row> rows(String dashboard, String panel, String controls)
      throws IOException {
    return panels.rows(panels.panel(dashboard, panel), controls);
  }

  private JsonNode page(CompareOptions options) throws IOException {
    StringWriter out = new StringWriter();
    new ComparisonRun(options, ModelFolder.bundled(), Clock.systemUTC())
        .print(client, new PrintWriter(out));
    return JSON.readTree(out.toString());
  }
}
