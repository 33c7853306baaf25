package org.vocstream.elasticsearch;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import org.vocstream.sentiment.Sentiment;

/**
 * A document under construction: fields in the order in which they are put, those without a value
 * left out. For one thread.
 */
final class Fields {
  private final ObjectNode json = JsonNodeFactory.instance.objectNode();

  Fields put(String name, String value) {
    if (value != null) {
      json.put(name, WellFormed.of(value));
    }
    return this;
  }

  Fields put(String name, Integer value) {
    if (value != null) {
      json.put(name, value);
    }
    return this;
  }

  Fields put(String name, Long value) {
    if (value != null) {
      json.put(name, value);
    }
    return this;
  }

  Fields put(String name, Double value) {
    if (value != null) {
      json.put(name, value);
    }
    return this;
  }

  Fields put(String name, boolean value) {
    json.put(name, value);
    return this;
  }

  Fields put(String name, Instant value) {
    return put(name, value == null ? null : value.toString());
  }

  Fields put(String name, Sentiment value) {
    return value == null
        ? this
        : put(name, new Fields().put("label", value.label()).put("score", value.score()));
  }

  Fields put(String name, Fields value) {
    if (value != null) {
      json.set(name, value.json);
    }
    return this;
  }

  /** An array of objects; an empty one is left out, for Elasticsearch does not tell it apart. */
  Fields put(String name, Iterable<Fields> values) {
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    values.forEach(value -> array.add(value.json));
    if (!array.isEmpty()) {
      json.set(name, array);
    }
    return this;
  }

  /** An array of objects that replaces an earlier one also where it is empty. */
  Fields putAll(String name, Iterable<Fields> values) {
    put(name, values);
    if (!json.has(name)) {
      json.putArray(name);
    }
    return this;
  }

  /** An array of keywords; an empty one is left out as well. */
  Fields putKeywords(String name, Iterable<String> values) {
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    values.forEach(value -> array.add(WellFormed.of(value)));
    if (!array.isEmpty()) {
      json.set(name, array);
    }
    return this;
  }

  ObjectNode json() {
    return json;
  }
}
