package org.vocstream.kibana;

import java.util.List;
import org.vocstream.pack.Names;

/**
 * One dashboard. Immutable.
 *
 * @param id id of the saved object, stable
 * @param title its title
 * @param guide how to read it and what it does not tell, in Markdown
 * @param view where the controls find the values that can be chosen
 * @param controls fields by which people choose
 * @param panels from left to right, top to bottom
 */
record Dashboard(
    String id,
    Names title,
    String guide,
    DataView view,
    List<String> controls,
    List<Panel> panels) {
  /** Keeps copies. */
  Dashboard {
    controls = List.copyOf(controls);
    panels = List.copyOf(panels);
  }
}
