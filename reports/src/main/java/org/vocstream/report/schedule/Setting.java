package org.vocstream.report.schedule;

import java.nio.file.Path;
import java.util.Map;
import org.vocstream.report.ReportFormat;
import org.vocstream.report.ReportRenderer;

/**
 * What a service works with.
 *
 * @param maker of reports
 * @param renderers one for each format
 * @param courier brings them to their destinations
 * @param spool folder for what is made and not yet delivered
 */
public record Setting(
    ReportMaker maker, Map<ReportFormat, ReportRenderer> renderers, Courier courier, Path spool) {
  /** Copies the map. */
  public Setting {
    renderers = Map.copyOf(renderers);
  }

  /**
   * With real destinations.
   *
   * @param environment holds users, passwords and the values of headers
   */
  public static Setting of(
      ReportMaker maker,
      Map<ReportFormat, ReportRenderer> renderers,
      Map<String, String> environment,
      Path spool) {
    return new Setting(maker, renderers, new Couriers(environment), spool);
  }
}
