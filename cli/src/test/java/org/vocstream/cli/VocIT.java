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
      strings = {"", "demo", "up", "down", "status", "run", "score", "packs", "train", "evaluate"})
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

  /** The bounds are a point below what models/trained/cosmetics-aspects-*.card.json state. */
  @Test
  void theBundledModelsFindWhatTheirCardsSay() throws Exception {
    assumeTrue(
        Files.exists(VocProcess.COSMETICS_DEV),
        "skipped: the labelled data is not beside the project");
    Result table =
        voc.run(
            "evaluate",
            "--suite",
            "aspects",
            "--data",
            VocProcess.COSMETICS_DEV.getParent().getParent().toString());
    assertThat(table.exitCode()).isZero();
    assertThat(lastNumber(table.out(), "detection micro-F1")).isGreaterThan(0.865);
    assertThat(lastNumber(table.out(), "pair micro-F1")).isGreaterThan(0.833);
  }

  private static double lastNumber(String table, String measure) {
    String row = table.lines().filter(line -> line.contains(measure)).findFirst().orElseThrow();
    return Double.parseDouble(row.substring(row.lastIndexOf(' ') + 1));
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
