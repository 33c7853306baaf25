package org.vocstream.report.format;

import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.vocstream.report.Cell;
import org.vocstream.report.ReportLanguage;
import org.vocstream.report.Table;
import org.vocstream.report.Unit;
import org.vocstream.text.SpreadsheetText;

/** Tables on a sheet, one below the other. For one thread. */
final class TableRows {
  /** Longest text that a cell of a workbook takes, in UTF-16 units. */
  private static final int LONGEST = 32_767;

  private final XSSFSheet sheet;
  private final SheetStyles styles;
  private final ReportLanguage language;

  TableRows(XSSFSheet sheet, SheetStyles styles, ReportLanguage language) {
    this.sheet = sheet;
    this.styles = styles;
    this.language = language;
  }

  /** A sheet that is nothing but this table, its header frozen. */
  void data(Table table) {
    int columns = header(table, 0);
    int last = rows(table, 1) - 1;
    sheet.createFreezePane(0, 1);
    sheet.setAutoFilter(new CellRangeAddress(0, Math.max(last, 0), 0, columns - 1));
    for (int i = 0; i < columns; i++) {
      sheet.setColumnWidth(i, 16 * 256);
    }
  }

  /**
   * Writes the header.
   *
   * @return how many columns of the sheet it takes
   */
  int header(Table table, int at) {
    XSSFRow row = sheet.createRow(at);
    int column = 0;
    for (int i = 0; i < table.columns().size(); i++) {
      List<String> names = new ArrayList<>(List.of(table.columns().get(i)));
      if (isWide(table, i)) {
        names.add(language.of("下限", "low"));
        names.add(language.of("上限", "high"));
      }
      for (String name : names) {
        text(row, column++, name, SheetStyles.Look.HEADER);
      }
    }
    return column;
  }

  /**
   * Writes the rows.
   *
   * @return the row after the last
   */
  int rows(Table table, int from) {
    int at = from;
    for (List<Cell> cells : table.rows()) {
      XSSFRow row = sheet.createRow(at++);
      int column = 0;
      for (int i = 0; i < cells.size(); i++) {
        write(row, column, cells.get(i));
        column += isWide(table, i) ? 3 : 1;
      }
    }
    return at;
  }

  /** True where a column holds intervals, and so takes three: value, low, high. */
  private static boolean isWide(Table table, int column) {
    return table.rows().stream().anyMatch(row -> row.get(column) instanceof Cell.Interval);
  }

  private void write(XSSFRow row, int column, Cell cell) {
    if (cell instanceof Cell.Text text) {
      text(row, column, text.text(), SheetStyles.of(text.tone()));
    } else if (cell instanceof Cell.Missing missing) {
      text(row, column, missing.why(), SheetStyles.Look.MUTED);
    } else if (cell instanceof Cell.Amount amount) {
      number(row, column, amount.value(), amount.unit());
    } else if (cell instanceof Cell.Interval interval) {
      number(row, column, interval.value(), interval.unit());
      number(row, column + 1, interval.low(), interval.unit());
      number(row, column + 2, interval.high(), interval.unit());
    }
  }

  private void number(XSSFRow row, int column, double value, Unit unit) {
    XSSFCell cell = row.createCell(column);
    cell.setCellValue(value);
    cell.setCellStyle(styles.of(unit));
  }

  /** A text; one that looks like a formula stays text also where somebody edits it. */
  XSSFCell text(XSSFRow row, int column, String text, SheetStyles.Look look) {
    XSSFCell cell = row.createCell(column);
    cell.setCellValue(text.substring(0, Math.min(text.length(), LONGEST)));
    cell.setCellStyle(
        SpreadsheetText.looksLikeFormula(text) ? styles.quoted(look) : styles.of(look));
    return cell;
  }
}
