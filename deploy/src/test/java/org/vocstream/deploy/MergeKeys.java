package org.vocstream.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** The merge keys of YAML 1.1 ({@code <<}), which compose files use and YAML 1.2 does not know. */
final class MergeKeys {
  private static final String MERGE = "<<";

  private MergeKeys() {}

  /**
   * The same tree, with what is merged in its place; what stands beside a merge key goes before it.
   */
  static JsonNode resolved(JsonNode node) {
    if (node instanceof ArrayNode list) {
      ArrayNode all = JsonNodeFactory.instance.arrayNode();
      list.forEach(element -> all.add(resolved(element)));
      return all;
    }
    if (!(node instanceof ObjectNode object)) {
      return node;
    }
    ObjectNode all = JsonNodeFactory.instance.objectNode();
    JsonNode merged = object.get(MERGE);
    if (merged != null) {
      // The first of several goes before the others.
      for (JsonNode one :
          merged.isArray() ? merged : JsonNodeFactory.instance.arrayNode().add(merged)) {
        for (Map.Entry<String, JsonNode> field : resolved(one).properties()) {
          all.putIfAbsent(field.getKey(), field.getValue());
        }
      }
    }
    for (Map.Entry<String, JsonNode> field : object.properties()) {
      if (!field.getKey().equals(MERGE)) {
        all.set(field.getKey(), resolved(field.getValue()));
      }
    }
    return all;
  }
}
