package org.vocstream.report.format;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import org.vocstream.report.Chart;
import org.vocstream.report.Report;
import org.vocstream.report.ReportFormat;
import org.vocstream.report.ReportRenderer;

/**
 * A report as one file for the browser: nothing is fetched and no script runs (its own policy
 * forbids both), charts are SVG with real text, every text is escaped, and what a browser shows is
 * well-formed XML as well. It is set in the font of the machine, which has emoji too; it prints
 * well.
 */
public final class HtmlRenderer implements ReportRenderer {
  @Override
  public ReportFormat format() {
    return ReportFormat.HTML;
  }

  @Override
  public byte[] render(Report report) {
    String style = "\n" + StyleSheets.of("screen");
    Markup head = new Markup();
    head.begin("head").empty("meta", "charset", "utf-8");
    head.empty("meta", "http-equiv", "Content-Security-Policy", "content", policy(style));
    head.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
    head.empty("meta", "name", "description", "content", ReportBody.description(report));
    head.element("title", report.title());
    head.begin("style").written(style).end().end();
    String body =
        new ReportBody(report, false, (out, chart, number) -> svg(report, out, chart, number))
            .markup();
    String lang = report.language().of("zh-CN", "en");
    String page =
        "<!DOCTYPE html>\n<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\""
            + lang
            + "\">\n"
            + head
            + body
            + "</html>\n";
    return page.getBytes(StandardCharsets.UTF_8);
  }

  private static void svg(Report report, Markup out, Chart chart, int number) {
    List<Picture> parts = Pictures.of(chart, report.language());
    for (int part = 0; part < parts.size(); part++) {
      out.written(parts.get(part).svg("chart" + number + "-" + (part + 1), chart.caption()));
    }
  }

  /** Nothing but this style sheet, told by its digest. */
  private static String policy(String style) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(style.getBytes(StandardCharsets.UTF_8));
      return "default-src 'none'; style-src 'sha256-"
          + Base64.getEncoder().encodeToString(digest)
          + "'; base-uri 'none'; form-action 'none'";
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
