package org.vocstream.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.vocstream.report.Block;
import org.vocstream.report.Cell;
import org.vocstream.report.Quotation;
import org.vocstream.report.Report;
import org.vocstream.report.ReportFormat;
import org.vocstream.report.ReportLanguage;
import org.vocstream.report.Statement;
import org.vocstream.report.Table;
import org.vocstream.report.contents.CompetitorReport;
import org.vocstream.report.contents.ReportQuestion;
import org.vocstream.report.format.ReportFiles;
import org.vocstream.scoring.ModelFolder;

/** Reports on the sample feed say what is planted in it, by the numbers of the other commands. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(ScoredSample.Given.class)
class ReportIT {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String FORMULA = "=cmd|'/c calc'!A1";

  private ScoredSample sample;
  private JsonNode truths;

  @BeforeAll
  void readWhatIsPlanted(ScoredSample given) throws IOException {
    sample = given;
    truths =
        JSON.readTree(Files.readAllBytes(VocProcess.HOME.resolve("sample").resolve("truths.json")));
  }

  private Report report(ReportQuestion question) throws IOException {
    return new CompetitorReport(sample.client(), ModelFolder.bundled(), ScoredSample.CLOCK, "0.1.0")
        .of(question);
  }

  private static ReportQuestion question(
      String brand, List<String> against, String period, String... indicators) {
    return new ReportQuestion(
        brand, against, period, null, ReportLanguage.ZH, null, List.of(indicators), Map.of());
  }

  private static ReportQuestion sample() {
    ReportOptions options = new ReportOptions();
    options.sample = true;
    return options.question();
  }

  @Test
  void thePlantedCrisisIsAFindingAndNothingElseIs() throws IOException {
    Report report = report(sample());
    assertThat(findings(report))
        .anyMatch(s -> s.startsWith("澄野的「包装」显著下降：-"))
        .anyMatch(s -> s.startsWith("澄野的满意度指数显著下降：-"))
        .anyMatch(s -> s.startsWith("澄野「包装」") && s.contains("2026-10-13..2026-10-14"))
        .allMatch(s -> s.startsWith("澄野"));
    assertThat(quotations(report))
        .anyMatch(q -> q.about().equals("澄野 · 包装"))
        .extracting(Quotation::mention)
        .doesNotHaveDuplicates();
  }

  /**
   * As docs/comparison.md advises, each planted difference is asked for by itself. What the models
   * draw together too much may be undecided; nothing is told the wrong way round, and of equals
   * nothing is told.
   */
  @Test
  void whatIsClaimedIsWhatWasPlanted() throws IOException {
    List<String> told = new ArrayList<>();
    for (JsonNode claim : truths.path("claims")) {
      String planted = claim.path("verdict").asText();
      if (planted.equals("crisis")) {
        continue;
      }
      List<String> against = new ArrayList<>();
      claim.path("against").forEach(other -> against.add(other.asText()));
      String label = claim.path("label").asText();
      Report report =
          report(question(claim.path("brand").asText(), against, "2026-W40..2026-W43", label));
      List<String> said = findings(report).stream().filter(s -> s.startsWith("「" + label)).toList();
      switch (planted) {
        case "behind" -> assertThat(said).noneMatch(s -> s.contains("领先"));
        case "ahead" -> assertThat(said).noneMatch(s -> s.contains("落后"));
        default -> assertThat(said).isEmpty();
      }
      if (!said.isEmpty()) {
        told.add(claim.path("name").asText());
      }
    }
    assertThat(told).contains("delivery-of-qilan-behind");
  }

  @Test
  void itsNumbersAreThoseOfTheCommandThatItNames() throws IOException {
    for (ReportQuestion question :
        List.of(sample(), question("绮澜", List.of("沐禾", "澄野"), "2026-W40..2026-W43", "物流"))) {
      Report report = report(question);
      JsonNode json = JSON.readTree(sample.answer(report.queries().get(0).command()));
      assertThat(json.path("verdicts").path("judged").asInt()).isPositive();
      int compared = 0;
      for (String section : List.of("overall", "touchpoints", "indicators")) {
        for (JsonNode row : json.path(section)) {
          compared += compareScores(report.data().get(0), row);
          compared += compareGaps(report.data().get(1), row);
        }
      }
      assertThat(compared).isGreaterThan(100);
    }
  }

  private static int compareScores(Table table, JsonNode row) {
    int compared = 0;
    for (Map.Entry<String, JsonNode> brand : row.path("brands").properties()) {
      List<Cell> cells = line(table, row, brand.getKey());
      JsonNode score = brand.getValue();
      compared += same(cells.get(4), score.path("n"));
      compared += same(cells.get(6), score.path("positive"));
      compared += same(cells.get(8), score.path("negative"));
      compared += same(cells.get(9), score, "index");
      compared += same(cells.get(10), score.path("on_mix"), "value");
    }
    return compared;
  }

  private static int compareGaps(Table table, JsonNode row) {
    int compared = 0;
    for (Map.Entry<String, JsonNode> other : row.path("gaps").properties()) {
      List<Cell> cells =
          table.rows().stream()
              .filter(c -> text(c, 0).equals(row.path("scope").asText()))
              .filter(c -> text(c, 1).equals(row.path("code").asText()))
              .filter(c -> text(c, 4).equals(other.getKey()))
              .findFirst()
              .orElseThrow();
      JsonNode gap = other.getValue();
      compared += same(cells.get(5), gap, "value");
      compared += same(cells.get(6), gap.path("p"));
      compared += same(cells.get(7), gap.path("adjusted_p"));
      compared += same(cells.get(9), gap.path("raw"), "value");
      assertThat(text(cells, 10)).isEqualTo(gap.path("label").path("zh").asText());
    }
    return compared;
  }

  private static List<Cell> line(Table table, JsonNode row, String brand) {
    return table.rows().stream()
        .filter(c -> text(c, 0).equals(row.path("scope").asText()))
        .filter(c -> text(c, 1).equals(row.path("code").asText()))
        .filter(c -> text(c, 3).equals(brand))
        .findFirst()
        .orElseThrow();
  }

  private static String text(List<Cell> cells, int at) {
    return ((Cell.Text) cells.get(at)).text();
  }

  /** The value with its interval, or neither here nor there. */
  private static int same(Cell cell, JsonNode of, String value) {
    if (cell instanceof Cell.Interval interval) {
      return same(interval.value(), of.path(value))
          + same(interval.low(), of.path("low"))
          + same(interval.high(), of.path("high"));
    }
    assertThat(of.has(value)).isFalse();
    return 0;
  }

  private static int same(Cell cell, JsonNode number) {
    if (cell instanceof Cell.Amount amount) {
      return same(amount.value(), number);
    }
    assertThat(number.isMissingNode()).isTrue();
    return 0;
  }

  private static int same(double value, JsonNode number) {
    assertThat(number.isNumber()).isTrue();
    assertThat(0 + Math.round(value * 1e6) / 1e6).isEqualTo(number.asDouble());
    return 1;
  }

  @Test
  void everyCommandThatItNamesAnswers() throws IOException {
    for (Report.ReportQuery query : report(sample()).queries()) {
      if (!query.command().isEmpty()) {
        assertThat(sample.answer(query.command())).as(query.command()).startsWith("{");
      }
    }
  }

  @Test
  void theSameIndexAndMomentGiveTheSameBytes(@TempDir Path folder) throws IOException {
    for (String language : List.of("zh", "en")) {
      List<Map<String, byte[]>> made = new ArrayList<>();
      for (String name : List.of("one", "two")) {
        Map<String, byte[]> files = new TreeMap<>();
        for (Path file : sample.report(language, folder.resolve(name))) {
          assertThat(file.getFileName().toString())
              .startsWith("voc-report_沐禾_2026-10-12_2026-10-25_" + language + ".");
          files.put(file.getFileName().toString(), Files.readAllBytes(file));
        }
        made.add(files);
      }
      assertThat(made.get(0)).hasSize(ReportFormat.values().length);
      made.get(0)
          .forEach((name, bytes) -> assertThat(made.get(1).get(name)).as(name).isEqualTo(bytes));
    }
  }

  /**
   * Answers to a questionnaire, here of the very days that the report is about, stand beside the
   * texts and change no number of theirs.
   */
  @Test
  void answersToAQuestionnaireStandBesideTheTexts(@TempDir Path folder) throws Exception {
    Report before = report(sample());
    assertThat(before.chapters()).extracting(Report.Chapter::code).doesNotContain("surveys");
    Path exported = folder.resolve("answers.jsonl");
    ScoredSample.Answer imported =
        ScoredSample.command(
            "import-surveys",
            VocProcess.HOME.resolve("sample/survey/answers.csv").toString(),
            "--questionnaire",
            VocProcess.HOME.resolve("sample/survey/questionnaire.yaml").toString(),
            "--out",
            exported.toString());
    assertThat(imported.exit()).as(imported.err()).isZero();
    List<String> answers = new ArrayList<>();
    for (String line : Files.readAllLines(exported)) {
      ObjectNode sheet = (ObjectNode) JSON.readTree(line);
      sheet.remove("text");
      String day = sheet.path("wave").asText().equals("2026Q2") ? "13" : "14";
      answers.add(sheet.put("published_at", "2026-10-" + day + "T10:00:00+08:00").toString());
    }
    sample.add(Files.write(folder.resolve("answers-alone.jsonl"), answers));

    Report after = report(sample());
    assertThat(after.chapters())
        .extracting(Report.Chapter::code)
        .containsSubsequence("gaps", "surveys", "sample");
    assertThat(after.data()).isEqualTo(before.data());
    for (String chapter : List.of("findings", "index", "gaps", "waves", "journey", "value")) {
      assertThat(chapter(after, chapter)).as(chapter).isEqualTo(chapter(before, chapter));
    }
    Table index =
        chapter(after, "surveys").blocks().stream()
            .filter(Table.class::isInstance)
            .map(Table.class::cast)
            .findFirst()
            .orElseThrow();
    JsonNode asked = JSON.readTree(sample.answer(survey(after).command()));
    int compared = 0;
    for (JsonNode row : asked.path("rows")) {
      List<Cell> cells = index.rows().get(compared++);
      for (int brand = 1; brand < index.columns().size(); brand++) {
        JsonNode told = row.path("brands").path(index.columns().get(brand)).path("index");
        assertThat(cells.get(brand)).isInstanceOf(Cell.Interval.class);
        Cell.Interval said = (Cell.Interval) cells.get(brand);
        assertThat(said.value()).isCloseTo(told.path("value").asDouble(), within(1e-4));
        assertThat(said.low()).isCloseTo(told.path("low").asDouble(), within(1e-4));
        assertThat(said.high()).isCloseTo(told.path("high").asDouble(), within(1e-4));
      }
    }
    assertThat(compared).isEqualTo(index.rows().size()).isGreaterThan(2);
  }

  private static Report.ReportQuery survey(Report report) {
    return report.queries().stream()
        .filter(query -> query.command().startsWith("scripts/voc surveys "))
        .findFirst()
        .orElseThrow();
  }

  private static Report.Chapter chapter(Report report, String code) {
    return report.chapters().stream()
        .filter(chapter -> chapter.code().equals(code))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void anEnglishReportIsEnglishButForNamesAndQuotes() throws IOException {
    ReportOptions options = new ReportOptions();
    options.sample = true;
    options.language = "en";
    Report report = report(options.question());
    List<String> words = new ArrayList<>();
    for (Report.Chapter chapter : report.chapters()) {
      words.add(chapter.title());
      for (Block block : chapter.blocks()) {
        if (block instanceof Statement statement) {
          words.add(statement.text());
        } else if (block instanceof Table table) {
          words.add(table.caption());
          words.addAll(table.columns());
        }
      }
    }
    assertThat(words)
        .hasSizeGreaterThan(100)
        .allMatch(
            text ->
                text.replaceAll("沐禾|绮澜|澄野", "")
                    .codePoints()
                    .noneMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN));
  }

  @Test
  void whatHarmsASpreadsheetIsTextInIt(@TempDir Path folder) throws Exception {
    List<String> lines = new ArrayList<>();
    for (String brand : List.of(FORMULA, "@乙")) {
      for (int i = 0; i < 24; i++) {
        lines.add(
            JSON.createObjectNode()
                .put("id", "f" + lines.size())
                .put("channel", "review")
                .put("brand", brand)
                .put("product", FORMULA)
                .put("author", "a" + i)
                .put("published_at", "2026-10-%02dT10:00:00+08:00".formatted(i + 1))
                .put("text", FORMULA + (i % 3 == 0 ? " 物流太慢了，等了%d天" : " 物流很快，%d天就到了").formatted(i))
                .toString());
      }
    }
    sample.add(Files.writeString(folder.resolve("feed.jsonl"), String.join("\n", lines) + "\n"));
    Report report = report(question(FORMULA, List.of("@乙"), "2026-10-01..2026-10-25"));
    assertThat(quotations(report)).isNotEmpty().allMatch(q -> q.text().startsWith(FORMULA));
    byte[] file = ReportFiles.render(report, "r", List.of(ReportFormat.XLSX)).get("r.xlsx");
    int harmful = 0;
    try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(file))) {
      for (var sheet : book) {
        for (var row : sheet) {
          for (var cell : row) {
            assertThat(cell.getCellType()).isNotEqualTo(CellType.FORMULA);
            if (cell.getCellType() == CellType.STRING
                && !cell.getStringCellValue().isEmpty()
                && "=+-@".indexOf(cell.getStringCellValue().charAt(0)) >= 0) {
              assertThat(cell.getCellStyle().getQuotePrefixed())
                  .as(cell.getStringCellValue())
                  .isTrue();
              harmful++;
            }
          }
        }
      }
    }
    assertThat(harmful).isGreaterThan(10);
  }

  @Test
  void whatCannotBeReportedOnSaysWhyAndWritesNothing(@TempDir Path folder) throws IOException {
    assertThat(refused(folder, "--brand", "绮兰", "--against", "沐禾", "--period", "2026-W43"))
        .contains("2: voc: --brand: nothing is known of the brand \"绮兰\"; did you mean \"绮澜\"?");
    assertThat(refused(folder, "--brand", "绮澜", "--against", "沐禾", "--period", "2025-W43"))
        .contains("1: voc: nothing is known of these brands in 2025-10-20..2025-10-26")
        .contains("their feedback is of 2026-");
    assertThat(
            refused(
                folder,
                "--brand",
                "绮澜",
                "--against",
                "沐禾",
                "--period",
                "2026-W43",
                "--segment",
                "product=没有"))
        .contains("1: voc: nothing is known of these brands in 2026-10-19..2026-10-25 with these");
    assertThat(refused(folder, "--brand", "绮澜", "--against", "沐禾", "--period", "9999-W01"))
        .contains("2: voc: --period: 9999-W01 begins on 9999-01-04, which is yet to come");
    assertThat(refused(folder, "--brand", "绮澜", "--against", "沐禾"))
        .contains("2: voc: --period: is empty");
    assertThat(
            refused(
                folder,
                "--brand",
                "绮澜",
                "--against",
                "沐禾",
                "--period",
                "2026-W43",
                "--formats",
                "xlxs"))
        .contains("2: voc: --formats: xlxs is no format of reports; ");
    Path file = Files.writeString(folder.resolve("file"), "");
    assertThat(
            refused(
                file.resolve("deep"), "--brand", "绮澜", "--against", "沐禾", "--period", "2026-W43"))
        .contains("1: voc: --out " + file.resolve("deep") + ": " + file + " is no folder");
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left).containsExactly(file);
    }
  }

  /** Exit code and message. */
  private String refused(Path out, String... options) {
    List<String> words = new ArrayList<>(List.of("report", "--out", out.toString()));
    words.addAll(List.of(options));
    ScoredSample.Answer answer = sample.run(Voc.commandLine(), words.toArray(new String[0]));
    List<String> lines = answer.err().lines().toList();
    return answer.exit() + ": " + lines.get(lines.size() - 1);
  }

  @Test
  void theOptionsOfTheSampleStandWhereNoneAreGiven() {
    ReportOptions options = new ReportOptions();
    options.sample = true;
    options.brand = "澄野";
    ReportQuestion question = options.question();
    assertThat(question.against()).containsExactly("绮澜", "沐禾");
    assertThat(question.check(LocalDate.parse("2026-11-02"))).hasToString("2026-10-12..2026-10-25");
    assertThatThrownBy(() -> new ReportOptions().question())
        .isInstanceOf(UserError.class)
        .hasMessageContaining("--brand: name the own brand");
  }

  private static List<String> findings(Report report) {
    return report.chapters().get(0).blocks().stream()
        .filter(b -> b instanceof Statement s && s.kind() == Statement.Kind.FINDING)
        .map(b -> ((Statement) b).text())
        .toList();
  }

  private static List<Quotation> quotations(Report report) {
    return report.chapters().stream()
        .flatMap(c -> c.blocks().stream())
        .filter(Quotation.class::isInstance)
        .map(Quotation.class::cast)
        .toList();
  }
}
