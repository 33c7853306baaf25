package org.vocstream.report;

import java.util.Locale;

/** A format that a report is written in. */
public enum ReportFormat {
  /** For print, with bookmarks. */
  PDF,
  /** For those who edit it. */
  DOCX,
  /** For those who reckon on. */
  XLSX,
  /** One file for the browser. */
  HTML;

  /** The name in options, and the end of a file's name: {@code pdf}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
