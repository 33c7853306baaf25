package org.vocstream.kibana;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import org.vocstream.elasticsearch.VocIndex;

/**
 * The committed saved objects and the dashboard of gaps, of brands with names that want escaping.
 */
final class CommittedObjects {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final SavedObjects objects;

  /** Type of each field of its index, by data view. */
  final Map<String, SortedMap<String, String>> fieldsOfView = new HashMap<>();

  /** A panel of Lens with its dashboard. */
  record Placed(ObjectNode dashboard, JsonNode panel) {
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

  CommittedObjects() throws IOException {
    objects = SavedObjects.read(Path.of("kibana")).withGaps("沐\"禾", List.of("绮'澜", "澄\\野"));
    for (VocIndex index : VocIndex.values()) {
      for (ObjectNode view : ofType("index-pattern")) {
        if (view.at("/attributes/title").asText().equals(index.alias())) {
          fieldsOfView.put(view.path("id").asText(), IndexFields.of(index));
        }
      }
    }
  }

  List<ObjectNode> ofType(String type) {
    return objects.objects().stream().filter(o -> o.path("type").asText().equals(type)).toList();
  }

  List<Placed> panels() {
    return ofType("dashboard").stream().flatMap(d -> panels(d).stream()).toList();
  }

  static List<Placed> panels(ObjectNode dashboard) {
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

  static JsonNode controls(ObjectNode dashboard) throws IOException {
    return JSON.readTree(dashboard.at("/attributes/controlGroupInput/panelsJSON").asText());
  }

  static Set<String> names(JsonNode object) {
    Set<String> names = new TreeSet<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }
}
