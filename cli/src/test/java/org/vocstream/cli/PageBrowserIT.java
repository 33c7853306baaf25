package org.vocstream.cli;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vocstream.elasticsearch.Corrections;
import org.vocstream.elasticsearch.IndexScan;

/** The page over the sample feed, as readers have it in their browser. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PageBrowserIT {
  private static final String[] SAMPLE = {
    "brand", "沐禾", "against", "绮澜", "against", "澄野", "period", "2026-W40..2026-W43"
  };
  private static final List<String> VIEWS =
      List.of("compare", "trend", "journey", "priorities", "headtohead", "voices", "alerts");

  private static final List<String> CHARTS = List.of("trend", "journey", "priorities");

  private Chromium chromium;
  private ServedPage page;
  private Reader reader;

  /** How a view is looked at. */
  private record Look(String view, int width, String language, String theme) {
    static Stream<Look> all() {
      return VIEWS.stream()
          .flatMap(
              view ->
                  Stream.of(
                      new Look(view, 1280, "zh", "light"),
                      new Look(view, 1280, "en", "dark"),
                      new Look(view, 390, "zh", "dark"),
                      new Look(view, 390, "en", "light")));
    }
  }

  @BeforeAll
  void serveTheSample(@TempDir Path folder) throws Exception {
    chromium = Chromium.start();
    page = ServedPage.over(ServedPage.SAMPLE, folder);
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
    reader = chromium.reader(page.uri(), 1280, Locale.CHINA);
  }

  @AfterEach
  void closeIt() {
    reader.close();
  }

  static Stream<Look> looks() {
    return Look.all();
  }

  static Stream<Look> looksAtCharts() {
    return Look.all().filter(look -> CHARTS.contains(look.view()));
  }

  @ParameterizedTest
  @MethodSource("looks")
  void everyViewShowsItsDataToEverybody(Look look) {
    try (Reader other = chromium.reader(page.uri(), look.width(), Locale.CHINA)) {
      other.open("ui", look.language());
      other.page().evaluate("theme => localStorage.setItem('voc.theme', theme)", look.theme());
      other.open(of(look.view(), "ui", look.language()));
      assertThat(other.find("html")).hasAttribute("data-theme", look.theme());
      assertThat(other.find("#tab-" + look.view())).hasAttribute("aria-selected", "true");
      assertThat(dataOf(other, look.view())).isTrue();
      assertThat(other.mustScrollSideways()).as("scrolls sideways").isFalse();
      assertThat(other.barriers()).isEmpty();
      assertThat(other.troubles()).isEmpty();
    }
  }

  /** Whether the view shows what it is there for. */
  private static boolean dataOf(Reader other, String view) {
    return switch (view) {
      case "compare" -> other.find("#heat tr[data-code] a.n").count() > 30;
      case "trend" -> drawn(other, "#trend-chart") && other.find("#wave tbody tr").count() == 3;
      case "journey" -> drawn(other, "#journey-chart");
      case "priorities" -> drawn(other, "#priorities-chart");
      case "headtohead" ->
          other.find(".matrix tbody tr").count() > 10 && other.find(".said tbody tr").count() == 3;
      case "voices" -> other.find("#voices > li mark").count() >= 50;
      default -> other.find("#alerts q").count() > 0;
    };
  }

  /**
   * Whether there is more on the canvas than its background: lines, letters and brands in colours.
   */
  private static boolean drawn(Reader other, String chart) {
    return (boolean)
        other
            .find(chart + " canvas")
            .first()
            .evaluate(
                "canvas => { const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);"
                    + " const seen = new Set(); for (let at = 0; at < data.length; at += 4) {"
                    + " seen.add(data[at] << 16 | data[at + 1] << 8 | data[at + 2]); } return seen.size > 50; }");
  }

  @ParameterizedTest
  @MethodSource("looksAtCharts")
  void chartsHaveTheirNumbersAsATable(Look look) {
    try (Reader other = chromium.reader(page.uri(), look.width(), Locale.CHINA)) {
      other.open(of(look.view(), "ui", look.language(), "table", "true"));
      assertThat(other.find("figure tbody td a.n").count()).isGreaterThan(8);
      assertThat(other.mustScrollSideways()).as("scrolls sideways").isFalse();
      assertThat(other.barriers()).isEmpty();
      assertThat(other.troubles()).isEmpty();
    }
  }

  @Test
  void everyNumberOpensToAsManyVoices() {
    reader.open(of("compare"));
    for (String row : List.of("delivery", "packaging")) {
      for (String brand : List.of("绮澜", "澄野")) {
        Locator number =
            reader.find("#heat tr[data-code=" + row + "] a.n[data-brand='" + brand + "']");
        String n = number.getAttribute("data-n");
        number.click();
        reader.drawn("voices");
        assertThat(reader.find("#voices-n")).hasAttribute("data-n", n);
        while (reader.find("#more").isVisible()) {
          int before = reader.find("#voices > li").count();
          reader.find("#more").click();
          assertThat(reader.find("#voices > li").nth(before)).isVisible();
        }
        assertThat(reader.find("#voices > li")).hasCount(Integer.parseInt(n));
        reader.page().goBack();
        reader.drawn("compare");
      }
    }
    assertThat(reader.troubles()).isEmpty();
  }

  @Test
  void aWinOpensToTheFeedbackThatSaysSo() {
    reader.open(of("headtohead"));
    Locator win = reader.find(".said a.n").first();
    String n = win.getAttribute("data-n");
    win.click();
    reader.drawn("voices");
    assertThat(reader.find("#voices-n")).hasAttribute("data-n", n);
    assertThat(reader.find("#voices > li mark").first()).isVisible();
    assertThat(reader.barriers()).isEmpty();
    assertThat(reader.troubles()).isEmpty();
  }

  @Test
  void aGapThatWouldBeToldAloneButNotAmongManySaysSo() {
    reader.open(of("compare"));
    Locator gap = reader.find("#heat tr[data-code=delivery] td.gap").first();
    assertThat(gap.locator(".verdict")).hasText("＝无显著差异");
    assertThat(gap.locator(".alone")).isVisible();
    assertThat(reader.find("#heat tr[data-code=price] .alone")).hasCount(0);
  }

  @Test
  void aRowOpensToAllItsFiguresAndTheyOpenToo() {
    reader.open(of("compare"));
    reader.find("#heat tr[data-code=delivery] th button").click();
    Locator negative = reader.find("dialog a.n[data-brand='绮澜'][href*='polarity=-1']");
    String n = negative.getAttribute("data-n");
    assertThat(reader.barriers()).isEmpty();
    negative.click();
    reader.drawn("voices");
    assertThat(reader.find("dialog")).hasCount(0);
    assertThat(reader.find("#voices-n")).hasAttribute("data-n", n);
    assertThat(reader.find("#voices > li .mood.bad").first()).isVisible();
    assertThat(reader.troubles()).isEmpty();
  }

  @Test
  void languageAndThemeAreKept() {
    reader.open(of("compare"));
    assertThat(reader.find("html")).hasAttribute("lang", "zh-CN");
    reader.find("#ui").click();
    assertThat(reader.find("#tab-compare")).hasText("Compare");
    reader.find("#theme").click();
    reader.find("#theme").click();
    assertThat(reader.find("html")).hasAttribute("data-theme", "dark");
    reader.open();
    assertThat(reader.find("html")).hasAttribute("lang", "en");
    assertThat(reader.find("#tab-compare")).hasText("Compare");
    assertThat(reader.find("html")).hasAttribute("data-theme", "dark");
    assertThat(reader.troubles()).isEmpty();
  }

  @Test
  void anAddressShowsTheSameToSomebodyElseAndBackLeadsBack() {
    reader.open(of("compare"));
    reader.find("#rival").selectOption("澄野");
    reader.waitForAddress("rival=");
    reader.drawn().find("#suspects").selectOption("without");
    reader.waitForAddress("suspects=without");
    reader.drawn().find("#tab-priorities").click();
    reader.drawn("priorities").find("#priorities-chart-table").click();
    reader.waitForAddress("table=true");
    String words = reader.drawn().find("#content").innerText();
    assertThat(words).contains("澄野");
    try (Reader other = chromium.reader(page.uri(), 1280, Locale.CHINA)) {
      other.page().navigate(reader.page().url());
      assertThat(other.drawn().find("#content").innerText()).isEqualTo(words);
      assertThat(other.troubles()).isEmpty();
    }
    reader.page().goBack();
    reader.page().goBack();
    reader.drawn("compare");
    assertThat(reader.find("#suspects")).hasValue("without");
    assertThat(reader.find("#heat")).isVisible();
    reader.page().goBack();
    assertThat(reader.find("#suspects")).hasValue("");
    assertThat(reader.drawn().find("#rival")).hasValue("澄野");
    assertThat(reader.troubles()).isEmpty();
  }

  @Test
  void theKeyboardIsEnough() {
    reader.open(of("compare"));
    reader.find("#tab-compare").focus();
    press("ArrowRight");
    assertThat(reader.find("#tab-trend")).isFocused();
    press("End");
    assertThat(reader.find("#tab-alerts")).isFocused();
    press("ArrowLeft");
    press("Enter");
    reader.drawn("voices");
    Locator correct = reader.find("#voices > li .correct").first();
    correct.focus();
    press("Enter");
    assertThat(reader.find("dialog.correction")).isVisible();
    for (int i = 0; i < 12; i++) {
      press("Tab");
      assertThat(
              reader
                  .page()
                  .evaluate(
                      "() => document.activeElement === document.body || document.activeElement.closest('dialog') !== null"))
          .as("the focus stays in the dialog")
          .isEqualTo(true);
    }
    press("Escape");
    assertThat(reader.find("dialog")).hasCount(0);
    assertThat(correct).isFocused();
    assertThat(reader.troubles()).isEmpty();
  }

  private void press(String key) {
    reader.page().keyboard().press(key);
  }

  @Test
  void aCallOpensWithItsTurnsAndItsCurve() {
    reader.open(of("voices", "of", "绮澜", "channel", "call"));
    reader.find("#voices > li .open-feedback").first().click();
    assertThat(reader.find("dialog.whole .turns > li.customer").first()).isVisible();
    assertThat(reader.find("dialog.whole .turns mark").first()).isVisible();
    assertThat(reader.find("#call-chart")).hasAttribute("data-drawn", "true");
    assertThat(drawn(reader, "#call-chart")).isTrue();
    assertThat(reader.barriers()).isEmpty();
    press("Escape");
    assertThat(reader.find("dialog")).hasCount(0);
    assertThat(reader.troubles()).isEmpty();
  }

  @Test
  void aCorrectionArrivesAndTheScoreStays() throws IOException {
    reader.open(of("voices", "of", "澄野", "scope", "group", "code", "packaging"));
    Locator voice = reader.find("#voices > li").first();
    String mention = voice.getAttribute("data-id");
    voice.locator(".correct").click();
    assertThat(reader.find("dialog.correction")).isVisible();
    assertThat(reader.barriers()).isEmpty();
    reader.find("#kind-not_a_mention").check();
    reader.find("#correction-by").fill("陈析");
    reader.find("#correction-note").fill("说的是快递袋");
    reader.find("dialog.correction button[type=submit]").click();
    assertThat(reader.find("dialog.correction .notice.done")).isVisible();
    reader.find("dialog.correction .buttons button").click();
    assertThat(reader.find("#voices > li").first()).hasAttribute("data-id", mention);
    List<JsonNode> kept = new ArrayList<>();
    try (IndexScan scan =
        new Corrections(page.stack().connection().client(), Clock.systemUTC()).all()) {
      scan.forEachRemaining(hit -> kept.add(hit.source()));
    }
    assertThat(kept)
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.path("mention").asText()).isEqualTo(mention);
              assertThat(one.path("kind").asText()).isEqualTo("not_a_mention");
              assertThat(one.path("by").asText()).isEqualTo("陈析");
              assertThat(one.path("note").asText()).isEqualTo("说的是快递袋");
            });
    assertThat(reader.troubles()).isEmpty();
  }

  @Test
  void whatIsShownIsExported() throws IOException {
    reader.open(of("voices", "of", "绮澜", "scope", "group", "code", "delivery", "polarity", "-1"));
    int n = Integer.parseInt(reader.find("#voices-n").getAttribute("data-n"));
    String first = reader.find("#voices > li").first().getAttribute("data-id");
    List<CSVRecord> rows = csv(reader.download("#export-csv"));
    assertThat(rows).hasSize(n);
    assertThat(rows.get(0).get("id")).isEqualTo(first);
    assertThat(rows).extracting(row -> row.get("polarity")).containsOnly("-1");
    try (XSSFWorkbook book =
        new XSSFWorkbook(new ByteArrayInputStream(reader.download("#export-xlsx")))) {
      Sheet sheet = book.getSheetAt(0);
      assertThat(sheet.getLastRowNum()).isEqualTo(n);
      assertThat(sheet.getRow(1).getCell(1).getStringCellValue()).isEqualTo("绮澜");
    }
    reader.open(of("compare"));
    String shown =
        reader.find("#heat tr[data-code=delivery] a.n[data-brand='绮澜']").getAttribute("data-n");
    assertThat(csv(reader.download("#export-csv")))
        .filteredOn(row -> row.get("code").equals("delivery") && row.get("brand").equals("绮澜"))
        .singleElement()
        .satisfies(row -> assertThat(row.get("n")).isEqualTo(shown));
    assertThat(reader.troubles()).isEmpty();
  }

  private static List<CSVRecord> csv(byte[] file) throws IOException {
    String text = new String(file, StandardCharsets.UTF_8);
    assertThat(text).startsWith("\uFEFF");
    return CSVFormat.RFC4180
        .builder()
        .setHeader()
        .setSkipHeaderRecord(true)
        .build()
        .parse(new StringReader(text.substring(1)))
        .getRecords();
  }

  @Test
  void anAlertIsSeenTo() {
    reader.open(of("alerts"));
    Locator alert = reader.find("#alerts > li").first();
    String id = alert.getAttribute("data-id");
    alert.locator("button[data-state=acknowledged]").click();
    assertThat(reader.barriers()).isEmpty();
    reader.find("#alert-by").fill("陈析");
    reader.find("#alert-note").fill("已问仓库");
    reader.find("dialog.alert-state button[type=submit]").click();
    assertThat(reader.find("dialog")).hasCount(0);
    assertThat(alert.locator(".tag.state-acknowledged")).isVisible();
    try (Reader other = chromium.reader(page.uri(), 1280, Locale.CHINA)) {
      other.open(of("alerts"));
      assertThat(other.find("#alerts > li[data-id='" + id + "']")).containsText("已问仓库");
    }
    assertThat(reader.troubles()).isEmpty();
  }

  @Test
  void whatIsWrongInAnAddressIsSaidWithTheWayOn() {
    reader.open("view", "compare", "brand", "沐和", "against", "绮澜");
    assertThat(reader.find("#content .notice.error")).containsText("沐禾");
    reader.find("#content .notice a").click();
    assertThat(reader.find("#heat")).isVisible();
    reader.open("brand", "沐禾", "against", "绮澜", "period", "2025-W01");
    assertThat(reader.find("#content .notice")).isVisible();
    reader.find("#content .notice a").click();
    assertThat(reader.find("#heat")).isVisible();
    assertThat(reader.troubles()).allMatch(trouble -> trouble.contains("40"));
  }

  @Test
  void whatKeepsPeopleOutWouldBeFound() {
    reader.open(of("compare"));
    reader
        .page()
        .evaluate(
            "() => { const field = document.createElement('input');"
                + " document.querySelector('#content').append(field); }");
    assertThat(reader.barriers()).singleElement().asString().startsWith("label: <input>");
  }

  /** Pictures of the README: run with {@code -Dscreenshots.update=true}, and look at them. */
  @Test
  @EnabledIfSystemProperty(named = "screenshots.update", matches = "true")
  void takesThePicturesOfTheReadme() throws IOException {
    Path folder = Files.createDirectories(VocProcess.HOME.resolve("docs/images"));
    try (Reader phone = chromium.reader(page.uri(), 390, Locale.CHINA)) {
      picture(reader.open(of("compare")), folder.resolve("page-compare.png"));
      picture(
          reader.open(of("voices", "of", "沐禾", "scope", "group", "code", "packaging")),
          folder.resolve("page-voices.png"));
      picture(phone.open(of("journey")), folder.resolve("page-phone.png"));
    }
  }

  private static void picture(Reader reader, Path file) throws IOException {
    reader.page().screenshot(new Page.ScreenshotOptions().setPath(file));
    assertThat(Files.size(file)).as("%s, which the repository holds", file).isLessThan(250_000);
  }

  /** Sample, view and what else is asked for. */
  private static String[] of(String view, String... more) {
    return Stream.of(Stream.of("view", view), Stream.of(SAMPLE), Stream.of(more))
        .flatMap(parts -> parts)
        .toArray(String[]::new);
  }
}
