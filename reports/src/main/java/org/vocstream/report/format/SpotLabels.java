package org.vocstream.report.format;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.annotations.AbstractXYAnnotation;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.RectangleEdge;
import org.vocstream.report.Chart;
import org.vocstream.report.Chart.Spot;

/**
 * The names of quadrants and of the spots in them. A name stands at the first place around its spot
 * that covers no mark and no other name, with a line to the spot where it is not beside it; where
 * there is none, the place that covers least is taken.
 */
final class SpotLabels extends AbstractXYAnnotation {
  private static final long serialVersionUID = 1L;
  private static final double[] TURNS = {0, 180, 90, 270, 45, 315, 135, 225};
  private static final double[] DISTANCES = {8, 17, 28, 42, 60};

  private final transient Chart.Quadrants chart;

  SpotLabels(Chart.Quadrants chart) {
    this.chart = chart;
  }

  @Override
  public void draw(
      Graphics2D graphics,
      XYPlot plot,
      Rectangle2D area,
      ValueAxis across,
      ValueAxis up,
      int layer,
      PlotRenderingInfo info) {
    List<Rectangle2D> taken = new ArrayList<>();
    names(graphics, area, taken);
    double cutAcross = across.valueToJava2D(chart.acrossCut(), area, RectangleEdge.BOTTOM);
    double cutUp = up.valueToJava2D(chart.upCut(), area, RectangleEdge.LEFT);
    taken.add(new Rectangle2D.Double(cutAcross - 1.5, area.getY(), 3, area.getHeight()));
    taken.add(new Rectangle2D.Double(area.getX(), cutUp - 1.5, area.getWidth(), 3));
    graphics.setFont(Typeface.regular(10.5f));
    FontMetrics metrics = graphics.getFontMetrics();
    List<Point2D> spots = new ArrayList<>();
    for (Spot spot : chart.spots()) {
      double x = across.valueToJava2D(spot.across(), area, RectangleEdge.BOTTOM);
      double y = up.valueToJava2D(spot.up(), area, RectangleEdge.LEFT);
      spots.add(new Point2D.Double(x, y));
      taken.add(new Rectangle2D.Double(x - 5, y - 5, 10, 10));
    }
    for (int at = 0; at < spots.size(); at++) {
      String name = Axes.shortened(chart.spots().get(at).name());
      Point2D spot = spots.get(at);
      double width = metrics.stringWidth(name);
      Rectangle2D place = place(spot, width, metrics.getAscent(), area, taken);
      taken.add(place);
      line(graphics, spot, place);
      graphics.setPaint(Palette.INK);
      graphics.drawString(
          name, (float) place.getX(), (float) (place.getMaxY() - 0.18 * place.getHeight()));
    }
  }

  private void names(Graphics2D graphics, Rectangle2D area, List<Rectangle2D> taken) {
    graphics.setFont(Typeface.regular(12));
    graphics.setPaint(new Color(0x7B8794));
    FontMetrics metrics = graphics.getFontMetrics();
    for (int at = 0; at < chart.quadrants().size(); at++) {
      String name = Typeface.printable(chart.quadrants().get(at));
      double width = metrics.stringWidth(name);
      double height = metrics.getAscent();
      double x = at % 2 == 0 ? area.getX() + 8 : area.getMaxX() - 8 - width;
      double y = at < 2 ? area.getY() + 6 : area.getMaxY() - 8 - height;
      taken.add(new Rectangle2D.Double(x, y, width, height));
      graphics.drawString(name, (float) x, (float) (y + 0.85 * height));
    }
  }

  private static Rectangle2D place(
      Point2D spot, double width, double height, Rectangle2D area, List<Rectangle2D> taken) {
    Rectangle2D best = null;
    double least = Double.POSITIVE_INFINITY;
    for (double distance : DISTANCES) {
      for (double turn : TURNS) {
        double right = Math.cos(Math.toRadians(turn));
        double down = Math.sin(Math.toRadians(turn));
        double x = spot.getX() + right * distance + (Math.rint(right) - 1) / 2 * width;
        double y = spot.getY() + down * distance + (Math.rint(down) - 1) / 2 * height;
        Rectangle2D place = new Rectangle2D.Double(x, y, width, height);
        double covered = area.contains(place) ? 0 : 10 * width * height;
        for (Rectangle2D other : taken) {
          Rectangle2D common = place.createIntersection(other);
          if (!common.isEmpty()) {
            covered += common.getWidth() * common.getHeight();
          }
        }
        if (covered < least) {
          best = place;
          least = covered;
        }
      }
    }
    return best;
  }

  private static void line(Graphics2D graphics, Point2D spot, Rectangle2D place) {
    double x = Math.max(place.getX(), Math.min(place.getMaxX(), spot.getX()));
    double y = Math.max(place.getY(), Math.min(place.getMaxY(), spot.getY()));
    if (spot.distance(x, y) > 11) {
      graphics.setPaint(Palette.RULE);
      graphics.setStroke(new BasicStroke(0.8f));
      graphics.draw(new Line2D.Double(spot, new Point2D.Double(x, y)));
    }
  }
}
