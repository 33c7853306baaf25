package org.vocstream.report.format;

import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.vocstream.report.Cell.Tone;

/**
 * Colours and marks of charts: those of Okabe and Ito, told apart by colour-blind eyes, and a shape
 * of its own for each, so that a print in grey is read as well.
 */
final class Palette {
  static final Color INK = new Color(0x1F2933);
  static final Color QUIET = new Color(0x5B6770);
  static final Color RULE = new Color(0xD5DBE1);
  static final Color BAND = new Color(0xF0F3F6);

  private static final List<Color> COLOURS =
      List.of(
          new Color(0x0072B2),
          new Color(0xD55E00),
          new Color(0x009E73),
          new Color(0xB0578D),
          new Color(0x8A6D00),
          new Color(0x3A93C4),
          new Color(0x4D4D4D));

  private Palette() {}

  /** The colour of the brand at this place, from 0; they come again after seven. */
  static Color colour(int brand) {
    return COLOURS.get(brand % COLOURS.size());
  }

  /** The mark of the brand at this place, around the origin. */
  static Shape mark(int brand) {
    return switch (brand % 7) {
      case 0 -> new Ellipse2D.Double(-4, -4, 8, 8);
      case 1 -> new Rectangle2D.Double(-3.6, -3.6, 7.2, 7.2);
      case 2 -> polygon(0, -4.8, 4.6, 3.6, -4.6, 3.6);
      case 3 -> polygon(0, -5.2, 5.2, 0, 0, 5.2, -5.2, 0);
      case 4 -> polygon(0, 4.8, 4.6, -3.6, -4.6, -3.6);
      case 5 -> polygon(-4.6, -1.6, 4.6, -1.6, 4.6, 1.6, -4.6, 1.6);
      default -> polygon(-1.6, -4.6, 1.6, -4.6, 1.6, 4.6, -1.6, 4.6);
    };
  }

  /** The colour of a meaning. */
  static Color colour(Tone tone) {
    return switch (tone) {
      case AHEAD -> new Color(0x0072B2);
      case BEHIND -> new Color(0xC04F00);
      case PLAIN -> new Color(0x4D4D4D);
      case MUTED -> new Color(0x9AA5AF);
    };
  }

  /** The mark of a meaning, around the origin: up, down, a dot, a small ring. */
  static Shape mark(Tone tone) {
    return switch (tone) {
      case AHEAD -> mark(2);
      case BEHIND -> mark(4);
      case PLAIN -> mark(0);
      case MUTED -> new Ellipse2D.Double(-3, -3, 6, 6);
    };
  }

  private static Shape polygon(double... points) {
    Path2D.Double path = new Path2D.Double();
    path.moveTo(points[0], points[1]);
    for (int at = 2; at < points.length; at += 2) {
      path.lineTo(points[at], points[at + 1]);
    }
    path.closePath();
    return path;
  }
}
