package org.vocstream.kibana;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.vocstream.elasticsearch.VocIndex;

/**
 * What Kibana would trip over, looked for in the committed files and in the dashboard of gaps: no
 * Kibana runs here.
 */
class DashboardShapeTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern TWO_LANGUAGES = Pattern.compile(".*\\p{IsHan}.*[A-Za-z].*");
  private final CommittedObjects committed = new CommittedObjects();
  private final Map<String, SortedMap<String, String>> fieldsOfView = committed.fieldsOfView;

  DashboardShapeTest() throws IOException {}

  @Test
  void everyDataViewHasItsAliasAndADateForTheTimePicker() {
    assertThat(fieldsOfView).hasSize(committed.ofType("index-pattern").size());
    Set<String> aliases = new HashSet<>();
    for (ObjectNode view : committed.ofType("index-pattern")) {
      aliases.add(view.at("/attributes/title").asText());
      assertThat(
              fieldsOfView
                  .get(view.path("id").asText())
                  .get(view.at("/attributes/timeFieldName").asText()))
          .isEqualTo("date");
    }
    Set<String> all =
        Arrays.stream(VocIndex.values()).map(VocIndex::alias).collect(Collectors.toSet());
    // Who made which report is told by scripts/voc schedule --history.
    all.remove(VocIndex.REPORT_RUNS.alias());
    assertThat(aliases).isEqualTo(all);
  }

  @Test
  void codesOfThePacksAreShownByTheirNames() throws IOException {
    for (ObjectNode view : committed.ofType("index-pattern")) {
      JsonNode formats = JSON.readTree(view.at("/attributes/fieldFormatMap").asText());
      JsonNode labels = JSON.readTree(view.at("/attributes/fieldAttrs").asText());
      Set<String> known = fieldsOfView.get(view.path("id").asText()).keySet();
      assertThat(known)
          .containsAll(CommittedObjects.names(formats))
          .containsAll(CommittedObjects.names(labels));
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
    for (ObjectNode dashboard : committed.ofType("dashboard")) {
      Map<String, String> references = new HashMap<>();
      for (JsonNode reference : dashboard.path("references")) {
        assertThat(reference.path("type").asText()).isEqualTo("index-pattern");
        assertThat(known).contains(reference.path("id").asText());
        references.put(reference.path("name").asText(), reference.path("id").asText());
      }
      Set<String> used = new HashSet<>();
      for (CommittedObjects.Placed placed : CommittedObjects.panels(dashboard)) {
        String layer = "indexpattern-datasource-layer-" + placed.id() + "-layer";
        used.add(placed.id() + ":" + layer);
        assertThat(placed.attributes().at("/references/0/name").asText()).isEqualTo(layer);
        assertThat(references.get(placed.id() + ":" + layer)).isEqualTo(placed.view());
      }
      for (String control : CommittedObjects.names(CommittedObjects.controls(dashboard))) {
        used.add("controlGroup_" + control + ":optionsListDataView");
      }
      assertThat(references.keySet()).isEqualTo(used);
    }
  }

  /** A control on a field that a panel's documents lack would empty the panel. */
  @Test
  void everyControlHasAFieldInAllPanelsThatHeedIt() throws IOException {
    for (ObjectNode dashboard : committed.ofType("dashboard")) {
      Set<String> chosen = new HashSet<>();
      for (JsonNode control : CommittedObjects.controls(dashboard)) {
        assertThat(control.path("type").asText()).isEqualTo("optionsListControl");
        chosen.add(control.at("/explicitInput/fieldName").asText());
      }
      assertThat(chosen).hasSizeGreaterThan(1);
      assertThat(chosen.contains("brand"))
          .isNotEqualTo(dashboard.path("id").asText().equals("voc-gap"));
      for (CommittedObjects.Placed placed : CommittedObjects.panels(dashboard)) {
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
    for (ObjectNode dashboard : committed.ofType("dashboard")) {
      assertThat(dashboard.at("/attributes/title").asText()).matches(TWO_LANGUAGES);
    }
    for (CommittedObjects.Placed placed : committed.panels()) {
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
    for (ObjectNode dashboard : committed.ofType("dashboard")) {
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
}
