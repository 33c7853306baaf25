package org.vocstream.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vocstream.survey.AnswerTable;
import org.vocstream.survey.AnswerTableException;

class XlsxAnswersTest {
  @TempDir Path work;

  @Test
  void cellsComeAsTheyAreWhateverTheirFormat() throws Exception {
    Path file = work.resolve("a.xlsx");
    try (XSSFWorkbook workbook = new XSSFWorkbook();
        OutputStream out = Files.newOutputStream(file)) {
      XSSFSheet sheet = workbook.createSheet("答卷");
      workbook.createSheet("说明").createRow(0).createCell(0).setCellValue("not read");
      sheet.createRow(0);
      Row header = sheet.createRow(1);
      List<String> names = List.of("编号", "时间", "满意度", "占比", "意见", "合计");
      for (int i = 0; i < names.size(); i++) {
        header.createCell(i).setCellValue(names.get(i));
      }
      CellStyle date = workbook.createCellStyle();
      date.setDataFormat(workbook.createDataFormat().getFormat("yyyy年m月d日"));
      CellStyle percent = workbook.createCellStyle();
      percent.setDataFormat(workbook.createDataFormat().getFormat("0%"));
      Row row = sheet.createRow(3);
      row.createCell(0).setCellValue(20260930000017.0);
      row.createCell(1).setCellValue(LocalDateTime.parse("2026-09-30T08:05:00"));
      row.getCell(1).setCellStyle(date);
      row.createCell(2).setCellValue(4.5);
      row.createCell(3).setCellValue(0.25);
      row.getCell(3).setCellStyle(percent);
      row.createCell(4).setCellValue("=cmd|' /C calc'!A0");
      row.createCell(5).setCellFormula("C4+1");
      row.getCell(5).setCellValue(5.5);
      Row few = sheet.createRow(5);
      few.createCell(2).setCellValue("满意");
      few.createCell(7).setCellValue("beyond");
      workbook.write(out);
    }
    AnswerTable table = XlsxAnswers.read(file);
    assertThat(table.name()).isEqualTo("a.xlsx");
    assertThat(table.header()).containsExactly("编号", "时间", "满意度", "占比", "意见", "合计");
    assertThat(table.rows()).hasSize(2);
    assertThat(table.rows().get(0).line()).isEqualTo(4);
    assertThat(table.rows().get(0).cells())
        .containsExactly(
            "20260930000017", "2026-09-30T08:05", "4.5", "0.25", "=cmd|' /C calc'!A0", "5.5");
    assertThat(table.rows().get(0).problem()).isNull();
    assertThat(table.rows().get(1).cells()).startsWith("", "", "满意", "", "", "");
    assertThat(table.rows().get(1).problem()).startsWith("the row has cells beyond");
  }

  @Test
  void whatIsNoWorkbookSaysSo() throws Exception {
    Path text = Files.writeString(work.resolve("b.xlsx"), "编号,品牌\n1,A\n");
    Path nothing = Files.write(work.resolve("c.xlsx"), new byte[0]);
    Path empty = work.resolve("d.xlsx");
    try (XSSFWorkbook workbook = new XSSFWorkbook();
        OutputStream out = Files.newOutputStream(empty)) {
      workbook.createSheet("空");
      workbook.write(out);
    }
    for (Path file : List.of(text, nothing)) {
      assertThatThrownBy(() -> XlsxAnswers.read(file))
          .isInstanceOf(AnswerTableException.class)
          .hasMessageStartingWith("the workbook cannot be read (")
          .hasMessageEndingWith("; open it and save it as .xlsx again, without a password");
    }
    assertThatThrownBy(() -> XlsxAnswers.read(empty))
        .isInstanceOf(AnswerTableException.class)
        .hasMessage("the first sheet is empty");
  }

  @Test
  void aSmallFileThatUnpacksToVeryMuchIsRefused() throws Exception {
    byte[] sound = Workbooks.sound();
    byte[] spaces = " ".repeat(1 << 20).getBytes(StandardCharsets.UTF_8);
    Path bomb =
        Workbooks.write(
            sound,
            out -> {
              out.write("<worksheet>".getBytes(StandardCharsets.UTF_8));
              for (int i = 0; i < 300; i++) {
                out.write(spaces);
              }
            },
            work.resolve("bomb.xlsx"));
    assertThat(Files.size(bomb)).isLessThan(1 << 20);
    assertThatThrownBy(() -> XlsxAnswers.read(bomb))
        .isInstanceOf(AnswerTableException.class)
        .hasMessageContaining("the workbook cannot be read (Zip bomb detected!");
  }

  @Test
  void aRowThatReachesToTheLastColumnIsRefused() throws Exception {
    byte[] sound = Workbooks.sound();
    String sheet =
        new String(Workbooks.sheet(sound), StandardCharsets.UTF_8)
            .replace("r=\"B2\"", "r=\"XFD2\"");
    Path file =
        Workbooks.write(
            sound,
            out -> out.write(sheet.getBytes(StandardCharsets.UTF_8)),
            work.resolve("wide.xlsx"));
    assertThatThrownBy(() -> XlsxAnswers.read(file))
        .isInstanceOf(AnswerTableException.class)
        .hasMessage(
            "the workbook has more than 5,000 columns; split it, each part with the header");
  }

  @Test
  void nothingOutsideOfTheWorkbookIsRead() throws Exception {
    byte[] sound = Workbooks.sound();
    Path secret = Files.writeString(work.resolve("secret.txt"), "planted-secret");
    String sheet =
        new String(Workbooks.sheet(sound), StandardCharsets.UTF_8)
            .replaceFirst(
                "<worksheet",
                "<!DOCTYPE worksheet [<!ENTITY a SYSTEM \"" + secret.toUri() + "\">]><worksheet")
            .replaceFirst("<v>1.5</v>", "<v>&a;</v>");
    Path file =
        Workbooks.write(
            sound,
            out -> out.write(sheet.getBytes(StandardCharsets.UTF_8)),
            work.resolve("entity.xlsx"));
    assertThatThrownBy(() -> XlsxAnswers.read(file))
        .isInstanceOf(AnswerTableException.class)
        .hasMessageContaining("DOCTYPE")
        .hasMessageNotContaining("planted-secret");
  }
}
