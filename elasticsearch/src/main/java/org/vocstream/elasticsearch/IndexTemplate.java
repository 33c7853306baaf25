package org.vocstream.elasticsearch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;

/**
 * The template of one kind of index, from its resource file {@code voc-feedback.json} beside this
 * class. Its version rises with every change. Immutable.
 */
final class IndexTemplate {
  private final VocIndex index;
  private final JsonNode json;

  private IndexTemplate(VocIndex index, JsonNode json) {
    this.index = index;
    this.json = json;
  }

  static IndexTemplate of(VocIndex index) {
    String file = index.alias() + ".json";
    try (InputStream in = IndexTemplate.class.getResourceAsStream(file)) {
      return new IndexTemplate(index, JsonMapper.builder().build().readTree(in));
    } catch (IOException e) {
      throw new IllegalStateException("resource " + file + " cannot be read", e);
    }
  }

  String name() {
    return index.alias();
  }

  /** Version of template and mapping, from 1. */
  int version() {
    return json.path("version").intValue();
  }

  /** The whole template, a new reader each time. */
  StringReader json() {
    return new StringReader(json.toString());
  }

  /** The mapping alone, for an index that is there already. */
  StringReader mapping() {
    return new StringReader(json.at("/template/mappings").toString());
  }
}
