package org.vocstream.report.format;

import java.util.HashMap;
import java.util.Map;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.vocstream.report.Cell;
import org.vocstream.report.Unit;

/** The looks of a workbook's cells, each made once. For one thread. */
final class SheetStyles {
  /** What a cell is for. */
  enum Look {
    TITLE,
    SUBTITLE,
    CAPTION,
    HEADER,
    FINDING,
    TEXT,
    NOTE,
    PLAIN,
    AHEAD,
    BEHIND,
    MUTED
  }

  private final XSSFWorkbook book;
  private final Map<Object, XSSFCellStyle> styles = new HashMap<>();
  private final XSSFFont bold;

  SheetStyles(XSSFWorkbook book) {
    this.book = book;
    this.bold = book.createFont();
    bold.setBold(true);
  }

  /** For a part of a text that stands out. */
  XSSFFont bold() {
    return bold;
  }

  XSSFCellStyle of(Look look) {
    return styles.computeIfAbsent(look, key -> make(look));
  }

  /** The same for a text that a spreadsheet would take for a formula once somebody edits it. */
  XSSFCellStyle quoted(Look look) {
    return styles.computeIfAbsent(
        "quoted " + look,
        key -> {
          XSSFCellStyle style = make(look);
          style.setQuotePrefixed(true);
          return style;
        });
  }

  XSSFCellStyle of(Unit unit) {
    return styles.computeIfAbsent(
        unit,
        key -> {
          XSSFCellStyle style = make(Look.PLAIN);
          style.setDataFormat(book.createDataFormat().getFormat(unit.spreadsheet()));
          style.setAlignment(HorizontalAlignment.RIGHT);
          return style;
        });
  }

  static Look of(Cell.Tone tone) {
    return switch (tone) {
      case PLAIN -> Look.PLAIN;
      case AHEAD -> Look.AHEAD;
      case BEHIND -> Look.BEHIND;
      case MUTED -> Look.MUTED;
    };
  }

  private XSSFCellStyle make(Look look) {
    XSSFCellStyle style = book.createCellStyle();
    XSSFFont font = book.createFont();
    style.setFont(font);
    style.setVerticalAlignment(VerticalAlignment.TOP);
    switch (look) {
      case TITLE -> {
        font.setBold(true);
        font.setFontHeightInPoints((short) 16);
      }
      case SUBTITLE -> {
        font.setBold(true);
        font.setFontHeightInPoints((short) 13);
      }
      case CAPTION -> font.setBold(true);
      case HEADER -> {
        font.setBold(true);
        style.setWrapText(true);
        style.setFillForegroundColor(colour(0xE7, 0xEC, 0xF2));
        style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        style.setBorderBottom(BorderStyle.THIN);
      }
      case FINDING, TEXT -> style.setWrapText(true);
      case NOTE -> {
        style.setWrapText(true);
        font.setItalic(true);
        font.setColor(colour(0x55, 0x5F, 0x6B));
      }
      case AHEAD -> font.setColor(colour(0x00, 0x5B, 0x96));
      case BEHIND -> font.setColor(colour(0xB3, 0x4A, 0x00));
      case MUTED -> font.setColor(colour(0x6B, 0x72, 0x7B));
      case PLAIN -> {}
    }
    return style;
  }

  private static XSSFColor colour(int red, int green, int blue) {
    return new XSSFColor(new byte[] {(byte) red, (byte) green, (byte) blue});
  }
}
