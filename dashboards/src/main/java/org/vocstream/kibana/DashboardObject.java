package org.vocstream.kibana;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * The saved object of a dashboard, in the shape in which Kibana 8.19 exports one: panels of Lens by
 * value, controls above, each panel with a way to Discover. For one thread.
 */
final class DashboardObject {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  /** Columns of a dashboard. */
  private static final int COLUMNS = 48;

  private static final int GUIDE_HEIGHT = 6;
  private static final String LAYER = "indexpattern-datasource-layer-";

  private final ArrayNode panels = JSON.arrayNode();
  private final ArrayNode references = JSON.arrayNode();
  private int x;
  private int y = GUIDE_HEIGHT;
  private int rowHeight;

  private DashboardObject() {}

  /** Makes it. */
  static ObjectNode of(Dashboard dashboard) {
    DashboardObject made = new DashboardObject();
    made.guide(dashboard);
    dashboard.panels().forEach(made::add);
    ObjectNode controls = made.controls(dashboard);
    ObjectNode object =
        JSON.objectNode()
            .put("type", "dashboard")
            .put("id", dashboard.id())
            .put("coreMigrationVersion", SavedObjects.CORE_VERSION)
            .put("typeMigrationVersion", SavedObjects.DASHBOARD_VERSION);
    ObjectNode attributes =
        object
            .putObject("attributes")
            .put("title", "VoC " + FieldLabels.text(dashboard.title()))
            .put("description", "")
            .put("version", 3)
            // Else Kibana opens it on the last 15 minutes.
            .put("timeRestore", true)
            .put("timeFrom", "now-90d/d")
            .put("timeTo", "now")
            .put("panelsJSON", StableJson.text(made.panels))
            .put("optionsJSON", options());
    attributes.putObject("refreshInterval").put("pause", true).put("value", 60_000);
    attributes.set("controlGroupInput", controls);
    ObjectNode search = JSON.objectNode();
    search.set("query", LensColumns.kuery(""));
    search.putArray("filter");
    attributes.putObject("kibanaSavedObjectMeta").put("searchSourceJSON", StableJson.text(search));
    object.set("references", made.references);
    return StableJson.object(object);
  }

  private static String options() {
    return StableJson.text(
        JSON.objectNode()
            .put("useMargins", true)
            // One brand has one colour in all panels.
            .put("syncColors", true)
            .put("syncCursor", true)
            .put("syncTooltips", false)
            .put("hidePanelTitles", false));
  }

  private void guide(Dashboard dashboard) {
    ObjectNode config = JSON.objectNode();
    ObjectNode markdown =
        config
            .putObject("savedVis")
            .put("id", "")
            .put("title", "")
            .put("description", "")
            .put("type", "markdown");
    markdown
        .putObject("params")
        .put("fontSize", 12)
        .put("openLinksInNewTab", false)
        .put("markdown", dashboard.guide());
    markdown.putObject("uiState");
    ObjectNode data = markdown.putObject("data");
    data.putArray("aggs");
    ObjectNode search = data.putObject("searchSource");
    search.set("query", LensColumns.kuery(""));
    search.putArray("filter");
    config.putObject("enhancements");
    panel("guide", "visualization", "", config, 0, 0, COLUMNS, GUIDE_HEIGHT);
  }

  private void add(Panel panel) {
    if (x + panel.width() > COLUMNS) {
      x = 0;
      y += rowHeight;
      rowHeight = 0;
    }
    ObjectNode config = JSON.objectNode();
    config.set("attributes", LensState.of(panel));
    config.set("enhancements", toDiscover(panel));
    config.put("hidePanelTitles", false);
    panel(
        panel.id(),
        "lens",
        FieldLabels.text(panel.title()),
        config,
        x,
        y,
        panel.width(),
        panel.height());
    reference(panel.id() + ":" + LAYER + LensState.layer(panel), panel.view());
    x += panel.width();
    rowHeight = Math.max(rowHeight, panel.height());
  }

  private void panel(
      String id, String type, String title, ObjectNode config, int left, int top, int w, int h) {
    ObjectNode panel = panels.addObject().put("type", type).put("panelIndex", id);
    if (!title.isEmpty()) {
      panel.put("title", title);
    }
    panel.putObject("gridData").put("x", left).put("y", top).put("w", w).put("h", h).put("i", id);
    panel.set("embeddableConfig", config);
  }

  /** A click on a value opens its documents, with the filters of the dashboard kept. */
  private static ObjectNode toDiscover(Panel panel) {
    ObjectNode enhancements = JSON.objectNode();
    ObjectNode event =
        enhancements
            .putObject("dynamicActions")
            .putArray("events")
            .addObject()
            .put("eventId", panel.id() + "-discover");
    event.putArray("triggers").add("FILTER_TRIGGER");
    event
        .putObject("action")
        .put("factoryId", "OPEN_IN_DISCOVER_DRILLDOWN")
        .put("name", "打开明细 Open in Discover")
        .putObject("config")
        .put("openInNewTab", true);
    return enhancements;
  }

  private ObjectNode controls(Dashboard dashboard) {
    ObjectNode controls = JSON.objectNode();
    int order = 0;
    for (String field : dashboard.controls()) {
      String id = "control-" + field.replace('_', '-');
      ObjectNode control =
          controls
              .putObject(id)
              .put("grow", true)
              .put("order", order++)
              .put("type", "optionsListControl")
              .put("width", "small");
      ObjectNode input =
          control
              .putObject("explicitInput")
              .put("id", id)
              .put("fieldName", field)
              .put("title", Controls.title(field))
              .put("exclude", false)
              .put("existsSelected", false)
              .put("searchTechnique", "wildcard")
              .put("singleSelect", false);
      input.putArray("selectedOptions");
      input.putObject("sort").put("by", "_count").put("direction", "desc");
      input.putObject("enhancements");
      reference("controlGroup_" + id + ":optionsListDataView", dashboard.view());
    }
    ObjectNode parent =
        JSON.objectNode()
            .put("ignoreFilters", false)
            .put("ignoreQuery", false)
            .put("ignoreTimerange", false)
            .put("ignoreValidations", false);
    return JSON.objectNode()
        .put("chainingSystem", "HIERARCHICAL")
        .put("controlStyle", "oneLine")
        .put("showApplySelections", false)
        .put("ignoreParentSettingsJSON", StableJson.text(parent))
        .put("panelsJSON", StableJson.text(controls));
  }

  private void reference(String name, DataView view) {
    references.addObject().put("type", "index-pattern").put("id", view.id()).put("name", name);
  }
}
