package org.vocstream.kibana;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.Map;
import org.vocstream.pack.Names;

/**
 * The columns of one Lens layer as Lens keeps them. A measure that is more than one aggregation is
 * kept three times: as the formula that people edit, as the aggregations in it, and as the syntax
 * tree over them that Lens reckons by. For one thread.
 */
final class LensColumns {
  private static final String DOCUMENTS = "___records___";
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final ObjectNode columns = JSON.objectNode();
  private final ArrayNode order = JSON.arrayNode();

  private final Map<String, String> types;

  private LensColumns(Map<String, String> types) {
    this.types = types;
  }

  /** The layer of a panel. */
  static ObjectNode layer(Panel panel) {
    LensColumns made = new LensColumns(IndexFields.of(panel.view().index()));
    panel.dimensions().forEach(dimension -> made.add(dimension, panel.measures()));
    panel.measures().forEach(made::add);
    ObjectNode layer = JSON.objectNode();
    layer.set("columns", made.columns);
    layer.set("columnOrder", made.order);
    layer.put("ignoreGlobalFilters", !panel.controlled());
    layer.putObject("incompleteColumns");
    return layer.put("sampling", 1);
  }

  private ObjectNode column(String id, Names label, String type, boolean bucketed, String scale) {
    order.add(id);
    return columns
        .putObject(id)
        .put("label", FieldLabels.text(label))
        .put("customLabel", true)
        .put("dataType", type)
        .put("isBucketed", bucketed)
        .put("scale", scale);
  }

  private void add(Dimension dimension, List<Measure> measures) {
    if (dimension instanceof Dimension.Values values) {
      ObjectNode params = bucket(values, "string", "ordinal", "terms", values.field());
      params.put("size", values.size()).put("otherBucket", false).put("missingBucket", false);
      params.putObject("parentFormat").put("id", "terms");
      params.putArray("include");
      params.putArray("exclude");
      params.put("includeIsRegex", false).put("excludeIsRegex", false);
      order(params, measures);
    } else if (dimension instanceof Dimension.Steps steps) {
      bucket(steps, "date", "interval", "date_histogram", steps.field())
          .put("interval", steps.interval())
          .put("includeEmptyRows", false)
          .put("dropPartials", false);
    } else if (dimension instanceof Dimension.Groups groups) {
      ArrayNode filters = bucket(groups, "string", "ordinal", "filters", null).putArray("filters");
      for (Dimension.Group group : groups.groups()) {
        filters
            .addObject()
            .put("label", FieldLabels.text(group.label()))
            .set("input", kuery(group.kql()));
      }
    }
  }

  private ObjectNode bucket(
      Dimension dimension, String type, String scale, String operation, String field) {
    String kept = has("boolean", field) ? "boolean" : type;
    ObjectNode column =
        column(dimension.id(), dimension.label(), kept, true, scale)
            .put("operationType", operation);
    if (field != null) {
      column.put("sourceField", field);
    }
    return column.putObject("params");
  }

  /** By what most is said of; where that is not shown, by the number of documents. */
  private static void order(ObjectNode params, List<Measure> measures) {
    params.put("orderDirection", "desc");
    ObjectNode by = params.putObject("orderBy");
    if (measures.stream().anyMatch(m -> m.id().equals(Measures.N) && m.plain())) {
      by.put("type", "column").put("columnId", Measures.N);
      return;
    }
    by.put("type", "custom");
    params
        .putObject("orderAgg")
        .put("label", "n")
        .put("dataType", "number")
        .put("isBucketed", false)
        .put("operationType", "count")
        .put("scale", "ratio")
        .put("sourceField", DOCUMENTS);
  }

  private void add(Measure measure) {
    if (measure.expression() instanceof Expression.Aggregate aggregate) {
      aggregate(measure.id(), measure.label(), aggregate, measure.format(), true);
    } else {
      formula(measure);
    }
  }

  private void aggregate(
      String id, Names label, Expression.Aggregate of, Measure.Format format, boolean emptyAsNull) {
    String type = has("date", of.field()) && !counts(of) ? "date" : "number";
    ObjectNode column =
        column(id, label, type, false, "ratio")
            .put("operationType", of.operation())
            .put("sourceField", of.field() == null ? DOCUMENTS : of.field());
    ObjectNode params = column.putObject("params").put("emptyAsNull", emptyAsNull);
    if (format.json() != null) {
      params.set("format", format.json());
    }
    if (!of.kql().isEmpty()) {
      column.set("filter", kuery(of.kql()));
    }
  }

  private boolean has(String type, String field) {
    return field != null && type.equals(types.get(field));
  }

  private static boolean counts(Expression.Aggregate of) {
    return of.operation().endsWith("count");
  }

  private void formula(Measure measure) {
    Formula formula = new Formula();
    ObjectNode column =
        column(measure.id(), measure.label(), "number", false, "ratio")
            .put("operationType", "formula");
    Names part = new Names("部分", "Part of " + FieldLabels.text(measure.label()));
    JsonNode tree =
        formula.write(
            measure.expression(),
            (aggregate, number) -> {
              String id = measure.id() + "X" + number;
              aggregate(id, part, aggregate, Measure.Format.PLAIN, false);
              return TextNode.valueOf(id);
            });
    String math = measure.id() + "X" + formula.aggregates();
    ObjectNode inner = column(math, part, "number", false, "ratio").put("operationType", "math");
    inner.putObject("params").set("tinymathAst", tree);
    ArrayNode used = inner.putArray("references");
    for (int i = 0; i < formula.aggregates(); i++) {
      used.add(measure.id() + "X" + i);
    }
    ObjectNode params =
        column.putObject("params").put("formula", formula.text()).put("isFormulaBroken", false);
    if (measure.format().json() != null) {
      params.set("format", measure.format().json());
    }
    column.putArray("references").add(math);
  }

  /** A condition in Kibana's query language, as Kibana keeps it. */
  static ObjectNode kuery(String kql) {
    return JSON.objectNode().put("language", "kuery").put("query", kql);
  }
}
