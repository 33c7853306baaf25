package org.vocstream.report.format;

import java.util.List;
import org.vocstream.report.Chart;
import org.vocstream.report.ReportLanguage;

/**
 * Draws the charts of a report with JFreeChart. One with many categories comes in several pictures,
 * each of which fits on a page, with the same axis.
 */
final class Pictures {
  /** Width of every picture, in pixels of a screen. */
  static final int WIDTH = 720;

  private Pictures() {}

  /** The pictures of a chart, from top to bottom; at least one. */
  static List<Picture> of(Chart chart, ReportLanguage language) {
    Typeface.ready();
    if (chart instanceof Chart.Intervals intervals) {
      return Rows.of(intervals, language).pictures();
    } else if (chart instanceof Chart.Bars bars) {
      return Rows.of(bars, language).pictures();
    } else if (chart instanceof Chart.Course course) {
      return List.of(CoursePicture.of(course));
    }
    return List.of(QuadrantsPicture.of((Chart.Quadrants) chart, language));
  }
}
