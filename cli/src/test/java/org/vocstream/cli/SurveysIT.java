package org.vocstream.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vocstream.cli.VocProcess.Result;

/** Surveys from the export to the answer, as a user has them: processes, exit codes, files. */
class SurveysIT {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path SAMPLE = VocProcess.HOME.resolve("sample/survey");
  private static final String FORM = SAMPLE.resolve("questionnaire.yaml").toString();

  @TempDir Path work;
  private VocProcess voc;
  private String url;

  @BeforeEach
  void inAFreshWorkDirectory() {
    voc = new VocProcess(work);
  }

  @Test
  void answersAreComparedByThemselvesAndChangeNoScoreOfATextAlongTheWholeWay() throws Exception {
    Path out = work.resolve("answers.jsonl");
    Result imported = importTo(out, SAMPLE.resolve("answers.csv"));
    assertThat(imported.exitCode()).as(imported.err()).isZero();
    assertThat(imported.err())
        .contains("read 60 rows = imported 60 + the same again 0 + not imported 0");
    List<ObjectNode> sheets = new ArrayList<>();
    for (String line : Files.readAllLines(out)) {
      sheets.add((ObjectNode) JSON.readTree(line));
    }
    String up = voc.run("up", "--port", "0").out();
    url = up.replaceAll("(?s).*?(http://127.0.0.1:\\d+).*", "$1");
    try {
      List<String> textsAlone = new ArrayList<>();
      for (ObjectNode sheet : sheets) {
        if (sheet.has("text")) {
          ObjectNode review = sheet.deepCopy();
          review.remove(List.of("answers", "questionnaire", "wave"));
          textsAlone.add(review.toString());
        }
      }
      index(Files.write(work.resolve("texts.jsonl"), textsAlone));
      Map<String, JsonNode> cells = cells();
      assertThat(cells).isNotEmpty();

      assertThat(index(out).out()).contains("indexed 60 + dead letters 0");
      index(out);
      assertThat(cells()).isEqualTo(cells);
      assertThat(count("voc-feedback")).isEqualTo(60);

      JsonNode answer = surveys("--against", "绮澜", "--wave-against", "previous");
      assertThat(answer.at("/edition/wave").asText()).isEqualTo("2026Q3");
      assertThat(answer.at("/before/wave").asText()).isEqualTo("2026Q2");
      JsonNode delivery = row(answer, "delivery.speed");
      assertThat(delivery.at("/label/zh").asText()).isEqualTo("物流速度");
      assertThat(delivery.at("/brands/沐禾/mean").asDouble()).isEqualTo(4.4);
      assertThat(delivery.at("/brands/沐禾/index/value").asDouble()).isEqualTo(85);
      assertThat(delivery.at("/brands/绮澜/expectation_gap/verdict").asText()).isEqualTo("behind");
      assertThat(delivery.at("/gaps/绮澜/verdict").asText()).isEqualTo("ahead");
      assertThat(delivery.at("/brands/沐禾/change/points").asDouble()).isEqualTo(15);
      assertThat(row(answer, "price").at("/gaps/绮澜/verdict").asText()).isEqualTo("no_difference");
      assertThat(row(answer, "packaging").at("/brands/沐禾").has("expected")).isFalse();
      assertThat(answer.at("/nps/沐禾/n").asInt()).isEqualTo(20);
      assertThat(answer.at("/sample/绮澜/texts").asInt()).isEqualTo(4);
      assertThat(voc.run("surveys", "--brand", "沐禾", "--against", "绮澜").out())
          .contains("问卷 Questionnaire csat/2026Q3 (40 sheets)", "物流速度 Delivery speed", "NPS");

      Result verified = voc.run("verify");
      assertThat(verified.exitCode()).as(verified.out() + verified.err()).isZero();
      for (String[] step : new String[][] {{"--pack", "cosmetics"}, {"--switch"}}) {
        Result rescored =
            voc.run(Stream.concat(Stream.of("rescore"), Stream.of(step)).toArray(String[]::new));
        assertThat(rescored.exitCode()).as(rescored.err()).isZero();
      }
      assertThat(surveys("--against", "绮澜", "--wave-against", "previous")).isEqualTo(answer);

      ObjectNode withdrawn = JSON.createObjectNode().put("deleted", true);
      for (String field : List.of("id", "source", "channel")) {
        withdrawn.set(field, sheets.get(59).get(field));
      }
      index(Files.writeString(work.resolve("withdrawn.jsonl"), withdrawn + "\n"));
      assertThat(row(surveys("--against", "绮澜"), "price").at("/brands/绮澜/n").asInt()).isEqualTo(19);

      Result unknown = voc.run("surveys", "--brand", "沐和");
      assertThat(unknown.exitCode()).isEqualTo(2);
      assertThat(unknown.err())
          .contains("--brand: nobody answered a questionnaire on the brand \"沐和\"; did you mean")
          .doesNotContain("\tat ");
    } finally {
      voc.run("down");
    }
  }

