package org.vocstream.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.vocstream.report.Cell;
import org.vocstream.report.ReportLanguage;

/**
 * The sample's report, opened again in each format, has the numbers of the command that it names
 * itself.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(ScoredSample.Given.class)
class ReportFormatsIT {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Map<ReportLanguage, List<Path>> files = new EnumMap<>(ReportLanguage.class);
  private final Map<ReportLanguage, List<List<Cell>>> expected =
      new EnumMap<>(ReportLanguage.class);

  @BeforeAll
  void report(ScoredSample sample, @TempDir Path folder) throws IOException {
    for (ReportLanguage language : ReportLanguage.values()) {
      files.put(language, sample.report(language.code(), folder));
      assertThat(files.get(language)).hasSize(4);
      try (XWPFDocument word = word(language)) {
        String command =
            rows(word).stream()
                .flatMap(List::stream)
                .filter(cell -> cell.startsWith("scripts/voc compare "))
                .findFirst()
                .orElseThrow();
        expected.put(
            language, new ExpectedRows(JSON.readTree(sample.answer(command)), language).all());
      }
      assertThat(expected.get(language))
          .hasSizeGreaterThan(60)
          .anyMatch(row -> row.get(1) instanceof Cell.Interval)
          .anyMatch(row -> row.get(1) instanceof Cell.Missing);
    }
  }

  @ParameterizedTest
  @EnumSource
  void theWorkbookHasThemAsNumbers(ReportLanguage language) throws IOException {
    List<List<Object>> rows = new ArrayList<>();
    try (XSSFWorkbook book = new XSSFWorkbook(Files.newInputStream(file(language, "xlsx")))) {
      for (var sheet : book) {
        for (var row : sheet) {
          rows.add(
              StreamSupport.stream(row.spliterator(), false)
                  .<Object>map(
                      cell ->
                          cell.getCellType() == CellType.NUMERIC
                              ? millionths(cell.getNumericCellValue())
                              : pure(cell.getStringCellValue()))
                  .toList());
        }
      }
    }
    assertAllIn(new HashSet<>(rows), expected.get(language).stream().map(ReportFormatsIT::numbers));
  }

  @ParameterizedTest
  @EnumSource
  void wordHasThem(ReportLanguage language) throws IOException {
    try (XWPFDocument word = word(language)) {
      assertSaid(rows(word), language);
    }
  }

  @ParameterizedTest
  @EnumSource
  void thePdfHasThemWithItsBookmarksAndPages(ReportLanguage language) throws IOException {
    try (PDDocument pdf = Loader.loadPDF(file(language, "pdf").toFile());
        XWPFDocument word = word(language)) {
      assertSaid(TaggedPdf.rows(pdf), language);
      List<String> titles = new ArrayList<>();
      PDFRenderer renderer = new PDFRenderer(pdf);
      for (PDOutlineItem item : pdf.getDocumentCatalog().getDocumentOutline().children()) {
        titles.add(item.getTitle());
        int page = pdf.getPages().indexOf(item.findDestinationPage(pdf));
        assertThat(ink(renderer.renderImageWithDPI(page, 30)))
            .as(item.getTitle())
            .isBetween(0.01, 0.5);
      }
      assertThat(titles)
          .isEqualTo(
              word.getParagraphs().stream()
                  .filter(paragraph -> "Heading1".equals(paragraph.getStyle()))
                  .map(paragraph -> paragraph.getText().replaceFirst("^\\d+\t", ""))
                  .toList());
    }
  }

  @ParameterizedTest
  @EnumSource
  void theBrowserShowsThemToEverybody(ReportLanguage language) {
    Path page = file(language, "html");
    try (Chromium chromium = Chromium.start()) {
      for (int width : List.of(1280, 390)) {
        try (Reader reader = chromium.reader(page.toUri(), width, Locale.CHINA)) {
          reader.page().navigate(page.toUri().toASCIIString());
          assertSaid(browserRows(reader), language);
          assertThat(reader.find("figure svg text").count()).isGreaterThan(50);
          assertThat(reader.mustScrollSideways()).as("scrolls sideways at " + width).isFalse();
          assertThat(scrolling(reader)).isSubsetOf("div.table", "figure.");
          assertThat(reader.troubles()).isEmpty();
          assertThat(reader.barriers()).isEmpty();
        }
      }
    }
  }

  @SuppressWarnings("unchecked")
  private static List<List<String>> browserRows(Reader reader) {
    return (List<List<String>>)
        reader
            .page()
            .evaluate(
                "() => [...document.querySelectorAll('tr')].map(row => [...row.cells].map(cell => cell.innerText))");
  }

  /** What is wider within than without, as element and class. */
  private static List<String> scrolling(Reader reader) {
    Object found =
        reader
            .page()
            .evaluate(
                "() => [...document.querySelectorAll('body *')].filter(e => e instanceof HTMLElement"
                    + " && e.scrollWidth > e.clientWidth + 1 && e.clientWidth > 0"
                    + " && getComputedStyle(e).overflowX !== 'visible')"
                    + ".map(e => e.localName + '.' + e.className)");
    return ((List<?>) found).stream().map(String::valueOf).toList();
  }

  /** The share of an image that is neither white nor nearly so. */
  private static double ink(BufferedImage image) {
    long dark = 0;
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        dark += (image.getRGB(x, y) >> 8 & 255) < 200 ? 1 : 0;
      }
    }
    return (double) dark / image.getWidth() / image.getHeight();
  }

  private void assertSaid(List<List<String>> rows, ReportLanguage language) {
    Set<List<Object>> said = new HashSet<>();
    rows.forEach(row -> said.add(row.stream().<Object>map(ReportFormatsIT::pure).toList()));
    assertAllIn(said, expected.get(language).stream().map(ReportFormatsIT::written));
  }

  /** Each row is one of these, or the beginning of one. */
  private static void assertAllIn(Set<List<Object>> rows, Stream<List<Object>> wanted) {
    Set<List<Object>> begun = new HashSet<>(rows);
    rows.stream().filter(row -> row.size() > 4).forEach(row -> begun.add(row.subList(0, 4)));
    rows.stream().filter(row -> row.size() > 6).forEach(row -> begun.add(row.subList(0, 6)));
    assertThat(wanted.filter(row -> !begun.contains(row))).isEmpty();
  }

  /** A row as people read it. */
  private static List<Object> written(List<Cell> row) {
    return row.stream()
        .<Object>map(
            cell -> {
              if (cell instanceof Cell.Interval interval) {
                return pure(interval.unit().of(interval.value(), interval.low(), interval.high()));
              }
              return cell instanceof Cell.Amount amount
                  ? pure(amount.unit().of(amount.value()))
                  : words(cell);
            })
        .toList();
  }

  /** A row as a workbook has it. */
  private static List<Object> numbers(List<Cell> row) {
    return row.stream()
        .flatMap(
            cell -> {
              if (cell instanceof Cell.Interval interval) {
                return Stream.<Object>of(
                    millionths(interval.value()),
                    millionths(interval.low()),
                    millionths(interval.high()));
              }
              return Stream.<Object>of(
                  cell instanceof Cell.Amount amount ? millionths(amount.value()) : words(cell));
            })
        .toList();
  }

  private static String words(Cell cell) {
    return pure(cell instanceof Cell.Text text ? text.text() : ((Cell.Missing) cell).why());
  }

  /** A number as exact as the command prints it. */
  private static Long millionths(double number) {
    return Math.round(number * 1e6);
  }

  /** Without spaces, line breaks and marks, which differ between formats. */
  private static String pure(String text) {
    return text.replaceAll("[\\s\\u00a0▲▼]+", "");
  }

  private Path file(ReportLanguage language, String format) {
    return files.get(language).stream()
        .filter(file -> file.toString().endsWith(language.code() + "." + format))
        .findFirst()
        .orElseThrow();
  }

  private XWPFDocument word(ReportLanguage language) throws IOException {
    return new XWPFDocument(Files.newInputStream(file(language, "docx")));
  }

  private static List<List<String>> rows(XWPFDocument word) {
    return word.getTables().stream()
        .flatMap(table -> table.getRows().stream())
        .map(row -> row.getTableCells().stream().map(XWPFTableCell::getText).toList())
        .toList();
  }
}
