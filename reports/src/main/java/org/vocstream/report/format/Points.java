package org.vocstream.report.format;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.CrosshairState;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYErrorRenderer;
import org.jfree.chart.renderer.xy.XYItemRendererState;
import org.jfree.chart.title.LegendTitle;
import org.jfree.chart.ui.HorizontalAlignment;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.xy.XYDataset;
import org.vocstream.report.Chart.Point;
import org.vocstream.report.Chart.Series;

/** What charts of points share: marks with whiskers, and the frame around them. */
final class Points extends XYErrorRenderer {
  private static final long serialVersionUID = 1L;

  private Points() {}

  /** Marks and whiskers in the colours of that many brands. */
  static Points of(int brands) {
    Points points = new Points();
    points.setDefaultShapesFilled(true);
    points.setErrorStroke(new BasicStroke(1.4f));
    for (int brand = 0; brand < brands; brand++) {
      points.setSeriesPaint(brand, Palette.colour(brand));
      points.setSeriesShape(brand, Palette.mark(brand));
      points.setSeriesStroke(brand, new BasicStroke(1.6f));
    }
    return points;
  }

  /** A point without a value is left out, and so is the line to it. */
  @Override
  public void drawItem(
      Graphics2D graphics,
      XYItemRendererState state,
      Rectangle2D area,
      PlotRenderingInfo info,
      XYPlot plot,
      ValueAxis across,
      ValueAxis up,
      XYDataset data,
      int series,
      int item,
      CrosshairState crosshair,
      int pass) {
    if (!Double.isNaN(data.getXValue(series, item))
        && !Double.isNaN(data.getYValue(series, item))) {
      super.drawItem(
          graphics, state, area, info, plot, across, up, data, series, item, crosshair, pass);
    }
  }

  /** The ends of all intervals. */
  static List<Double> ends(List<Series> series) {
    return points(series).flatMap(point -> Stream.of(point.low(), point.high())).toList();
  }

  /** The values of all points. */
  static List<Double> values(List<Series> series) {
    return points(series).map(Point::value).toList();
  }

  private static Stream<Point> points(List<Series> series) {
    return series.stream().flatMap(one -> one.points().stream()).flatMap(Optional::stream);
  }

  /** The name of a series in a data set; two brands of one name stay two. */
  static Comparable<String> key(List<Series> series, int at) {
    String name = Typeface.printable(series.get(at).name());
    List<String> before = new ArrayList<>();
    for (int one = 0; one < at; one++) {
      before.add(Typeface.printable(series.get(one).name()));
    }
    return before.contains(name) ? name + " (" + (at + 1) + ")" : name;
  }

  /** The chart of a plot, with its legend above on the left. */
  static JFreeChart framed(XYPlot plot, boolean legend) {
    plot.setBackgroundPaint(null);
    plot.setOutlineVisible(false);
    plot.setDomainGridlinePaint(Palette.RULE);
    plot.setRangeGridlinePaint(Palette.RULE);
    plot.setDomainGridlineStroke(new BasicStroke(0.7f));
    plot.setRangeGridlineStroke(new BasicStroke(0.7f));
    plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
    JFreeChart chart = new JFreeChart(null, Typeface.regular(12), plot, false);
    chart.setBackgroundPaint(null);
    chart.setPadding(new RectangleInsets(4, 4, 4, 14));
    if (legend) {
      LegendTitle names = new LegendTitle(plot);
      names.setItemFont(Typeface.regular(11.5f));
      names.setItemPaint(Palette.INK);
      names.setPosition(RectangleEdge.TOP);
      names.setHorizontalAlignment(HorizontalAlignment.LEFT);
      names.setBackgroundPaint(null);
      names.setItemLabelPadding(new RectangleInsets(2, 3, 2, 14));
      chart.addLegend(names);
    }
    return chart;
  }
}
