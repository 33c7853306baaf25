package org.vocstream.report.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.vocstream.report.Cell;
import org.vocstream.report.Quotation;
import org.vocstream.report.Report;
import org.vocstream.report.ReportLanguage;
import org.vocstream.report.Statement;
import org.vocstream.report.Table;
import org.vocstream.report.Unit;

/** A workbook opened again holds the report's numbers as numbers and its texts as texts. */
class XlsxRendererTest {
  private static final String NASTY = "=cmd|' /C calc'!A0";

  private static final Table TABLE =
      new Table(
          "gaps.indicators",
          "Gaps: a/b",
          List.of("Subject", "Gap", "n", "Verdict"),
          List.of(
              List.of(
                  Cell.text(NASTY),
                  new Cell.Interval(12.25, 2.5, 21.75, Unit.DIFFERENCE),
                  Cell.count(1204),
                  new Cell.Text("ahead", Cell.Tone.AHEAD)),
              List.of(
                  Cell.text("Price"),
                  new Cell.Missing("not enough data"),
                  Cell.count(3),
                  Cell.text("＋1"))),
          "Q1");

  private static final Report REPORT =
      new Report(
          ReportLanguage.EN,
          "Competitor report: A",
          List.of(new Report.Fact("Brand", "@A")),
          List.of(
              new Report.Chapter(
                  "findings",
                  "Key findings",
                  List.of(
                      new Statement(Statement.Kind.SUBTITLE, "Leads", ""),
                      new Statement(Statement.Kind.FINDING, "A is ahead.", "Q1"))),
              new Report.Chapter(
                  "gaps", "Gaps of [all] touchpoints and indicators", List.of(TABLE)),
              new Report.Chapter(
                  "voices",
                  "Voices",
                  List.of(
                      new Quotation(
                          NASTY, 1, 4, Cell.Tone.BEHIND, "A · Price", "reviews", "r1#0", "Q9")))),
          List.of(),
          List.of(TABLE));

  @Test
  void numbersAreNumbersAndAnIntervalTakesThreeColumns() throws IOException {
    try (XSSFWorkbook book = open()) {
      XSSFSheet data = book.getSheetAt(3);
      assertThat(texts(data.getRow(0)))
          .containsExactly("Subject", "Gap", "low", "high", "n", "Verdict");
      XSSFRow row = data.getRow(1);
      assertThat(row.getCell(1).getNumericCellValue()).isEqualTo(12.25);
      assertThat(row.getCell(2).getNumericCellValue()).isEqualTo(2.5);
      assertThat(row.getCell(3).getNumericCellValue()).isEqualTo(21.75);
      assertThat(row.getCell(1).getCellStyle().getDataFormatString()).isEqualTo("+0.0;-0.0;0.0");
      assertThat(row.getCell(4).getNumericCellValue()).isEqualTo(1204);
      assertThat(data.getRow(2).getCell(1).getStringCellValue()).isEqualTo("not enough data");
      assertThat(data.getRow(2).getCell(2)).isNull();
      assertThat(data.getPaneInformation().isFreezePane()).isTrue();
      assertThat(data.getPaneInformation().getHorizontalSplitTopRow()).isEqualTo((short) 1);
    }
  }

  @Test
  void aSheetForEachChapterUnderANameThatASheetMayHave() throws IOException {
    try (XSSFWorkbook book = open()) {
      assertThat(book.sheetIterator())
          .toIterable()
          .extracting(s -> s.getSheetName())
          .containsExactly("Key findings", "Gaps of  all  touchpoints and", "Voices", "Gaps  a b");
      XSSFSheet findings = book.getSheetAt(0);
      assertThat(findings.getRow(0).getCell(0).getStringCellValue())
          .isEqualTo("Competitor report: A");
      assertThat(findings.getRow(6).getCell(0).getStringCellValue())
          .isEqualTo("• A is ahead. [Q1]");
    }
  }

  @Test
  void whatLooksLikeAFormulaIsTextAlsoWhereItIsEdited() throws IOException {
    try (XSSFWorkbook book = open()) {
      for (XSSFRow row : List.of(book.getSheetAt(1).getRow(3), book.getSheetAt(3).getRow(1))) {
        assertThat(row.getCell(0).getCellType()).isEqualTo(CellType.STRING);
        assertThat(row.getCell(0).getStringCellValue()).isEqualTo(NASTY);
        assertThat(row.getCell(0).getCellStyle().getQuotePrefixed()).isTrue();
      }
      assertThat(book.getSheetAt(3).getRow(2).getCell(5).getCellStyle().getQuotePrefixed())
          .isTrue();
      assertThat(book.getSheetAt(0).getRow(1).getCell(1).getCellStyle().getQuotePrefixed())
          .isTrue();
      XSSFRow quote = book.getSheetAt(2).getRow(2);
      assertThat(quote.getCell(4).getCellType()).isEqualTo(CellType.STRING);
      assertThat(quote.getCell(4).getStringCellValue()).isEqualTo(NASTY);
      assertThat(quote.getCell(4).getCellStyle().getQuotePrefixed()).isTrue();
    }
  }

  @Test
  void theSameReportGivesTheSameBytesAndTellsNoTime() throws IOException {
    byte[] first = new XlsxRenderer().render(REPORT);
    assertThat(new XlsxRenderer().render(REPORT)).isEqualTo(first);
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(first))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        assertThat(entry.getTimeLocal()).hasToString("1980-01-01T00:00");
      }
    }
    try (XSSFWorkbook book = open()) {
      assertThat(book.getProperties().getCoreProperties().getCreated())
          .isEqualTo("2000-01-01T00:00:00Z");
      assertThat(book.getProperties().getCoreProperties().getModified())
          .isEqualTo("2000-01-01T00:00:00Z");
    }
  }

  private static XSSFWorkbook open() throws IOException {
    return new XSSFWorkbook(new ByteArrayInputStream(new XlsxRenderer().render(REPORT)));
  }

  private static List<String> texts(XSSFRow row) {
    List<String> texts = new ArrayList<>();
    row.cellIterator().forEachRemaining(cell -> texts.add(cell.getStringCellValue()));
    return texts;
  }
}
