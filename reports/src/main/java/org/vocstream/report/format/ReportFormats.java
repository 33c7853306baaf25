package org.vocstream.report.format;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.vocstream.report.ReportFormat;
import org.vocstream.report.ReportRenderer;

/** The formats that reports are written in. Without state. */
public final class ReportFormats {
  /** The one place to add a renderer. */
  private static final List<ReportRenderer> RENDERERS =
      List.of(new PdfRenderer(), new DocxRenderer(), new XlsxRenderer(), new HtmlRenderer());

  private ReportFormats() {}

  /** The renderer of each format that there is. */
  public static Map<ReportFormat, ReportRenderer> all() {
    Map<ReportFormat, ReportRenderer> all = new EnumMap<>(ReportFormat.class);
    RENDERERS.forEach(renderer -> all.put(renderer.format(), renderer));
    return Collections.unmodifiableMap(all);
  }
}
