package org.vocstream.kibana;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Saved objects in one shape, so that two that say the same are the same text: keys in order, also
 * within the JSON that Kibana keeps as text; references by name, panels by place; without what
 * changes at every save or differs from one Kibana to the next.
 */
final class StableJson {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final List<String> OF_ONE_KIBANA =
      List.of(
          "created_at",
          "created_by",
          "updated_at",
          "updated_by",
          "version",
          "namespaces",
          "originId",
          "managed",
          "migrationVersion");

  /** Fields whose text is JSON although their name does not end so. */
  private static final Set<String> HOLDS_JSON =
      Set.of("fieldAttrs", "fieldFormatMap", "fields", "runtimeFieldMap", "sourceFilters");

  private StableJson() {}

  /** One saved object in that shape. */
  static ObjectNode object(ObjectNode saved) {
    ObjectNode copy = saved.deepCopy();
    copy.remove(OF_ONE_KIBANA);
    if (copy.path("references") instanceof ArrayNode references) {
      copy.set(
          "references", sorted(references, Comparator.comparing(r -> r.path("name").asText())));
    }
    return (ObjectNode) stable("", copy);
  }

  /** One saved object as a line of a file. */
  static String line(ObjectNode saved) {
    return text(object(saved));
  }

  /** JSON as text, keys as they stand. */
  static String text(JsonNode json) {
    try {
      return MAPPER.writeValueAsString(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("JSON in memory cannot be written", e);
    }
  }

  private static JsonNode stable(String name, JsonNode node) {
    if (node instanceof ObjectNode object) {
      ObjectNode ordered = JsonNodeFactory.instance.objectNode();
      Set<String> keys = new TreeSet<>();
      object.fieldNames().forEachRemaining(keys::add);
      keys.forEach(key -> ordered.set(key, stable(key, object.get(key))));
      return ordered;
    }
    if (node instanceof ArrayNode array) {
      ArrayNode same = JsonNodeFactory.instance.arrayNode();
      array.forEach(element -> same.add(stable("", element)));
      return same;
    }
    return node.isTextual() && (name.endsWith("JSON") || HOLDS_JSON.contains(name))
        ? TextNode.valueOf(within(name, node.asText()))
        : node;
  }

  private static String within(String name, String text) {
    try {
      JsonNode json = MAPPER.readTree(text);
      if (name.equals("panelsJSON") && json instanceof ArrayNode panels) {
        json =
            sorted(
                panels,
                Comparator.<JsonNode>comparingInt(p -> p.at("/gridData/y").asInt())
                    .thenComparingInt(p -> p.at("/gridData/x").asInt())
                    .thenComparing(p -> p.path("panelIndex").asText()));
      }
      return text(stable("", json));
    } catch (JsonProcessingException e) {
      return text; // Not JSON after all, and so nothing to put in order.
    }
  }

  private static ArrayNode sorted(ArrayNode array, Comparator<JsonNode> order) {
    List<JsonNode> elements = new ArrayList<>();
    array.forEach(elements::add);
    elements.sort(order);
    return JsonNodeFactory.instance.arrayNode().addAll(elements);
  }
}
