package org.vocstream.report.format;

import java.math.BigInteger;
import java.util.List;
import org.apache.poi.xwpf.usermodel.TableWidthType;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTable.XWPFBorderType;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblGrid;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblLayoutType;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblWidth;
import org.vocstream.report.Cell;
import org.vocstream.report.Cell.Tone;
import org.vocstream.report.Table;

/** A table of a Word document: its header is repeated on each page, no row breaks over pages. */
final class WordTable {
  /** Called with the first cell of a row, which may be a place that links go to. */
  interface FirstCell {
    void written(String text, WordText cell);
  }

  private final XWPFTable table;
  private final Columns columns;
  private final int width;
  private final String style;

  /**
   * An empty one at the end of the document.
   *
   * @param width in twentieths of a point
   */
  WordTable(XWPFDocument document, Columns columns, int width) {
    this.table = document.createTable(1, columns.shares().size());
    this.columns = columns;
    this.width = width;
    this.style = columns.wide() ? "SmallCell" : "Cell";
    CTTblPr properties = table.getCTTbl().getTblPr();
    properties.addNewTblLayout().setType(STTblLayoutType.FIXED);
    table.setWidth(width);
    table.removeBorders();
    table.setInsideHBorder(XWPFBorderType.SINGLE, 4, 0, "D5DBE1");
    table.setBottomBorder(XWPFBorderType.SINGLE, 4, 0, "D5DBE1");
    int margin = columns.wide() ? 55 : 90;
    table.setCellMargins(30, margin, 30, margin);
    CTTblGrid grid = table.getCTTbl().getTblGrid();
    if (grid == null) {
      grid = table.getCTTbl().addNewTblGrid();
    }
    for (int at = 0; at < columns.shares().size(); at++) {
      grid.addNewGridCol().setW(BigInteger.valueOf(share(at)));
    }
  }

  /** Writes it. */
  void write(Table of, FirstCell first) {
    XWPFTableRow header = table.getRow(0);
    header.setRepeatHeader(true);
    header.setCantSplitRow(true);
    for (int at = 0; at < of.columns().size(); at++) {
      XWPFTableCell cell = header.getCell(at);
      cell.setColor("EAF0F4");
      cell.setVerticalAlignment(XWPFTableCell.XWPFVertAlign.BOTTOM);
      XWPFParagraph paragraph = cell(cell, at).paragraph();
      paragraph.setKeepNext(true);
      new WordText(paragraph, style).strong(of.columns().get(at));
    }
    for (List<Cell> row : of.rows()) {
      row(row, first);
    }
  }

  private void row(List<Cell> cells, FirstCell first) {
    XWPFTableRow row = table.createRow();
    row.setCantSplitRow(true);
    for (int at = 0; at < cells.size(); at++) {
      WordText text = cell(row.getCell(at), at);
      Cell cell = cells.get(at);
      String value = Texts.value(cell);
      if (at == 0) {
        first.written(value, text);
      }
      Tone tone = Texts.tone(cell);
      String interval = Texts.of(cell).substring(value.length());
      if (tone == Tone.PLAIN) {
        text.text(value);
      } else {
        text.coloured(value, Texts.colour(tone));
      }
      if (!interval.isEmpty()) {
        if (columns.stacked()) {
          text.line();
        }
        text.coloured(columns.stacked() ? interval.strip() : interval, "5B6770");
      }
    }
  }

  private WordText cell(XWPFTableCell cell, int column) {
    cell.setWidthType(TableWidthType.DXA);
    cell.setWidth(Integer.toString(share(column)));
    cell.getCTTc().getTcPr().getTcW().setType(STTblWidth.DXA);
    WordText text = new WordText(cell.getParagraphs().get(0), style);
    return columns.numeric().get(column) ? text.right() : text;
  }

  private int share(int column) {
    return (int) Math.round(columns.shares().get(column) / 100 * width);
  }
}
