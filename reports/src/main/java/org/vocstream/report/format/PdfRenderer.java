package org.vocstream.report.format;

import com.openhtmltopdf.extend.FSObjectDrawer;
import com.openhtmltopdf.extend.FSObjectDrawerFactory;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FSFontUseCase;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.CRC32;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.vocstream.report.Chart;
import org.vocstream.report.Report;
import org.vocstream.report.Report.Chapter;
import org.vocstream.report.ReportFormat;
import org.vocstream.report.ReportRenderer;
import org.w3c.dom.Element;

/**
 * A report for print: A4, a title page, contents with page numbers, a bookmark for each chapter, a
 * running title, and marks for those who have it read aloud; charts are drawn as vectors. All text
 * is in the font that ships with the project, of which the letters used are embedded; a character
 * that it lacks is printed as □. The file holds no time and no random id: its id is made from what
 * it says.
 */
public final class PdfRenderer implements ReportRenderer {
  private static final double CHART_MM = 170;

  @Override
  public ReportFormat format() {
    return ReportFormat.PDF;
  }

  @Override
  public byte[] render(Report report) {
    List<Picture> pictures = new ArrayList<>();
    String page = page(report, pictures);
    XRLog.setLoggingEnabled(false);
    PdfRendererBuilder builder = new PdfRendererBuilder();
    builder.withHtmlContent(page, "");
    builder.useFont(Typeface::regularFile, Typeface.FAMILY, 400, FontStyle.NORMAL, true);
    builder.useFont(Typeface::boldFile, Typeface.FAMILY, 700, FontStyle.NORMAL, true);
    // For what the bold cut lacks.
    builder.useFont(
        Typeface::regularFile,
        "Noto Rest",
        400,
        FontStyle.NORMAL,
        true,
        EnumSet.of(FSFontUseCase.FALLBACK_PRE));
    builder.useReplacementText(Typeface.REPLACEMENT);
    builder.useObjectDrawerFactory(new ChartDrawers(pictures));
    builder.useExternalResourceAccessControl(
        (uri, type) -> false, ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI);
    builder.withProducer("VoC Stream");
    // For those who have it read aloud: the file tells headings, lists and cells apart.
    builder.usePdfUaAccessibility(true);
    ByteArrayOutputStream pdf = new ByteArrayOutputStream();
    try (PdfBoxRenderer renderer = builder.buildPdfRenderer();
        PDDocument document = renderer.createPDFKeepOpen()) {
      PDDocumentInformation information = new PDDocumentInformation();
      information.setTitle(report.title());
      information.setSubject(ReportBody.description(report));
      information.setProducer("VoC Stream");
      document.setDocumentInformation(information);
      document.getDocumentCatalog().setLanguage(report.language().of("zh-CN", "en"));
      document.setDocumentId(checksum(page));
      document.save(pdf);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return pdf.toByteArray();
  }

  private static String page(Report report, List<Picture> pictures) {
    Markup head = new Markup();
    head.begin("head").element("title", report.title());
    head.empty("meta", "name", "subject", "content", ReportBody.description(report));
    head.begin("style").written(StyleSheets.of("page")).end();
    head.begin("bookmarks");
    for (Chapter chapter : QueryChapter.all(report)) {
      head.empty("bookmark", "name", chapter.title(), "href", "#" + ReportBody.anchor(chapter));
    }
    head.end().end();
    String body =
        new ReportBody(report, true, (out, chart, number) -> objects(report, out, chart, pictures))
            .markup();
    return "<html lang=\"" + report.language().code() + "\">\n" + head + body + "</html>\n";
  }

  /** A place for each picture of the chart; the picture is drawn when the page is. */
  private static void objects(Report report, Markup out, Chart chart, List<Picture> pictures) {
    for (Picture picture : Pictures.of(chart, report.language())) {
      double height = CHART_MM * picture.height() / picture.width();
      out.element(
          "object",
          "",
          "data",
          Integer.toString(pictures.size()),
          "alt",
          chart.caption(),
          "style",
          String.format(Locale.ROOT, "width: %.1fmm; height: %.1fmm", CHART_MM, height));
      pictures.add(picture);
    }
  }

  private static long checksum(String page) {
    CRC32 sum = new CRC32();
    sum.update(page.getBytes(StandardCharsets.UTF_8));
    return sum.getValue();
  }

  /** Draws the picture whose place in the list the element names. */
  private record ChartDrawers(List<Picture> pictures) implements FSObjectDrawerFactory {
    @Override
    public FSObjectDrawer createDrawer(Element element) {
      Picture picture = pictures.get(Integer.parseInt(element.getAttribute("data")));
      return (e, x, y, width, height, device, context, dots) -> {
        float across = (float) width / dots;
        float down = (float) height / dots;
        device.drawWithGraphics(
            (float) x, (float) y, across, down, on -> picture.draw(on, across, down));
        return Map.of();
      };
    }

    @Override
    public boolean isReplacedObject(Element element) {
      return true;
    }
  }
}
