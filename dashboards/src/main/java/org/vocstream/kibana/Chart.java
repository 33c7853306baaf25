package org.vocstream.kibana;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** How a panel is drawn, and what Lens keeps of that. */
enum Chart {
  /** Rows for the dimensions, one column per measure. */
  TABLE("lnsDatatable"),
  /** As a table, the last dimension across. */
  CROSS_TABLE("lnsDatatable"),
  /** First dimension across, second down, the first measure as colour. */
  HEATMAP("lnsHeatmap"),
  /** First dimension along the axis, second as lines. */
  LINES("line"),
  /** First dimension along the axis, second stacked. */
  BARS("bar_stacked"),
  /** Bars that lie, first dimension down, second or the measures beside one another. */
  LYING_BARS("bar_horizontal"),
  /** The first measure as a large number, one per value of the dimension; the second beneath. */
  NUMBERS("lnsMetric");

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  /** Rows of a page of a table. */
  private static final int PAGE = 20;

  private final String kind;

  Chart(String kind) {
    this.kind = kind;
  }

  /** Its type in Lens. */
  String type() {
    return kind.startsWith("lns") ? kind : "lnsXY";
  }

  /** What Lens keeps of how a panel is drawn. */
  ObjectNode visualization(Panel panel, String layer) {
    return switch (this) {
      case TABLE, CROSS_TABLE -> table(panel, layer);
      case HEATMAP -> heatmap(panel, layer);
      case NUMBERS -> numbers(panel, layer);
      case LINES, BARS, LYING_BARS -> axes(panel, layer);
    };
  }

  private ObjectNode table(Panel panel, String layer) {
    ObjectNode table = layer(layer);
    ArrayNode columns = table.putArray("columns");
    int last = panel.dimensions().size() - 1;
    for (int i = 0; i <= last; i++) {
      columns
          .addObject()
          .put("columnId", panel.dimensions().get(i).id())
          .put("isMetric", false)
          .put("isTransposed", this == CROSS_TABLE && i == last);
    }
    for (Measure measure : panel.measures()) {
      ObjectNode column =
          columns
              .addObject()
              .put("columnId", measure.id())
              .put("isMetric", true)
              .put("isTransposed", false);
      if (measure.format() == Measure.Format.INDEX) {
        column.put("colorMode", "cell").set("palette", IndexPalette.json());
      }
    }
    table.putObject("paging").put("enabled", true).put("size", PAGE);
    return table;
  }

  private static ObjectNode heatmap(Panel panel, String layer) {
    String value = panel.measures().get(0).id();
    ObjectNode map =
        layer(layer)
            .put("shape", "heatmap")
            .put("xAccessor", panel.dimensions().get(0).id())
            .put("yAccessor", panel.dimensions().get(1).id())
            .put("valueAccessor", value);
    map.putObject("gridConfig")
        .put("type", "heatmap_grid")
        .put("isCellLabelVisible", true)
        .put("isXAxisLabelVisible", true)
        .put("isXAxisTitleVisible", false)
        .put("isYAxisLabelVisible", true)
        .put("isYAxisTitleVisible", false);
    map.putObject("legend")
        .put("isVisible", true)
        .put("position", "right")
        .put("type", "heatmap_legend");
    map.set("palette", IndexPalette.json().put("accessor", value));
    return map;
  }

  private static ObjectNode numbers(Panel panel, String layer) {
    ObjectNode numbers = layer(layer).put("metricAccessor", panel.measures().get(0).id());
    if (panel.measures().size() > 1) {
      numbers.put("secondaryMetricAccessor", panel.measures().get(1).id());
    }
    if (!panel.dimensions().isEmpty()) {
      numbers.put("breakdownByAccessor", panel.dimensions().get(0).id()).put("maxCols", 6);
    }
    return numbers;
  }

  private ObjectNode axes(Panel panel, String layer) {
    ObjectNode chart = JSON.objectNode();
    ObjectNode drawn =
        chart
            .putArray("layers")
            .addObject()
            .put("layerId", layer)
            .put("layerType", "data")
            .put("seriesType", kind)
            .put("position", "top")
            .put("showGridlines", false)
            .put("xAccessor", panel.dimensions().get(0).id());
    ArrayNode accessors = drawn.putArray("accessors");
    panel.measures().forEach(measure -> accessors.add(measure.id()));
    if (panel.dimensions().size() > 1) {
      drawn.put("splitAccessor", panel.dimensions().get(1).id());
    }
    drawn.set("colorMapping", IndexPalette.categories());
    chart.putObject("legend").put("isVisible", true).put("position", "right");
    for (String part :
        List.of(
            "axisTitlesVisibilitySettings",
            "tickLabelsVisibilitySettings",
            "gridlinesVisibilitySettings")) {
      chart.putObject(part).put("x", true).put("yLeft", true).put("yRight", true);
    }
    chart.putObject("labelsOrientation").put("x", 0).put("yLeft", 0).put("yRight", 0);
    return chart
        .put("preferredSeriesType", kind)
        .put("valueLabels", "hide")
        // A day on which nobody spoke has no index: the line has a gap there.
        .put("fittingFunction", "None");
  }

  private static ObjectNode layer(String layer) {
    return JSON.objectNode().put("layerId", layer).put("layerType", "data");
  }
}
