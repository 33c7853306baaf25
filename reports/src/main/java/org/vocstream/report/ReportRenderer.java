package org.vocstream.report;

/** Writes a report in one format. Safe for several threads. */
public interface ReportRenderer {
  /** The format. */
  ReportFormat format();

  /** The file's bytes: the same for the same report, whenever and wherever it is written. */
  byte[] render(Report report);
}