  @Test
  void rowsThatCannotBeUsedAreKeptWithTheirReason() throws Exception {
    List<String> lines = new ArrayList<>(Files.readAllLines(SAMPLE.resolve("answers.csv")));
    lines.set(2, lines.get(2).replace("非常满意", "特别满意").replace("M002", "13800138000"));
    lines.set(2, lines.get(2).replaceFirst("满意", "满分"));
    lines.add(lines.get(5));
    Path broken = work.resolve("export.csv");
    Files.write(broken, lines, Charset.forName("GBK"));
    Path out = work.resolve("out.jsonl");
    Result done = importTo(out, broken);
    assertThat(done.exitCode()).isEqualTo(1);
    assertThat(done.err())
        .contains("not imported: export.csv:3: 物流速度-满意度: \"满分\" is no value of the scale 1-5")
        .contains("read 61 rows = imported 59 + the same again 1 + not imported 1")
        .doesNotContain("\tat ");
    assertThat(Files.readAllLines(out)).hasSize(59);
    assertThat(Files.readString(work.resolve("out.jsonl.dead-letters")))
        .contains("\"origin\":\"export.csv:3\"", "\"答卷编号\":\"A002\"", "***********")
        .doesNotContain("13800138000");
  }

  @Test
  void nothingIsWrittenWhereTheQuestionnaireDoesNotFit() throws Exception {
    Path other = Files.writeString(work.resolve("other.csv"), "答卷编号,品牌\n1,沐禾\n");
    Path out = work.resolve("out.jsonl");
    Result wrong = importTo(out, other);
    assertThat(wrong.exitCode()).isEqualTo(1);
    assertThat(wrong.err())
        .contains("questionnaire.yaml:12:9: other.csv has no column \"期次\"")
        .doesNotContain("\tat ");
    assertThat(out).doesNotExist();
    assertThat(importTo(out, work.resolve("none.csv")).err()).contains("no such file");
    assertThat(
            importTo(work.resolve("no/such/out.jsonl"), SAMPLE.resolve("answers.csv")).exitCode())
        .isEqualTo(2);
    assertThat(importTo(work, SAMPLE.resolve("answers.csv")).exitCode()).isZero();
    assertThat(work.resolve("csat.jsonl")).exists();
  }

  private Result importTo(Path out, Path file) throws Exception {
    return voc.run(
        "import-surveys", file.toString(), "--questionnaire", FORM, "--out", out.toString());
  }

  private Result index(Path file) throws Exception {
    Result run = voc.run("run", "--once", "--pack", "cosmetics", "--input", file.toString());
    assertThat(run.exitCode()).as(run.err()).isZero();
    return run;
  }

  private JsonNode surveys(String... options) throws Exception {
    List<String> command = new ArrayList<>(List.of("surveys", "--brand", "沐禾", "--json"));
    command.addAll(List.of(options));
    Result result = voc.run(command.toArray(new String[0]));
    assertThat(result.exitCode()).as(result.err()).isZero();
    return JSON.readTree(result.out());
  }

  private static JsonNode row(JsonNode answer, String indicator) {
    for (JsonNode row : answer.path("rows")) {
      if (row.path("indicator").asText().equals(indicator)) {
        return row;
      }
    }
    throw new AssertionError(indicator + " is missing");
  }

  /** The daily cells by their ids, without the time of their writing. */
  private Map<String, JsonNode> cells() throws Exception {
    Map<String, JsonNode> cells = new TreeMap<>();
    for (JsonNode hit : get("/voc-scores/_search?size=10000").at("/hits/hits")) {
      ObjectNode cell = (ObjectNode) hit.get("_source");
      cell.remove("ingested_at");
      cells.put(hit.path("_id").asText(), cell);
    }
    return cells;
  }

  private long count(String index) throws Exception {
    return get("/" + index + "/_count").path("count").asLong();
  }

  private JsonNode get(String path) throws Exception {
    HttpClient client = HttpClient.newHttpClient();
    client.send(
        HttpRequest.newBuilder(URI.create(url + "/voc-*/_refresh")).build(),
        HttpResponse.BodyHandlers.discarding());
    return JSON.readTree(
        client
            .send(
                HttpRequest.newBuilder(URI.create(url + path)).build(),
                HttpResponse.BodyHandlers.ofString())
            .body());
  }
}
