package org.vocstream.kibana;

import java.util.List;
import org.vocstream.pack.Names;

/** Makes panels of one data view. Immutable. */
record Panels(DataView view) {
  private static final int WHOLE = 48;
  private static final int HALF = 24;
  private static final int QUARTER = 12;

  /** A panel over all documents of the view. */
  Panel panel(
      String id,
      Names title,
      Chart chart,
      List<Dimension> dimensions,
      List<Measure> measures,
      int width,
      int height) {
    return new Panel(id, title, view, "", chart, dimensions, measures, true, width, height);
  }

  /** As wide as the dashboard. */
  Panel whole(
      String id,
      Names title,
      Chart chart,
      List<Dimension> dimensions,
      List<Measure> measures,
      int height) {
    return panel(id, title, chart, dimensions, measures, WHOLE, height);
  }

  /** Half as wide. */
  Panel half(
      String id,
      Names title,
      Chart chart,
      List<Dimension> dimensions,
      List<Measure> measures,
      int height) {
    return panel(id, title, chart, dimensions, measures, HALF, height);
  }

  /** One number, a quarter as wide. */
  Panel number(String id, Measure measure) {
    return panel(id, measure.label(), Chart.NUMBERS, List.of(), List.of(measure), QUARTER, 6);
  }
}
