package org.vocstream.kibana;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * Colours that colour-blind eyes tell apart: an index of 0 to 100 from orange (more bad than good)
 * over grey to blue (more good than bad), as on the built-in page; brands by the palette of Kibana
 * that is made for it.
 */
final class IndexPalette {
  private static final int MOST = 100;
  private static final List<String> COLOURS =
      List.of("#e69f00", "#f3d191", "#eceff1", "#a5cbe8", "#4a90c4");

  private IndexPalette() {}

  /** The palette of a value from 0 to 100. */
  static ObjectNode json() {
    ObjectNode palette =
        JsonNodeFactory.instance.objectNode().put("name", "custom").put("type", "palette");
    int steps = COLOURS.size();
    ObjectNode params =
        palette
            .putObject("params")
            .put("name", "custom")
            .put("progression", "fixed")
            .put("continuity", "all")
            .put("rangeType", "number")
            .put("rangeMin", 0)
            .put("rangeMax", MOST)
            .put("reverse", false)
            .put("steps", steps)
            .put("maxSteps", steps);
    ArrayNode ends = params.putArray("stops");
    ArrayNode begins = params.putArray("colorStops");
    for (int i = 0; i < steps; i++) {
      ends.addObject().put("color", COLOURS.get(i)).put("stop", (i + 1) * MOST / steps);
      begins.addObject().put("color", COLOURS.get(i)).put("stop", i * MOST / steps);
    }
    return palette;
  }

  /** Colours of brands and other names. */
  static ObjectNode categories() {
    ObjectNode mapping = JsonNodeFactory.instance.objectNode();
    mapping.putArray("assignments");
    ObjectNode other = mapping.putArray("specialAssignments").addObject().put("touched", false);
    other.putObject("rule").put("type", "other");
    other.putObject("color").put("type", "loop");
    mapping.put("paletteId", "eui_amsterdam_color_blind");
    mapping.putObject("colorMode").put("type", "categorical");
    return mapping;
  }
}
