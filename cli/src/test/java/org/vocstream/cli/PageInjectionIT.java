package org.vocstream.cli;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Feedback written to harm: markup and formulas in every field are shown as they were written. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PageInjectionIT {
  private static final String SCRIPT = "<script>window.x=1</script>";
  private static final String IMAGE = "<img src=x onerror=\"window.x=1\">";
  private static final String FORMULA = "=cmd|'/c calc'!A1";

  /** Of the formula, what stands before the end of a sentence, so before any mark. */
  private static final String BEGINNING = "=cmd|'/c calc'!";

  private static final List<String> BRANDS = List.of(IMAGE, FORMULA);

  private Chromium chromium;
  private ServedPage page;
  private Reader reader;

  @BeforeAll
  void serveWhatHarms(@TempDir Path folder) throws Exception {
    chromium = Chromium.start();
    page = ServedPage.over(feed(folder), folder.resolve("work"));
  }

  /** Enough of it, in words of their own, that there are numbers to show. */
  private static Path feed(Path folder) throws IOException {
    ObjectMapper json = new ObjectMapper();
    List<String> lines = new ArrayList<>();
    for (String brand : BRANDS) {
      for (int i = 0; i < 24; i++) {
        String opinion = i % 3 == 0 ? "物流太慢了，等了%d天" : "物流很快，%d天就到了";
        lines.add(
            json.createObjectNode()
                .put("id", "x" + lines.size())
                .put("channel", i % 2 == 0 ? "review" : "social")
                .put("brand", brand)
                .put("product", SCRIPT)
                .put("segment", FORMULA)
                .put("author", IMAGE + i)
                .put("published_at", String.format("2026-10-%02dT10:00:00+08:00", i + 1))
                .put("text", FORMULA + " " + String.format(opinion, i + 2) + SCRIPT + IMAGE)
                .put("note", SCRIPT)
                .toString());
      }
    }
    return Files.writeString(folder.resolve("feed.jsonl"), String.join("\n", lines) + "\n");
  }

  @AfterAll
  void stop() {
    if (page != null) {
      page.close();
      chromium.close();
    }
  }

  @BeforeEach
  void openAWindow() {
    reader = chromium.reader(page.uri(), 1280, Locale.ENGLISH);
  }

  @AfterEach
  void nothingRan() {
    try {
      assertThat(reader.page().evaluate("() => window.x === undefined")).isEqualTo(true);
      assertThat(reader.find("img, #content script, dialog script")).hasCount(0);
      assertThat(reader.troubles()).isEmpty();
    } finally {
      reader.close();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"compare", "trend", "journey", "priorities", "headtohead", "voices", "alerts"})
  void noViewRunsIt(String view) {
    reader.open("view", view, "brand", IMAGE, "against", FORMULA);
    reader.find("#brand").or(reader.find("#all")).first().waitFor();
    if (!view.equals("alerts")) {
      assertThat(reader.find("#filters")).containsText(IMAGE);
    }
    if (List.of("trend", "journey", "priorities").contains(view)) {
      reader.open("view", view, "brand", IMAGE, "against", FORMULA, "table", "true");
      assertThat(reader.find("figure table")).isVisible();
    }
  }

  @Test
  void numbersOfAHostileBrandOpenToItsWords() {
    reader.open("view", "compare", "brand", IMAGE, "against", FORMULA);
    assertThat(reader.find("#heat thead")).containsText(IMAGE);
    reader.find("#heat tr[data-code=delivery] a.n").first().click();
    reader.drawn("voices");
    assertThat(reader.find("#voices > li .verbatim").first()).containsText(BEGINNING);
    assertThat(reader.find("#voices > li .verbatim").first()).containsText(SCRIPT + IMAGE);
    reader.find("#voices > li .open-feedback").first().click();
    assertThat(reader.find("dialog .verbatim")).containsText(SCRIPT + IMAGE);
    assertThat(reader.find("dialog .meta")).containsText(SCRIPT);
    reader.page().keyboard().press("Escape");
    reader.find("#voices > li .correct").first().click();
    assertThat(reader.find("dialog.correction")).isVisible();
  }

  @Test
  void whatIsInTheAddressIsTextToo() {
    reader.open("view", "voices", "of", IMAGE, "q", SCRIPT, "scope", "indicator", "code", IMAGE);
    assertThat(reader.find("#q")).hasValue(SCRIPT);
  }

  @Test
  void filesHoldTextAndNoFormula() throws IOException {
    reader.open("view", "voices", "of", FORMULA);
    String csv = new String(reader.download("#export-csv"), StandardCharsets.UTF_8);
    assertThat(csv).contains("'" + FORMULA).contains(SCRIPT).doesNotContain("," + FORMULA);
    assertThat(csv.lines()).noneMatch(line -> line.startsWith("="));
    try (XSSFWorkbook book =
        new XSSFWorkbook(new ByteArrayInputStream(reader.download("#export-xlsx")))) {
      int formulas = 0;
      for (Row row : book.getSheetAt(0)) {
        for (Cell cell : row) {
          assertThat(cell.getCellType()).isNotEqualTo(CellType.FORMULA);
          if (cell.getCellType() == CellType.STRING
              && cell.getStringCellValue().startsWith(FORMULA)) {
            assertThat(cell.getCellStyle().getQuotePrefixed()).isTrue();
            formulas++;
          }
        }
      }
      assertThat(formulas).as("cells that begin like a formula").isGreaterThan(24);
    }
  }
}
