package org.vocstream.report.format;

import java.awt.BasicStroke;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.jfree.chart.annotations.XYTextAnnotation;
import org.jfree.chart.axis.AxisLocation;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.SymbolAxis;
import org.jfree.chart.plot.IntervalMarker;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.Layer;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.xy.XYIntervalSeries;
import org.jfree.data.xy.XYIntervalSeriesCollection;
import org.vocstream.report.Chart;
import org.vocstream.report.Chart.Point;
import org.vocstream.report.Chart.Series;
import org.vocstream.report.ReportLanguage;
import org.vocstream.report.Unit;

/**
 * Categories from top to bottom, the brands' values to the right: dots with whiskers, or bars that
 * end in the brand's mark.
 */
record Rows(
    List<String> categories,
    List<Series> series,
    Unit unit,
    boolean bars,
    OptionalDouble reference,
    ReportLanguage language) {
  /** Rows of one brand's marks that fit into one picture. */
  private static final int MOST = 44;

  static Rows of(Chart.Intervals chart, ReportLanguage language) {
    return new Rows(
        chart.categories(), chart.series(), chart.unit(), false, chart.reference(), language);
  }

  static Rows of(Chart.Bars chart, ReportLanguage language) {
    return new Rows(
        chart.categories(), chart.series(), chart.unit(), true, OptionalDouble.of(0), language);
  }

  /** As many pictures as the categories need; all have one axis. */
  List<Picture> pictures() {
    int each = Math.max(1, MOST / Math.max(1, series.size()));
    int parts = Math.max(1, (categories.size() + each - 1) / each);
    int size = (categories.size() + parts - 1) / parts;
    List<Picture> pictures = new ArrayList<>();
    for (int part = 0; part < parts; part++) {
      int from = part * size;
      pictures.add(picture(from, Math.min(categories.size(), from + size)));
    }
    return pictures;
  }

  private Picture picture(int from, int to) {
    SymbolAxis names = Axes.names(categories.subList(from, to));
    names.setInverted(true);
    Points points = Points.of(series.size());
    points.setDrawYError(false);
    XYPlot plot = new XYPlot(data(from, to), axis(), names, points);
    plot.setDomainAxisLocation(AxisLocation.BOTTOM_OR_LEFT);
    plot.setRangeGridlinesVisible(false);
    for (int row = 0; row < to - from; row += 2) {
      plot.addRangeMarker(new IntervalMarker(row - 0.5, row + 0.5, Palette.BAND), Layer.BACKGROUND);
    }
    reference.ifPresent(
        at ->
            plot.addDomainMarker(
                new ValueMarker(at, Palette.QUIET, new BasicStroke(1.1f)), Layer.FOREGROUND));
    if (bars) {
      points.setErrorStroke(new BasicStroke(7, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER));
      points.setCapLength(0);
    }
    write(plot, from, to);
    int height = 62 + (to - from) * Math.max(24, 10 + 13 * series.size());
    return new Picture(Points.framed(plot, series.size() > 1), Pictures.WIDTH, height);
  }

  private NumberAxis axis() {
    List<Double> numbers = new ArrayList<>(bars ? Points.values(series) : Points.ends(series));
    reference.ifPresent(numbers::add);
    NumberAxis axis = Axes.numbers(unit, "", numbers);
    if (bars) {
      // Room for the number behind the longest bar.
      axis.setRange(axis.getLowerBound(), axis.getUpperBound() + 0.1 * axis.getRange().getLength());
    }
    return axis;
  }

  private XYIntervalSeriesCollection data(int from, int to) {
    XYIntervalSeriesCollection data = new XYIntervalSeriesCollection();
    for (int brand = 0; brand < series.size(); brand++) {
      XYIntervalSeries line = new XYIntervalSeries(Points.key(series, brand));
      for (int row = from; row < to; row++) {
        double at = row - from + offset(brand);
        Optional<Point> point = point(brand, row);
        if (point.isPresent()) {
          Point p = point.get();
          double low = bars ? Math.min(0, p.value()) : p.low();
          double high = bars ? Math.max(0, p.value()) : p.high();
          line.add(p.value(), low, high, at, at, at);
        }
      }
      data.addSeries(line);
    }
    return data;
  }

  /** The numbers behind bars, and that there is not enough where nothing is drawn. */
  private void write(XYPlot plot, int from, int to) {
    NumberAxis axis = (NumberAxis) plot.getDomainAxis();
    double gap = 0.012 * axis.getRange().getLength();
    double edge = axis.getLowerBound() + gap;
    String why = language.of("样本不足", "not enough data");
    for (int row = from; row < to; row++) {
      int of = row;
      if (IntStream.range(0, series.size()).noneMatch(brand -> point(brand, of).isPresent())) {
        plot.addAnnotation(note(why, edge, row - from));
        continue;
      }
      for (int brand = 0; brand < series.size(); brand++) {
        double at = row - from + offset(brand);
        Optional<Point> point = point(brand, row);
        if (point.isEmpty()) {
          String name = Axes.shortened(series.get(brand).name());
          plot.addAnnotation(note(name + " " + why, edge, at));
        } else if (bars) {
          double value = point.get().value();
          plot.addAnnotation(note(unit.of(value), Math.max(0, value) + gap, at));
        }
      }
    }
  }

  private XYTextAnnotation note(String text, double across, double up) {
    XYTextAnnotation note = new XYTextAnnotation(text, across, up);
    note.setFont(Typeface.regular(9.5f));
    note.setPaint(Palette.QUIET);
    note.setTextAnchor(TextAnchor.CENTER_LEFT);
    return note;
  }

  private Optional<Point> point(int brand, int row) {
    List<Optional<Point>> points = series.get(brand).points();
    return row < points.size() ? points.get(row) : Optional.empty();
  }

  private double offset(int brand) {
    double step = Math.min(0.26, 0.78 / series.size());
    return (brand - (series.size() - 1) / 2.0) * step;
  }
}
