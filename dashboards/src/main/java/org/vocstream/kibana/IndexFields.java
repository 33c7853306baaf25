package org.vocstream.kibana;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.SortedMap;
import java.util.TreeMap;
import org.vocstream.elasticsearch.VocIndex;

/** The fields of an index that searches see, from its template. */
final class IndexFields {
  private static final ObjectMapper JSON = new ObjectMapper();

  private IndexFields() {}

  /** Type of each field by its whole name: {@code rule_label.zh}, {@code reason.keyword}. */
  static SortedMap<String, String> of(VocIndex index) {
    String file = "/org/vocstream/elasticsearch/" + index.alias() + ".json";
    try (InputStream in = VocIndex.class.getResourceAsStream(file)) {
      SortedMap<String, String> fields = new TreeMap<>();
      add("", JSON.readTree(in).at("/template/mappings/properties"), fields);
      return fields;
    } catch (IOException e) {
      throw new IllegalStateException("resource " + file + " cannot be read", e);
    }
  }

  private static void add(String prefix, JsonNode properties, SortedMap<String, String> fields) {
    properties
        .fields()
        .forEachRemaining(
            field -> {
              JsonNode mapping = field.getValue();
              String name = prefix + field.getKey();
              if (mapping.path("enabled").asBoolean(true)
                  && mapping.path("index").asBoolean(true)
                  && mapping.has("type")) {
                fields.put(name, mapping.path("type").asText());
              }
              add(name + ".", mapping.path("properties"), fields);
              add(name + ".", mapping.path("fields"), fields);
            });
  }
}
