package org.vocstream.kibana;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What Lens would trip over: columns, fields, types and places in every panel. */
class LensPanelTest {
  private static final Pattern CONDITION = Pattern.compile("([\\w.]+) : ");
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

  private final CommittedObjects committed = new CommittedObjects();
  private final Map<String, SortedMap<String, String>> fieldsOfView = committed.fieldsOfView;

  LensPanelTest() throws IOException {}

  @Test
  void everyFieldIsInTheMappingWithATypeThatFits() {
    int seen = 0;
    for (CommittedObjects.Placed placed : committed.panels()) {
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

  private static List<String> conditions(CommittedObjects.Placed placed) {
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
    for (CommittedObjects.Placed placed : committed.panels()) {
      JsonNode columns = placed.layer().path("columns");
      Set<String> ids = CommittedObjects.names(columns);
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
        if (column.path("operationType").asText().equals("formula")) {
          assertKqlStandsIn(column, columns);
        }
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

  /** What people edit says the same as what runs. */
  private static void assertKqlStandsIn(JsonNode formula, JsonNode columns) {
    JsonNode math = columns.path(formula.path("references").get(0).asText());
    for (JsonNode part : math.path("references")) {
      String kql = columns.path(part.asText()).at("/filter/query").asText("");
      assertThat(formula.at("/params/formula").asText())
          .contains(kql.isEmpty() ? "(" : "kql='" + kql.replace("'", "\\'") + "'");
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
    for (CommittedObjects.Placed placed : committed.panels()) {
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
}
