package org.vocstream.kibana;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.vocstream.elasticsearch.VocIndex;

/**
 * What Kibana would trip over, looked for in the committed files and in the dashboard of gaps: no
 * Kibana runs here.
 */
class DashboardShapeTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern CONDITION = Pattern.compile("([\\w.]+) : ");
  private static final Pattern TWO_LANGUAGES = Pattern.compile(".*\\p{IsHan}.*[A-Za-z].*");
  private static final Set<String> NUMBERS = Set.of("byte", "integer", "long", "double");

  /** Types of field by the operation of Lens. */
  private static final Map<String, Set<String>> FITTING =
      Map.of(
          "terms", Set.of("keyword", "boolean"),
          "date_histogram", Set.of("date"),
          "sum", NUMBERS,
          "average", NUMBERS,
          "median", NUMBERS,
          "max", Set.of("byte", "integer", "long", "double", "date"),
          "min", Set.of("byte", "integer", "long", "double", "date"),
          "unique_count", Set.of("keyword"));

  private final SavedObjects objects;
  private final Map<String, SortedMap<String, String>> fieldsOfView = new HashMap<>();

  /** A panel of Lens with its dashboard. */
  private record Placed(ObjectNode dashboard, JsonNode panel) {
    String id() {
      return panel.path("panelIndex").asText();
    }

    JsonNode attributes() {
      return panel.at("/embeddableConfig/attributes");
    }

    JsonNode layer() {
      return attributes().at("/state/datasourceStates/formBased/layers/" + id() + "-layer");
    }

    String view() {
      return attributes().at("/references/0/id").asText();
    }

    @Override
    public String toString() {
      return dashboard.path("id").asText() + " " + id();
    }
  }

  DashboardShapeTest() throws IOException {
    objects = SavedObjects.read(Path.of("kibana")).withGaps("沐\"禾", List.of("绮'澜", "澄\\野"));
    for (VocIndex index : VocIndex.values()) {
      for (ObjectNode view : ofType("index-pattern")) {
        if (view.at("/attributes/title").asText().equals(index.alias())) {
          fieldsOfView.put(view.path("id").asText(), IndexFields.of(index));
        }
      }
    }
  }

  @Test
  void everyDataViewHasItsAliasAndADateForTheTimePicker() {
    assertThat(fieldsOfView).hasSize(ofType("index-pattern").size());
    Set<String> aliases = new HashSet<>();
    for (ObjectNode view : ofType("index-pattern")) {
      aliases.add(view.at("/attributes/title").asText());
      assertThat(
              fieldsOfView
                  .get(view.path("id").asText())
                  .get(view.at("/attributes/timeFieldName").asText()))
          .isEqualTo("date");
    }
    assertThat(aliases).hasSize(VocIndex.values().length);
  }

  @Test
  void codesOfThePacksAreShownByTheirNames() throws IOException {
    for (ObjectNode view : ofType("index-pattern")) {
      JsonNode formats = JSON.readTree(view.at("/attributes/fieldFormatMap").asText());
      JsonNode labels = JSON.readTree(view.at("/attributes/fieldAttrs").asText());
      Set<String> known = fieldsOfView.get(view.path("id").asText()).keySet();
      assertThat(known).containsAll(names(formats)).containsAll(names(labels));
      if (view.path("id").asText().equals("voc-mentions")) {
        assertThat(formats.at("/group/params/lookupEntries").toString())
            .contains("{\"key\":\"delivery\",\"value\":\"物流 Delivery\"}");
        assertThat(labels.at("/brand/customLabel").asText()).isEqualTo("品牌 Brand");
      }
    }
  }

  @Test
  void everyReferenceResolvesAndEveryLayerAndControlHasOne() throws IOException {
    Set<String> known = fieldsOfView.keySet();
    for (ObjectNode dashboard : ofType("dashboard")) {
      Map<String, String> references = new HashMap<>();
      for (JsonNode reference : dashboard.path("references")) {
        assertThat(reference.path("type").asText()).isEqualTo("index-pattern");
        assertThat(known).contains(reference.path("id").asText());
        references.put(reference.path("name").asText(), reference.path("id").asText());
      }
      Set<String> used = new HashSet<>();
      for (Placed placed : panels(dashboard)) {
        String layer = "indexpattern-datasource-layer-" + placed.id() + "-layer";
        used.add(placed.id() + ":" + layer);
        assertThat(placed.attributes().at("/references/0/name").asText()).isEqualTo(layer);
        assertThat(references.get(placed.id() + ":" + layer)).isEqualTo(placed.view());
      }
      for (String control : names(controls(dashboard))) {
        used.add("controlGroup_" + control + ":optionsListDataView");
      }
      assertThat(references.keySet()).isEqualTo(used);
    }
  }

  @Test
  void everyFieldIsInTheMappingWithATypeThatFits() {
    int seen = 0;
    for (Placed placed : panels()) {
      Map<String, String> fields = fieldsOfView.get(placed.view());
      for (JsonNode column : placed.layer().path("columns")) {
        String operation = column.path("operationType").asText();
        if (FITTING.containsKey(operation)) {
          String field = column.path("sourceField").asText();
          assertThat(FITTING.get(operation)).as("%s %s", placed, field).contains(fields.get(field));
          assertThat(column.path("dataType").asText())
              .as("%s %s", placed, field)
              .isEqualTo(
                  operation.equals("unique_count")
                      ? "number"
                      : switch (fields.get(field)) {
                        case "keyword" -> "string";
                        case "date", "boolean" -> fields.get(field);
                        default -> "number";
                      });
          seen++;
        } else {
          assertThat(operation).isIn("count", "formula", "math", "filters");
        }
      }
      for (String kql : conditions(placed)) {
        Matcher field = CONDITION.matcher(kql.replaceAll("\"(\\\\.|[^\"])*\"", ""));
        while (field.find()) {
          assertThat(fields).as("%s %s", placed, kql).containsKey(field.group(1));
        }
      }
    }
    assertThat(seen).isGreaterThan(100);
  }

  private static List<String> conditions(Placed placed) {
    List<String> conditions =
        new ArrayList<>(List.of(placed.attributes().at("/state/query/query").asText()));
    for (JsonNode column : placed.layer().path("columns")) {
      conditions.add(column.at("/filter/query").asText(""));
      column
          .at("/params/filters")
          .forEach(filter -> conditions.add(filter.at("/input/query").asText()));
    }
    return conditions;
  }

  @Test
  void everyColumnIsOrderedReferredToAndDrawn() {
    for (Placed placed : panels()) {
      JsonNode columns = placed.layer().path("columns");
      Set<String> ids = names(columns);
      List<String> order = new ArrayList<>();
      placed.layer().path("columnOrder").forEach(id -> order.add(id.asText()));
      assertThat(order).as(placed.toString()).containsExactlyInAnyOrderElementsOf(ids);
      Set<String> drawn = new TreeSet<>();
      accessors(placed.attributes().at("/state/visualization"), drawn);
      Set<String> parts = new TreeSet<>();
      for (JsonNode column : columns) {
        column.path("references").forEach(part -> parts.add(part.asText()));
      }
      assertThat(ids).as(placed.toString()).containsAll(drawn).containsAll(parts);
      parts.addAll(drawn);
      assertThat(parts).as(placed.toString()).isEqualTo(new TreeSet<>(ids));
      for (JsonNode column : columns) {
        if (column.path("operationType").asText().equals("math")) {
          assertThat(column.at("/params/tinymathAst/text").asText())
              .isEqualTo(
                  columns
                      .path(column.path("references").get(0).asText().replaceAll("X\\d+$", ""))
                      .at("/params/formula")
                      .asText());
        }
        if (column.at("/params/orderBy/type").asText().equals("column")) {
          assertThat(ids).contains(column.at("/params/orderBy/columnId").asText());
        }
      }
    }
  }

  /** Collects what a visualization names as columns. */
  private static void accessors(JsonNode node, Set<String> drawn) {
    node.fields()
        .forEachRemaining(
            field -> {
              String name = field.getKey();
              if (name.endsWith("Accessor") || name.equals("columnId")) {
                drawn.add(field.getValue().asText());
              } else if (name.equals("accessors")) {
                field.getValue().forEach(id -> drawn.add(id.asText()));
              }
            });
    node.forEach(child -> accessors(child, drawn));
  }

  @Test
  void everyPanelOpensInDiscoverAndHasOneLayerWithoutShift() {
    for (Placed placed : panels()) {
      JsonNode event = placed.panel().at("/embeddableConfig/enhancements/dynamicActions/events/0");
      assertThat(event.at("/action/factoryId").asText())
          .as(placed.toString())
          .isEqualTo("OPEN_IN_DISCOVER_DRILLDOWN");
      assertThat(event.path("triggers").toString()).isEqualTo("[\"FILTER_TRIGGER\"]");
      // Lens opens no panel with several layers or a time shift.
      assertThat(placed.attributes().at("/state/datasourceStates/formBased/layers")).hasSize(1);
      assertThat(placed.layer().toString()).doesNotContain("timeShift");
    }
  }

  /** A control on a field that a panel's documents lack would empty the panel. */
  @Test
  void everyControlHasAFieldInAllPanelsThatHeedIt() throws IOException {
    for (ObjectNode dashboard : ofType("dashboard")) {
      Set<String> chosen = new HashSet<>();
      for (JsonNode control : controls(dashboard)) {
        assertThat(control.path("type").asText()).isEqualTo("optionsListControl");
        chosen.add(control.at("/explicitInput/fieldName").asText());
      }
      assertThat(chosen).hasSizeGreaterThan(1);
      assertThat(chosen.contains("brand"))
          .isNotEqualTo(dashboard.path("id").asText().equals("voc-gap"));
      for (Placed placed : panels(dashboard)) {
        if (!placed.layer().path("ignoreGlobalFilters").asBoolean()) {
          assertThat(fieldsOfView.get(placed.view()).keySet())
              .as(placed.toString())
              .containsAll(chosen);
        }
      }
    }
  }

  @Test
  void titlesAndLabelsAreInBothLanguages() {
    for (ObjectNode dashboard : ofType("dashboard")) {
      assertThat(dashboard.at("/attributes/title").asText()).matches(TWO_LANGUAGES);
    }
    for (Placed placed : panels()) {
      assertThat(placed.panel().path("title").asText()).matches(TWO_LANGUAGES);
      for (JsonNode column : placed.layer().path("columns")) {
        String label = column.path("label").asText();
        // Names of brands are names in every language.
        assertThat(label.matches(".*(沐|绮|澄).*") || TWO_LANGUAGES.matcher(label).matches())
            .as("%s %s", placed, label)
            .isTrue();
      }
    }
  }

  @Test
  void panelsStandBesideOneAnother() throws IOException {
    for (ObjectNode dashboard : ofType("dashboard")) {
      Set<String> ids = new HashSet<>();
      Set<String> taken = new HashSet<>();
      for (JsonNode panel : JSON.readTree(dashboard.at("/attributes/panelsJSON").asText())) {
        JsonNode grid = panel.path("gridData");
        assertThat(ids.add(panel.path("panelIndex").asText())).isTrue();
        assertThat(grid.path("i")).isEqualTo(panel.path("panelIndex"));
        int right = grid.path("x").asInt() + grid.path("w").asInt();
        assertThat(right).isLessThanOrEqualTo(48);
        for (int x = grid.path("x").asInt(); x < right; x++) {
          for (int y = 0; y < grid.path("h").asInt(); y++) {
            assertThat(taken.add(x + "," + (grid.path("y").asInt() + y))).isTrue();
          }
        }
      }
    }
  }

  private List<ObjectNode> ofType(String type) {
    return objects.objects().stream().filter(o -> o.path("type").asText().equals(type)).toList();
  }

  private List<Placed> panels() {
    return ofType("dashboard").stream().flatMap(d -> panels(d).stream()).toList();
  }

  private static List<Placed> panels(ObjectNode dashboard) {
    List<Placed> placed = new ArrayList<>();
    try {
      for (JsonNode panel : JSON.readTree(dashboard.at("/attributes/panelsJSON").asText())) {
        if (panel.path("type").asText().equals("lens")) {
          placed.add(new Placed(dashboard, panel));
        }
      }
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return placed;
  }

  private static JsonNode controls(ObjectNode dashboard) throws IOException {
    return JSON.readTree(dashboard.at("/attributes/controlGroupInput/panelsJSON").asText());
  }

  private static Set<String> names(JsonNode object) {
    Set<String> names = new TreeSet<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }
}
