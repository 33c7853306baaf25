package org.vocstream.report.format;

import java.awt.BasicStroke;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.Layer;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;
import org.vocstream.report.Cell.Tone;
import org.vocstream.report.Chart;
import org.vocstream.report.Chart.Spot;
import org.vocstream.report.ReportLanguage;
import org.vocstream.report.Unit;

/** Named spots between two axes, cut into quadrants; the mark of a spot tells its meaning. */
final class QuadrantsPicture {
  /** Two of them stand on a page. */
  private static final int HEIGHT = 430;

  private QuadrantsPicture() {}

  static Picture of(Chart.Quadrants chart, ReportLanguage language) {
    XYSeriesCollection data = new XYSeriesCollection();
    XYLineAndShapeRenderer marks = new XYLineAndShapeRenderer(false, true);
    for (Tone tone : Tone.values()) {
      XYSeries series = new XYSeries(meaning(tone, language));
      chart.spots().stream()
          .filter(spot -> spot.tone() == tone)
          .forEach(spot -> series.add(spot.across(), spot.up()));
      if (!series.isEmpty()) {
        marks.setSeriesPaint(data.getSeriesCount(), Palette.colour(tone));
        marks.setSeriesShape(data.getSeriesCount(), Palette.mark(tone));
        data.addSeries(series);
      }
    }
    XYPlot plot =
        new XYPlot(
            data,
            axis(chart.acrossUnit(), chart.across(), chart.acrossCut(), chart, true),
            axis(chart.upUnit(), chart.up(), chart.upCut(), chart, false),
            marks);
    BasicStroke cut = new BasicStroke(1.2f, 0, 0, 10, new float[] {5, 4}, 0);
    plot.addDomainMarker(new ValueMarker(chart.acrossCut(), Palette.QUIET, cut), Layer.BACKGROUND);
    plot.addRangeMarker(new ValueMarker(chart.upCut(), Palette.QUIET, cut), Layer.BACKGROUND);
    plot.addAnnotation(new SpotLabels(chart));
    JFreeChart framed = Points.framed(plot, data.getSeriesCount() > 1);
    plot.setDomainGridlinesVisible(false);
    plot.setRangeGridlinesVisible(false);
    plot.setOutlineVisible(true);
    plot.setOutlinePaint(Palette.RULE);
    return new Picture(framed, Pictures.WIDTH, HEIGHT);
  }

  private static NumberAxis axis(
      Unit unit, String title, double cut, Chart.Quadrants chart, boolean across) {
    List<Double> numbers = new ArrayList<>();
    numbers.add(cut);
    for (Spot spot : chart.spots()) {
      numbers.add(across ? spot.across() : spot.up());
    }
    NumberAxis axis = Axes.numbers(unit, title, numbers);
    // Room for the name of each quadrant, wherever the cut is; shares do not go below none.
    double least = (across ? 0.2 : 0.12) * axis.getRange().getLength();
    double low = Math.min(axis.getLowerBound(), cut - least);
    double high = Math.max(axis.getUpperBound(), cut + least);
    // And none of a spot beside it.
    double room = across ? 0 : 0.08 * (high - low);
    axis.setRange(
        axis.getLowerBound() < 0 ? low - room : Math.max(0, low - room),
        unit == Unit.POINTS ? Math.max(high, Math.min(100, high + room)) : high + room);
    return axis;
  }

  private static String meaning(Tone tone, ReportLanguage language) {
    return switch (tone) {
      case AHEAD -> language.of("领先", "ahead");
      case BEHIND -> language.of("落后", "behind");
      case PLAIN -> language.of("无显著差异", "no significant difference");
      case MUTED -> language.of("无结论", "no verdict");
    };
  }
}
