package org.vocstream.kibana;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What Lens keeps of a panel that stands in its dashboard alone. */
final class LensState {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private LensState() {}

  /** Id of the one layer of a panel. */
  static String layer(Panel panel) {
    return panel.id() + "-layer";
  }

  /** The attributes. */
  static ObjectNode of(Panel panel) {
    String layer = layer(panel);
    ObjectNode attributes =
        JSON.objectNode()
            .put("title", "")
            .put("description", "")
            .put("type", "lens")
            .put("visualizationType", panel.chart().type());
    attributes
        .putArray("references")
        .addObject()
        .put("type", "index-pattern")
        .put("id", panel.view().id())
        .put("name", "indexpattern-datasource-layer-" + layer);
    ObjectNode state = attributes.putObject("state");
    ObjectNode sources = state.putObject("datasourceStates");
    sources.putObject("formBased").putObject("layers").set(layer, LensColumns.layer(panel));
    // Migrations of older versions read these two also where they hold nothing.
    sources.putObject("indexpattern").putObject("layers");
    sources.putObject("textBased").putObject("layers");
    state.set("visualization", panel.chart().visualization(panel, layer));
    state.set("query", LensColumns.kuery(panel.kql()));
    state.putArray("filters");
    state.putArray("internalReferences");
    state.putObject("adHocDataViews");
    return attributes;
  }
}
