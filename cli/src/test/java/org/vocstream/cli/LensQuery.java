package org.vocstream.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleBiFunction;

/**
 * What Lens asks Elasticsearch for a panel, and what it makes of the answer: read from the columns
 * of the saved object, as Kibana reads them, not from the description that they were made from.
 * Immutable.
 *
 * @param layer the one layer of the panel
 * @param zone time zone that Kibana shows
 */
record LensQuery(JsonNode layer, String zone) {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final Map<String, String> METRICS =
      Map.of("average", "avg", "unique_count", "cardinality");

  /** What an aggregation is called where it counts only some documents. */
  private static final String INNER = "inner";

  /**
   * One row of what is shown.
   *
   * @param keys values of the groups, by column
   * @param values numbers by column; null where there is none
   */
  record Row(Map<String, String> keys, Map<String, Double> values) {
    /** A number of this row. */
    Double value(String column) {
      return values.get(column);
    }
  }

  private JsonNode column(String id) {
    return layer.path("columns").path(id);
  }

  private List<String> columns(boolean bucketed) {
    List<String> ids = new ArrayList<>();
    for (JsonNode id : layer.path("columnOrder")) {
      if (column(id.asText()).path("isBucketed").asBoolean() == bucketed) {
        ids.add(id.asText());
      }
    }
    return ids;
  }

  /** The aggregations of the search. */
  ObjectNode aggregations() {
    return aggregations(columns(true));
  }

  private ObjectNode aggregations(List<String> buckets) {
    if (!buckets.isEmpty()) {
      String id = buckets.get(0);
      ObjectNode bucket = bucket(column(id));
      bucket.set("aggs", aggregations(buckets.subList(1, buckets.size())));
      // Groups may be ordered by a number that is shown.
      String by = column(id).at("/params/orderBy/columnId").asText("");
      if (!by.isEmpty() && !counts(by)) {
        ((ObjectNode) bucket.get("aggs")).set(by, metric(column(by)));
      }
      ObjectNode outer = JSON.objectNode();
      outer.set(id, bucket);
      return outer;
    }
    ObjectNode metrics = JSON.objectNode();
    for (String id : columns(false)) {
      ObjectNode metric = metric(column(id));
      if (column(id).has("filter")) {
        ObjectNode filtered = JSON.objectNode();
        filtered.set("filter", KqlReader.query(column(id).at("/filter/query").asText()));
        if (metric != null) {
          filtered.putObject("aggs").set(INNER, metric);
        }
        metrics.set(id, filtered);
      } else if (metric != null) {
        metrics.set(id, metric);
      }
    }
    return metrics;
  }

  private boolean counts(String id) {
    return column(id).path("operationType").asText().equals("count");
  }

  private ObjectNode bucket(JsonNode column) {
    ObjectNode bucket = JSON.objectNode();
    String field = column.path("sourceField").asText();
    switch (column.path("operationType").asText()) {
      case "terms" -> {
        ObjectNode terms =
            bucket
                .putObject("terms")
                .put("field", field)
                .put("size", column.at("/params/size").asInt());
        String by = column.at("/params/orderBy/columnId").asText("");
        terms
            .putObject("order")
            .put(
                by.isEmpty() || counts(by) ? "_count" : by,
                column.at("/params/orderDirection").asText());
      }
      case "date_histogram" ->
          bucket
              .putObject("date_histogram")
              .put("field", field)
              .put("calendar_interval", column.at("/params/interval").asText())
              .put("time_zone", zone)
              .put("min_doc_count", 1);
      case "filters" -> {
        ObjectNode filters = bucket.putObject("filters").putObject("filters");
        column
            .at("/params/filters")
            .forEach(
                filter ->
                    filters.set(
                        filter.path("label").asText(),
                        KqlReader.query(filter.at("/input/query").asText())));
      }
      default -> throw new AssertionError("Lens groups by no " + column);
    }
    return bucket;
  }

  /** The aggregation of a number; null for a count of documents, and for what is made of others. */
  private static ObjectNode metric(JsonNode column) {
    String operation = column.path("operationType").asText();
    if (List.of("count", "math", "formula").contains(operation)) {
      return null;
    }
    ObjectNode metric = JSON.objectNode();
    String field = column.path("sourceField").asText();
    if (operation.equals("median")) {
      ArrayNode percents =
          metric
              .putObject("percentiles")
              .put("field", field)
              .put("keyed", false)
              .putArray("percents");
      percents.add(50);
    } else {
      metric.putObject(METRICS.getOrDefault(operation, operation)).put("field", field);
    }
    return metric;
  }

  /** What is shown of an answer. */
  List<Row> rows(JsonNode answer) {
    List<Row> rows = new ArrayList<>();
    ObjectNode whole = JSON.objectNode();
    if (answer.path("aggregations") instanceof ObjectNode found) {
      whole.setAll(found);
    }
    whole.set("doc_count", answer.at("/hits/total/value"));
    add(whole, columns(true), new LinkedHashMap<>(), rows);
    return rows;
  }

  private void add(
      JsonNode bucket, List<String> buckets, Map<String, String> keys, List<Row> rows) {
    if (buckets.isEmpty()) {
      Map<String, Double> values = new LinkedHashMap<>();
      for (String id : columns(false)) {
        values.put(id, value(id, bucket));
      }
      rows.add(new Row(Map.copyOf(keys), values));
      return;
    }
    String id = buckets.get(0);
    JsonNode found = bucket.path(id).path("buckets");
    List<String> inner = buckets.subList(1, buckets.size());
    if (found.isArray()) {
      for (JsonNode one : found) {
        keys.put(id, one.path("key_as_string").asText(one.path("key").asText()));
        add(one, inner, keys, rows);
      }
    } else {
      found
          .fields()
          .forEachRemaining(
              one -> {
                keys.put(id, one.getKey());
                add(one.getValue(), inner, keys, rows);
              });
    }
  }

  private Double value(String id, JsonNode bucket) {
    JsonNode column = column(id);
    String operation = column.path("operationType").asText();
    if (operation.equals("formula")) {
      return value(column.path("references").get(0).asText(), bucket);
    }
    if (operation.equals("math")) {
      return reckoned(column.at("/params/tinymathAst"), bucket);
    }
    JsonNode of = column.has("filter") ? bucket.path(id) : bucket;
    if (operation.equals("count")) {
      return of.path("doc_count").asDouble();
    }
    JsonNode found = of.path(column.has("filter") ? INNER : id);
    JsonNode value = operation.equals("median") ? found.at("/values/0/value") : found.path("value");
    return value.isNumber() ? (Double) value.asDouble() : null;
  }

  private Double reckoned(JsonNode tree, JsonNode bucket) {
    if (tree.isNumber()) {
      return tree.asDouble();
    }
    if (tree.isTextual()) {
      return value(tree.asText(), bucket);
    }
    Double left = reckoned(tree.path("args").path(0), bucket);
    Double right = reckoned(tree.path("args").path(1), bucket);
    if (left == null || right == null) {
      return null;
    }
    ToDoubleBiFunction<Double, Double> operator =
        switch (tree.path("name").asText()) {
          case "add" -> Double::sum;
          case "subtract" -> (a, b) -> a - b;
          case "multiply" -> (a, b) -> a * b;
          case "divide" -> (a, b) -> a / b;
          default -> throw new AssertionError("Lens cannot reckon " + tree);
        };
    double result = operator.applyAsDouble(left, right);
    // Lens shows nothing where it divides by nothing.
    return Double.isFinite(result) ? (Double) result : null;
  }
}
