package org.vocstream.report.format;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGGraphics2D;
import org.apache.batik.svggen.SVGIDGenerator;
import org.jfree.chart.JFreeChart;
import org.w3c.dom.DOMImplementation;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * A chart, or a part of a long one, ready to be drawn.
 *
 * @param chart what is drawn
 * @param width in pixels of a screen, 96 to the inch
 * @param height in the same
 */
record Picture(JFreeChart chart, int width, int height) {
  private static final String SVG = "http://www.w3.org/2000/svg";

  /** Draws it into the space. */
  void draw(Graphics2D on, double availableWidth, double availableHeight) {
    Graphics2D own = (Graphics2D) on.create();
    own.scale(availableWidth / width, availableHeight / height);
    chart.draw(own, new Rectangle2D.Double(0, 0, width, height));
    own.dispose();
  }

  /**
   * As an {@code svg} element with its texts as text.
   *
   * @param name begins the ids in it, so that several stand in one page
   * @param says what it shows, for those who cannot see it
   */
  String svg(String name, String says) {
    SVGGeneratorContext context = SVGGeneratorContext.createDefault(document());
    context.setIDGenerator(new Ids(name));
    context.setComment(null);
    SVGGraphics2D graphics = new SVGGraphics2D(context, false);
    draw(graphics, width, height);
    Element root = graphics.getRoot();
    NodeList definitions = root.getElementsByTagNameNS(SVG, "defs");
    for (int at = 0; at < definitions.getLength(); at++) {
      // Batik gives the first one the same id in every picture, and nothing refers to it.
      ((Element) definitions.item(at)).removeAttributeNS(null, "id");
    }
    root.setAttributeNS(null, "viewBox", "0 0 " + width + " " + height);
    root.setAttributeNS(null, "role", "img");
    root.setAttributeNS(null, "aria-label", says);
    StringWriter svg = new StringWriter();
    try {
      graphics.stream(root, svg, false, false);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    String text = svg.toString();
    return text.substring(text.indexOf("<svg"));
  }

  /**
   * As a PNG.
   *
   * @param scale pixels of the image to one of the screen
   */
  byte[] png(int scale) {
    BufferedImage image =
        new BufferedImage(width * scale, height * scale, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    graphics.setRenderingHint(
        RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
    draw(graphics, image.getWidth(), image.getHeight());
    graphics.dispose();
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "png", png);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return png.toByteArray();
  }

  private static Document document() {
    try {
      DOMImplementation dom =
          DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder().getDOMImplementation();
      return dom.createDocument(SVG, "svg", null);
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Ids that begin with the name of the picture. */
  private static final class Ids extends SVGIDGenerator {
    private final String name;

    private Ids(String name) {
      this.name = name;
    }

    @Override
    public String generateID(String prefix) {
      return name + "-" + super.generateID(prefix);
    }
  }
}
