package org.vocstream.report.format;

import java.util.List;
import java.util.Optional;
import org.jfree.chart.axis.SymbolAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.data.xy.XYIntervalSeries;
import org.jfree.data.xy.XYIntervalSeriesCollection;
import org.vocstream.report.Chart;
import org.vocstream.report.Chart.Point;
import org.vocstream.report.Chart.Series;

/** Values along an order: a line with marks and whiskers for each brand, broken where one lacks. */
final class CoursePicture {
  private static final int HEIGHT = 360;

  private CoursePicture() {}

  static Picture of(Chart.Course chart) {
    SymbolAxis steps = Axes.names(chart.steps());
    boolean crowded =
        chart.steps().stream().mapToInt(step -> 2 + TextWidth.of(Axes.shortened(step))).sum() > 100;
    steps.setVerticalTickLabels(crowded);
    Points points = Points.of(chart.series().size());
    points.setDrawXError(false);
    points.setDefaultLinesVisible(true);
    XYPlot plot =
        new XYPlot(
            data(chart),
            steps,
            Axes.numbers(chart.unit(), "", Points.ends(chart.series())),
            points);
    plot.setDomainGridlinesVisible(false);
    return new Picture(
        Points.framed(plot, chart.series().size() > 1),
        Pictures.WIDTH,
        crowded ? HEIGHT + 70 : HEIGHT);
  }

  private static XYIntervalSeriesCollection data(Chart.Course chart) {
    XYIntervalSeriesCollection data = new XYIntervalSeriesCollection();
    List<Series> series = chart.series();
    // A little beside each other, so that whiskers do not cover each other.
    double apart = Math.min(0.07, 0.3 / Math.max(1, series.size()));
    for (int brand = 0; brand < series.size(); brand++) {
      XYIntervalSeries line = new XYIntervalSeries(Points.key(series, brand), false, true);
      double beside = (brand - (series.size() - 1) / 2.0) * apart;
      List<Optional<Point>> points = series.get(brand).points();
      for (int step = 0; step < points.size(); step++) {
        Point none = new Point(Double.NaN, Double.NaN, Double.NaN);
        Point point = points.get(step).orElse(none);
        double at = step + beside;
        line.add(at, at, at, point.value(), point.low(), point.high());
      }
      data.addSeries(line);
    }
    return data;
  }
}
