package org.vocstream.report.format;

import java.util.List;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFRichTextString;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.vocstream.report.Block;
import org.vocstream.report.Quotation;
import org.vocstream.report.Report;
import org.vocstream.report.ReportLanguage;
import org.vocstream.report.Statement;
import org.vocstream.report.Table;

/** A chapter as a sheet of a workbook. For one thread. */
final class ChapterSheet {
  /** Columns that a sentence takes, and about how many Latin letters stand in them. */
  private static final int ACROSS = 9;

  private static final int LETTERS = 150;
  private static final float LINE = 15.5f;

  private final XSSFSheet sheet;
  private final SheetStyles styles;
  private final ReportLanguage language;
  private final TableRows tables;
  private int next;

  ChapterSheet(XSSFSheet sheet, SheetStyles styles, ReportLanguage language) {
    this.sheet = sheet;
    this.styles = styles;
    this.language = language;
    this.tables = new TableRows(sheet, styles, language);
    sheet.setColumnWidth(0, 30 * 256);
    for (int i = 1; i < 30; i++) {
      sheet.setColumnWidth(i, 15 * 256);
    }
  }

  /** What stands before the first chapter: title and facts. */
  void cover(Report report) {
    line(report.title(), SheetStyles.Look.TITLE);
    for (Report.Fact fact : report.facts()) {
      XSSFRow row = sheet.createRow(next++);
      tables.text(row, 0, fact.name(), SheetStyles.Look.CAPTION);
      tables.text(row, 1, fact.value(), SheetStyles.Look.PLAIN);
    }
    next++;
  }

  void write(Report.Chapter chapter) {
    // The names of rows stay in sight, and in a sheet of its own the title, too.
    boolean first = next > 0;
    line(chapter.title(), SheetStyles.Look.TITLE);
    sheet.createFreezePane(1, first ? 0 : 1);
    boolean quoting = false;
    for (Block block : chapter.blocks()) {
      boolean quotes = block instanceof Quotation;
      if (quotes && !quoting) {
        quoteHeader();
      }
      quoting = quotes;
      write(block);
    }
  }

  private void write(Block block) {
    if (block instanceof Statement statement) {
      write(statement);
    } else if (block instanceof Table table) {
      line(traced(table.caption(), table.query()), SheetStyles.Look.CAPTION);
      tables.header(table, next++);
      next = tables.rows(table, next) + 1;
    } else if (block instanceof Quotation quotation) {
      write(quotation);
    }
  }

  private void write(Statement statement) {
    SheetStyles.Look look =
        switch (statement.kind()) {
          case SUBTITLE -> SheetStyles.Look.SUBTITLE;
          case FINDING -> SheetStyles.Look.FINDING;
          case TEXT -> SheetStyles.Look.TEXT;
          case NOTE -> SheetStyles.Look.NOTE;
        };
    if (statement.kind() == Statement.Kind.SUBTITLE) {
      next++;
    }
    String bullet = statement.kind() == Statement.Kind.FINDING ? "• " : "";
    line(bullet + traced(statement.text(), statement.query()), look);
  }

  private static String traced(String text, String query) {
    return query.isEmpty() ? text : text + " [" + query + "]";
  }

  /** One text over several columns, as high as it needs. */
  private void line(String text, SheetStyles.Look look) {
    XSSFRow row = sheet.createRow(next);
    tables.text(row, 0, text, look);
    if (styles.of(look).getWrapText()) {
      sheet.addMergedRegion(new CellRangeAddress(next, next, 0, ACROSS - 1));
      int width = text.codePoints().map(c -> c < 0x2E80 ? 1 : 2).sum();
      row.setHeightInPoints(LINE * (1 + width / LETTERS));
    }
    next++;
  }

  private void quoteHeader() {
    XSSFRow row = sheet.createRow(next++);
    List<String> names =
        List.of(
            language.of("关于", "About"),
            language.of("来源", "Source"),
            language.of("观点编号", "Mention"),
            language.of("查询", "Query"),
            language.of("原文", "Words"));
    for (int i = 0; i < names.size(); i++) {
      tables.text(row, i, names.get(i), SheetStyles.Look.HEADER);
    }
  }

  private void write(Quotation quotation) {
    XSSFRow row = sheet.createRow(next++);
    tables.text(row, 0, quotation.about(), SheetStyles.of(quotation.tone()));
    tables.text(row, 1, quotation.source(), SheetStyles.Look.PLAIN);
    tables.text(row, 2, quotation.mention(), SheetStyles.Look.PLAIN);
    tables.text(row, 3, quotation.query(), SheetStyles.Look.PLAIN);
    XSSFRichTextString words = new XSSFRichTextString(quotation.text());
    if (quotation.end() > quotation.start()) {
      words.applyFont(quotation.start(), quotation.end(), styles.bold());
    }
    tables.text(row, 4, quotation.text(), SheetStyles.Look.PLAIN).setCellValue(words);
  }
}
