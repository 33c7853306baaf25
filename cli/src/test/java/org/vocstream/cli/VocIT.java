package org.vocstream.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vocstream.cli.VocProcess.Result;

/** The commands as a user runs them: processes, exit codes, output. */
class VocIT {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path work;
  private VocProcess voc;

  @BeforeEach
  void inAFreshWorkDirectory() {
    voc = new VocProcess(work);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "demo",
        "up",
        "down",
        "status",
        "run",
        "produce",
        "rescore",
        "score",
        "import-calls",
        "packs",
        "report",
        "train",
        "evaluate",
        "calibrate"
      })
  void everyCommandHasHelpWithAnExample(String command) throws Exception {
    Result help = command.isEmpty() ? voc.run("--help") : voc.run(command, "--help");
    assertThat(help.exitCode()).isZero();
    assertThat(help.out())
        .contains("Usage: voc")
        .containsPattern("Examples?:")
        .contains("scripts/voc");
    assertThat(help.err()).isEmpty();
  }

  @Test
  void wrongUsageIsExitCodeTwoAndSaysWhatIsWrong() throws Exception {
    assertUsage(voc.run("rum"), "Unmatched argument", "Did you mean: voc run");
    assertUsage(voc.run("run", "--pack", "cosmetics"), "--input");
    assertUsage(
        voc.run("run", "--pack", "cosmetics", "--input", "nowhere.jsonl"),
        "voc: --input nowhere.jsonl: no such file");
    assertUsage(
        voc.run(
            "run",
            "--pack",
            "cosmetics",
            "--input",
            Files.createDirectory(work.resolve("empty")).toString()),
        "no .jsonl");
    assertUsage(
        voc.run(
            "score",
            "--pack",
            "cosmetics",
            "--channel",
            "fax",
            "--input",
            write("a.jsonl", "{}\n")),
        "--channel fax is unknown; one of review, social, call, chat, survey");
    assertUsage(
        voc.run(
            "run",
            "--pack",
            "cosmetics",
            "--map",
            "text=comment",
            "--input",
            write("a.csv", "id,txt\n1,x\n")),
        "has no column \"comment\"; its columns are id, txt");
  }

  @Test
  void whatIsWrongWithOptionsIsSaidBeforeAnythingStarts() throws Exception {
    String input = write("a.jsonl", "{}\n");
    for (String[] wrong :
        new String[][] {
          {"--zone", "Mars"}, {"--date-format", "qqq{"}, {"--customers", "nobody.csv"}
        }) {
      Result run =
          voc.run("run", "--once", "--pack", "cosmetics", "--input", input, wrong[0], wrong[1]);
      assertUsage(run, wrong[0] + " " + wrong[1]);
      assertThat(run.err()).doesNotContain("Elasticsearch");
    }
    assertUsage(
        voc.run("evaluate", "--suite", "aspects", "--data", work.toString()),
        "holds none of the labelled sets");
    // The module that reads English never stands on the class path of these tests.
    assertUsage(
        voc.run("score", "--corenlp", "unsure", "--pack", "cosmetics", "--input", input),
        "Stanford CoreNLP is not built into this checkout; scripts/voc corenlp builds it");
    Result unreachable =
        voc.run(
            "run",
            "--once",
            "--pack",
            "cosmetics",
            "--input",
            input,
            "--elasticsearch",
            "http://127.0.0.1:1");
    assertThat(unreachable.exitCode()).isEqualTo(1);
    assertThat(unreachable.err())
        .contains("no Elasticsearch answers at http://127.0.0.1:1")
        .doesNotContain("\tat ");
  }

  private static void assertUsage(Result result, String... messages) {
    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err()).contains(messages).doesNotContain("\tat ");
  }

  @Test
  void aCompetitorIsKnownByItsAlias() throws Exception {
    String reviews = write("a.jsonl", "{\"id\":\"1\",\"brand\":\"Muhe\",\"text\":\"物流比小澜快多了\"}\n");
    String set = VocProcess.HOME.resolve("sample/competitors.yaml").toString();
    Result score =
        voc.run(
            "score",
            "--pack",
            "cosmetics",
            "--channel",
            "review",
            "--input",
            reviews,
            "--competitors",
            set);
    JsonNode comparison = JSON.readTree(score.out()).path("comparisons").path(0);
    assertThat(comparison.path("winner").asText()).isEqualTo("沐禾");
    assertThat(comparison.path("loser").asText()).isEqualTo("绮澜");

    Result broken =
        voc.run(
            "score",
            "--pack",
            "cosmetics",
            "--input",
            reviews,
            "--competitors",
            write("b.yaml", "id: b\nversion: 1.0.0\nown: 沐禾\nbrand: []\n"));
    assertThat(broken.exitCode()).isEqualTo(1);
    assertThat(broken.err())
        .contains("b.yaml:4:1: unknown key \"brand\" in a competitor set; did you mean")
        .doesNotContain("\tat ");
  }

  @Test
  void aBrokenPackIsRefusedWithFileAndLine() throws Exception {
    String pack =
        write(
            "mine.yaml",
            """
            pack: mine
            version: 1.0.0
            label: {zh: 我的, en: Mine}
            extends: commerce
            indicators:
              - code: delivery
                label: {zh: 物流, en: Delivery}
                touchpoint: delivery
                value: cost.time
              - code: fit
                label: {zh: 合身, en: Fit}
                touchpoint: use
                value: benefit.product
                cues:
                  - {terms: [合身], examples: ["很[合身]"], counter_examples: ["合适"]}
              - code: fit
                label: {zh: 合身, en: Fit}
                touchpoint: use
                value: benefit.product
            """);
    Result check = voc.run("packs", "check", pack);
    assertThat(check.exitCode()).isEqualTo(1);
    assertThat(check.err()).contains("mine.yaml:16:").contains("\"fit\"").doesNotContain("\tat ");
    Result run = voc.run("score", "--pack", pack, "--input", write("a.jsonl", "{}\n"));
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).contains("mine.yaml:16:");
  }

  @Test
  void thePacksOfTheReadmeAreThereAndInOrder() throws Exception {
    assertThat(voc.run("packs", "list").out()).contains("commerce@").contains("cosmetics@");
    assertThat(voc.run("packs", "show", "cosmetics").out())
        .contains("delivery.speed")
        .contains("新鲜度 / Freshness");
    assertThat(voc.run("packs", "check", "commerce", "cosmetics").exitCode()).isZero();
  }

  @Test
  void scoringFromStandardInputKeepsLinesAndOrder() throws Exception {
    String input =
        """
        {"id":"1","channel":"review","text":"发货很快，就是味道太刺鼻"}

        not json
        {"id":"2","channel":"review","text":"打电话13812345678没人接，客服态度很差"}
        """;
    Result scored =
        voc.runWith(input, "score", "--pack", "cosmetics", "--input", "-", "--output", "-");
    assertThat(scored.exitCode()).isZero();
    List<JsonNode> lines = json(scored.out().lines());
    assertThat(lines).hasSize(4);
    assertThat(lines.get(0).path("id").asText()).isEqualTo("1");
    assertThat(lines.get(0).path("mentions").findValuesAsText("indicator"))
        .anyMatch(i -> i.startsWith("delivery"))
        .anyMatch(i -> i.startsWith("scent"));
    assertThat(lines.get(1).path("error").asText()).startsWith("the line is empty");
    assertThat(lines.get(2).path("error").asText()).startsWith("not JSON");
    assertThat(lines.get(3).path("id").asText()).isEqualTo("2");
    assertThat(scored.out()).doesNotContain("13812345678");
  }

  @Test
  void standardInputMayBeCsv() throws Exception {
    Result scored =
        voc.runWith(
            "id,comment\n1,\"发货快，\n包装好\"\n",
            "score",
            "--pack",
            "cosmetics",
            "--input",
            "-",
            "--format",
            "csv",
            "--map",
            "text=comment",
            "--channel",
            "review");
    assertThat(scored.exitCode()).as(scored.err()).isZero();
    assertThat(json(scored.out().lines()).get(0).path("mentions").findValuesAsText("group"))
        .contains("delivery", "packaging");
    assertUsage(
        voc.run("score", "--pack", "cosmetics", "--input", "-", "--format", "xml"),
        "--format xml is unknown; one of jsonl, csv, tsv");
  }

  @Test
  void everyEvidenceOfTheLabelledReviewsIsTheSubstringAtItsOffsets() throws Exception {
    assumeTrue(
        Files.exists(VocProcess.COSMETICS_DEV),
        "skipped: the labelled data is not beside the project");
    Path output = work.resolve("scored.jsonl");
    Result scored =
        voc.run(
            "score",
            "--pack",
            "cosmetics",
            "--input",
            VocProcess.COSMETICS_DEV.toString(),
            "--channel",
            "review",
            "--output",
            output.toString());
    assertThat(scored.exitCode()).isZero();
    List<JsonNode> records = json(Files.readAllLines(VocProcess.COSMETICS_DEV).stream());
    List<JsonNode> lines = json(Files.readAllLines(output).stream());
    assertThat(lines).hasSameSizeAs(records);
    int mentions = 0;
    for (int i = 0; i < lines.size(); i++) {
      String text = records.get(i).path("text").asText();
      assertThat(lines.get(i).path("id")).isEqualTo(records.get(i).path("id"));
      for (JsonNode mention : lines.get(i).path("mentions")) {
        String evidence =
            text.substring(mention.path("start").asInt(), mention.path("end").asInt());
        assertThat(mention.path("evidence").asText()).isEqualTo(evidence);
        mentions++;
      }
    }
    assertThat(mentions).isGreaterThan(records.size());
  }

  @Test
  void scoredFeedbackIsMeasuredAgainstWhatIsTrue() throws Exception {
    String gold =
        write(
            "gold.jsonl",
            """
            {"id": "1", "channel": "review", "text": "发货很快，包装很好，喜欢", "label": 1, "aspects": {"物流": 1, "包装": 1}}
            {"id": "2", "channel": "review", "text": "太难闻了，退货", "label": -1, "aspects": {"气味": -1}}
            """);
    Path scored = work.resolve("pred.jsonl");
    assertThat(
            voc.run("score", "--pack", "cosmetics", "--input", gold, "--output", scored.toString())
                .exitCode())
        .isZero();
    Result measured = voc.run("evaluate", "--gold", gold, "--pred", scored.toString());
    assertThat(measured.exitCode()).as(measured.err()).isZero();
    assertThat(measured.out())
        .containsPattern("gold.jsonl +2 +accuracy +0.500 +- +1.000")
        .contains("pair micro-F1")
        .contains("true \\ predicted");
    Result json = voc.run("evaluate", "--gold", gold, "--pred", scored.toString(), "--json", "-");
    assertThat(JSON.readTree(json.out()).path("rows").findValuesAsText("measure"))
        .contains("accuracy", "detection micro-F1");
    assertUsage(voc.run("evaluate", "--gold", gold), "--gold and --pred belong together");
    assertUsage(voc.run("evaluate"), "--data DIR or in VOC_DATA", "--suite cases");
  }

  @Test
  void modelsOfOnesOwnScoreAndNameThemselves() throws Exception {
    StringBuilder labelled = new StringBuilder();
    for (int i = 0; i < 60; i++) {
      labelled.append(
          "{\"text\": \"第%d题，%s\", \"label\": %d}\n"
              .formatted(i, i % 2 == 0 ? "挺好的" : "太差了", i % 2 == 0 ? 0 : -1));
    }
    String file = write("labelled.jsonl", labelled.toString());
    String mine = work.resolve("mine").toString();
    Result calibrated =
        voc.run("calibrate", "--labelled", file, "--channel", "survey", "--out", mine);
    assertThat(calibrated.exitCode()).as(calibrated.err()).isZero();
    assertThat(calibrated.out())
        .contains("sentiment-zh, channel survey, 60 texts")
        .contains("log loss")
        .contains("--models " + mine);

    String input = write("a.jsonl", "{\"id\":\"1\",\"channel\":\"survey\",\"text\":\"发货挺好的\"}\n");
    JsonNode bundled =
        json(voc.run("score", "--pack", "commerce", "--input", input).out().lines()).get(0);
    JsonNode own =
        json(voc.run("score", "--pack", "commerce", "--input", input, "--models", mine)
                .out()
                .lines())
            .get(0);
    assertThat(own.path("sentiment").path("score").asDouble())
        .isLessThan(bundled.path("sentiment").path("score").asDouble());
    assertThat(own.findValuesAsText("scored_by"))
        .isNotEmpty()
        .doesNotContainAnyElementsOf(bundled.findValuesAsText("scored_by"));

    Result taught =
        voc.run(
            "train",
            "--corrections",
            write("c.jsonl", "{\"text\": \"整体呱嗒\", \"label\": -1}\n"),
            "--out",
            mine);
    assertThat(taught.exitCode()).as(taught.err()).isZero();
    assertThat(taught.err()).contains("sentiment-zh: taught 1 corrections");

    Path data = Files.createDirectories(work.resolve("data/semeval14_laptop"));
    Files.writeString(
        data.resolve("train.jsonl"),
        "{\"text\": \"I love the screen\", \"aspects\": {\"screen\": 1}}\n".repeat(3));
    Result trained =
        voc.run(
            "train",
            "--data",
            work.resolve("data").toString(),
            "--only",
            "polarity-en",
            "--out",
            mine);
    assertThat(trained.exitCode()).as(trained.err()).isZero();
    assertThat(Path.of(mine)).isDirectoryContaining("glob:**/polarity-en.card.json");
  }

  @Test
  void wrongUsageOfTrainingIsToldBeforeAnythingStarts() throws Exception {
    String file = write("few.jsonl", "{\"text\": \"好\", \"label\": 1}\n");
    Result few = voc.run("calibrate", "--labelled", file, "--channel", "review");
    assertThat(few.exitCode()).isEqualTo(1);
    assertThat(few.err()).contains("1 labelled texts, 50 are needed").doesNotContain("\tat ");
    assertUsage(
        voc.run("calibrate", "--labelled", file, "--channel", "fax"), "one of review, social");
    assertUsage(voc.run("train", "--out", work.toString()), "--data", "--corrections");
    assertUsage(
        voc.run(
            "train", "--data", work.toString(), "--out", work.toString(), "--only", "sentiment"),
        "--only sentiment is unknown");
    assertUsage(
        voc.run("score", "--pack", "commerce", "--input", file, "--models", work + "/no"),
        "--models " + work + "/no: no such directory");
  }

  private String write(String name, String content) throws IOException {
    return Files.writeString(work.resolve(name), content).toString();
  }

  private static List<JsonNode> json(Stream<String> lines) throws IOException {
    List<JsonNode> read = new ArrayList<>();
    try (lines) {
      for (String line : lines.toList()) {
        read.add(JSON.readTree(line));
      }
    }
    return read;
  }
}
