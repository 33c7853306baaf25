package org.vocstream.report.format;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Date;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.apache.poi.ooxml.POIXMLProperties;
import org.apache.poi.ss.util.WorkbookUtil;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.vocstream.report.Report;
import org.vocstream.report.ReportFormat;
import org.vocstream.report.ReportRenderer;
import org.vocstream.report.Table;

/**
 * Writes a report as a workbook: a sheet for each chapter, then the data behind it, a sheet for
 * each table with a frozen header. Numbers are numbers in the format of their unit; an interval
 * takes three columns. What customers wrote stays text, whatever it begins with. Charts are left
 * out: their numbers stand in the tables. Safe for several threads.
 */
public final class XlsxRenderer implements ReportRenderer {
  private static final int LONGEST_NAME = 31;

  /** When every workbook says that it was written: the moment it tells is that of the report. */
  private static final Date WRITTEN = Date.from(Instant.parse("2000-01-01T00:00:00Z"));

  @Override
  public ReportFormat format() {
    return ReportFormat.XLSX;
  }

  @Override
  public byte[] render(Report report) {
    try (XSSFWorkbook book = new XSSFWorkbook();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
      SheetStyles styles = new SheetStyles(book);
      Set<String> names = new HashSet<>();
      for (Report.Chapter chapter : report.chapters()) {
        ChapterSheet sheet =
            new ChapterSheet(
                book.createSheet(name(chapter.title(), names)), styles, report.language());
        if (names.size() == 1) {
          sheet.cover(report);
        }
        sheet.write(chapter);
      }
      for (Table table : report.data()) {
        XSSFSheet sheet = book.createSheet(name(table.caption(), names));
        new TableRows(sheet, styles, report.language()).data(table);
      }
      POIXMLProperties.CoreProperties properties = book.getProperties().getCoreProperties();
      properties.setTitle(report.title());
      properties.setCreator("VoC Stream");
      properties.setCreated(Optional.of(WRITTEN));
      properties.setModified(Optional.of(WRITTEN));
      book.write(bytes);
      return FixedZip.of(bytes.toByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException("the workbook cannot be written", e);
    }
  }

  /** A name that a sheet may have, cut between words, and no other sheet has. */
  private static String name(String title, Set<String> taken) {
    String safe = title.replaceAll("[\\[\\]:*?/\\\\]", " ");
    if (safe.length() > LONGEST_NAME) {
      int space = safe.lastIndexOf(' ', LONGEST_NAME);
      safe = safe.substring(0, space > 0 ? space : LONGEST_NAME).replaceAll("[,，]$", "");
    }
    String name = WorkbookUtil.createSafeSheetName(safe);
    for (int i = 2; !taken.add(name.toLowerCase(Locale.ROOT)); i++) {
      String number = " " + i;
      name =
          WorkbookUtil.createSafeSheetName(
              safe.substring(0, Math.min(safe.length(), LONGEST_NAME - number.length())) + number);
    }
    return name;
  }
}
