package org.vocstream.kibana;

import java.util.List;
import org.vocstream.pack.Names;

/**
 * One panel of a dashboard: what it shows, not how Lens stores that. Immutable.
 *
 * @param id stable within the dashboard
 * @param title its title
 * @param view where the documents are
 * @param kql which of them; empty for all
 * @param chart how they are drawn
 * @param dimensions what they are grouped by, outermost first
 * @param measures what is shown of each group
 * @param controlled false where the controls of the dashboard have no say, since the documents lack
 *     their fields
 * @param width in columns, of 48
 * @param height in rows
 */
record Panel(
    String id,
    Names title,
    DataView view,
    String kql,
    Chart chart,
    List<Dimension> dimensions,
    List<Measure> measures,
    boolean controlled,
    int width,
    int height) {

  /** Keeps copies. */
  Panel {
    dimensions = List.copyOf(dimensions);
    measures = List.copyOf(measures);
  }

  /** The same, whatever the controls say. */
  Panel uncontrolled() {
    return new Panel(id, title, view, kql, chart, dimensions, measures, false, width, height);
  }

  /** The same over these documents. */
  Panel where(String condition) {
    return new Panel(
        id, title, view, condition, chart, dimensions, measures, controlled, width, height);
  }
}
