package org.vocstream.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

/** What customers write stays text in a spreadsheet, whatever it begins with. */
class ExportTest {
  private static final Export.Table TABLE =
      new Export.Table(
          "voices",
          List.of("text", "n"),
          List.of(
              Arrays.asList("=cmd|'/c calc'!A1", 3),
              Arrays.asList("+86 is my prefix", null),
              Arrays.asList("快递,\"很快\"\n真的", 0.5)));

  @Test
  void aFormulaIsNoFormulaInCsv() throws IOException {
    String csv = new String(TABLE.csv(), StandardCharsets.UTF_8);
    assertThat(csv)
        .startsWith("\uFEFFtext,n\r\n")
        .contains("'=cmd|'/c calc'!A1,3\r\n")
        .contains("'+86 is my prefix,\r\n")
        .contains("\"快递,\"\"很快\"\"\n真的\",0.5\r\n");
  }

  @Test
  void aFormulaIsTextInAWorkbookAndNumbersAreNumbers() throws IOException {
    try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(TABLE.xlsx()))) {
      XSSFSheet sheet = book.getSheet("voices");
      assertThat(sheet.getRow(1).getCell(0).getCellType()).isEqualTo(CellType.STRING);
      assertThat(sheet.getRow(1).getCell(0).getStringCellValue()).isEqualTo("=cmd|'/c calc'!A1");
      assertThat(sheet.getRow(1).getCell(0).getCellStyle().getQuotePrefixed()).isTrue();
      assertThat(sheet.getRow(1).getCell(1).getNumericCellValue()).isEqualTo(3);
      assertThat(sheet.getRow(2).getCell(1)).isNull();
      assertThat(sheet.getRow(3).getCell(0).getStringCellValue()).isEqualTo("快递,\"很快\"\n真的");
      assertThat(sheet.getPaneInformation().isFreezePane()).isTrue();
    }
  }
}
