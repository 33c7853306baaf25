package org.vocstream.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.vocstream.elasticsearch.Corrections;
import org.vocstream.elasticsearch.IndexScan;
import org.vocstream.pack.PackLoader;
import org.vocstream.page.PageOptions;
import org.vocstream.page.PageServer;
import org.vocstream.scoring.ModelFolder;

/** The page over the sample feed: every number opens, and what must not get in does not. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PageIT {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String TOKEN = "a-token-for-tests-0123";

  private ElasticsearchStack stack;
  private ServedPage page;

  /** An answer. */
  private record Answer(int status, JsonNode json, String text, String policy) {}

  @BeforeAll
  void serveTheSample(@TempDir Path folder) throws Exception {
    page = ServedPage.over(ServedPage.SAMPLE, folder);
    stack = page.stack();
  }

  @AfterAll
  void stop() {
    page.close();
  }

  @Test
  void theComparisonIsThatOfTheCommand() throws IOException {
    CompareOptions options = DemoCommand.comparison();
    options.json = true;
    StringWriter out = new StringWriter();
    new ComparisonRun(options, ModelFolder.bundled(), Clock.systemUTC())
        .print(stack.connection().client(), new PrintWriter(out));
    assertThat(
            get(
                    "compare",
                    "brand",
                    "沐禾",
                    "against",
                    "绮澜",
                    "against",
                    "澄野",
                    "period",
                    "2026-W40..2026-W43")
                .json())
        .isEqualTo(JSON.readTree(out.toString()));
  }

  @Test
  void everyNumberOpensToAsManyVoices() throws IOException {
    JsonNode comparison =
        get("compare", "brand", "沐禾", "against", "绮澜", "show", "all", "period", "2026-W41").json();
    int opened = 0;
    for (String section : List.of("overall", "indicators", "touchpoints")) {
      for (JsonNode row : comparison.path(section)) {
        for (String brand : List.of("沐禾", "绮澜")) {
          Answer voices =
              get(
                  "voices",
                  "brand",
                  brand,
                  "period",
                  "2026-W41",
                  "scope",
                  row.path("scope").asText(),
                  row.path("code").asText().isEmpty() ? "ui" : "code",
                  row.path("code").asText());
          assertThat(voices.json().path("n").asLong())
              .as("%s of %s", row.path("code"), brand)
              .isEqualTo(row.path("brands").path(brand).path("n").asLong());
          opened++;
        }
      }
    }
    assertThat(opened).isGreaterThan(30);
  }

  @Test
  void everyWinOpensToTheFeedbackThatSaysSo() throws IOException {
    JsonNode comparison =
        get("compare", "brand", "沐禾", "against", "绮澜", "against", "澄野", "show", "headtohead")
            .json();
    int feedback = 0;
    for (JsonNode pair : comparison.path("headtohead")) {
      String brand = pair.path("brand").asText();
      String other = pair.path("other").asText();
      JsonNode wins = get("voices", "brand", brand, "scope", "feedback", "over", other).json();
      assertThat(wins.path("n")).as("%s over %s", brand, other).isEqualTo(pair.path("wins"));
      JsonNode losses = get("voices", "brand", other, "scope", "feedback", "over", brand).json();
      assertThat(losses.path("n")).isEqualTo(pair.path("losses"));
      for (JsonNode voice : wins.path("mentions")) {
        assertThat(voice.path("end").asInt())
            .as("the comparison is marked in the text")
            .isBetween(voice.path("start").asInt() + 1, voice.path("text").asText().length());
        feedback++;
      }
    }
    assertThat(feedback).isPositive();
    assertThat(get("voices", "brand", "沐禾", "over", "绮澜").json().path("parameter").asText())
        .isEqualTo("over");
  }

  @Test
  void pagesOfVoicesHoldEachOnceAndTheEvidenceStandsInTheText() throws IOException {
    Set<String> seen = new HashSet<>();
    String next = null;
    long n;
    do {
      JsonNode found =
          (next == null
                  ? get("voices", "brand", "澄野", "size", "100")
                  : get("voices", "brand", "澄野", "size", "100", "after", next))
              .json();
      n = found.path("n").asLong();
      for (JsonNode voice : found.path("mentions")) {
        assertThat(seen.add(voice.path("id").asText())).isTrue();
        assertThat(
                voice
                    .path("text")
                    .asText()
                    .substring(voice.path("start").asInt(), voice.path("end").asInt()))
            .isEqualTo(voice.path("evidence").asText());
      }
      next = found.path("next").asText(null);
    } while (next != null);
    assertThat(seen).hasSize((int) n);
  }

  @Test
  void wordsAreFoundInTheTextAndPolaritiesApart() throws IOException {
    JsonNode found = get("voices", "q", "顺丰次日达").json();
    assertThat(found.path("n").asLong()).isPositive();
    for (JsonNode voice : found.path("mentions")) {
      assertThat(voice.path("text").asText()).contains("顺丰次日达");
    }
    assertThat(get("voices", "q", "没有人写过这句话").json().path("n").asText()).isEqualTo("0");
    assertThat(get("voices", "q", "没有人写过这句话", "scope", "feedback").json().path("n").asText())
        .isEqualTo("0");
    long sum = 0;
    for (String polarity : List.of("1", "0", "-1")) {
      sum += get("voices", "polarity", polarity).json().path("n").asLong();
    }
    assertThat(sum).isEqualTo(get("voices").json().path("n").asLong()).isGreaterThan(1_000);
  }

  @Test
  void theTrendAddsUpToTheComparison() throws IOException {
    JsonNode trend =
        get("trend", "brand", "澄野", "scope", "group", "code", "packaging", "step", "week").json();
    long sum = 0;
    for (JsonNode step : trend.at("/brands/澄野")) {
      sum += step.path("n").asLong();
      assertThat(step.has("index")).isEqualTo(step.path("enough").asBoolean());
    }
    assertThat(sum)
        .isEqualTo(
            get(
                    "voices",
                    "brand",
                    "澄野",
                    "scope",
                    "group",
                    "code",
                    "packaging",
                    "period",
                    "2026-09-28..2026-10-25")
                .json()
                .path("n")
                .asLong());
    assertThat(trend.at("/alerts/0/first_day").asText()).startsWith("2026-10-1");
    assertThat(trend.path("versions")).hasSize(1);
  }

  @Test
  void aCallIsShownWithItsTurns() throws IOException {
    JsonNode call = get("voices", "channel", "call", "size", "1").json().at("/mentions/0");
    JsonNode whole = get("feedback", "id", call.path("feedback").asText()).json();
    assertThat(whole.at("/feedback/turns").size()).isGreaterThan(1);
    assertThat(whole.path("mentions").findValuesAsText("id")).contains(call.path("id").asText());
    assertThat(get("feedback", "id", "nobody/1").status()).isEqualTo(404);
  }

  @Test
  void aCorrectionIsKeptAndChangesNoScore() throws IOException {
    JsonNode mention = get("voices", "brand", "沐禾", "size", "1").json().at("/mentions/0");
    String body =
        JSON.createObjectNode()
            .put("mention", mention.path("id").asText())
            .put("kind", "polarity")
            .put("polarity", -mention.path("polarity").asInt())
            .put("by", "分析员")
            .toString();
    Answer kept = post("corrections", body, true);
    assertThat(kept.status()).as(kept.text()).isEqualTo(200);
    assertThat(post("corrections", body, true).json()).isEqualTo(kept.json());
    List<JsonNode> all = new ArrayList<>();
    try (IndexScan scan = new Corrections(stack.connection().client(), Clock.systemUTC()).all()) {
      scan.forEachRemaining(hit -> all.add(hit.source()));
    }
    assertThat(all).hasSize(1);
    JsonNode document = all.get(0);
    List<JsonNode> labelled = new ArrayList<>();
    List<JsonNode> cases = new ArrayList<>();
    new Corrections(stack.connection().client(), Clock.systemUTC())
        .feedback(
            found -> {
              labelled.add(found.labelled(new PackLoader().load("cosmetics")));
              cases.add(found.regressionCase("corrections.01", "cosmetics"));
            });
    assertThat(labelled).hasSize(1);
    JsonNode turned =
        StreamSupport.stream(labelled.get(0).path("mentions").spliterator(), false)
            .filter(m -> m.path("start").equals(mention.path("start")))
            .filter(m -> m.path("indicator").equals(mention.path("indicator")))
            .findFirst()
            .orElseThrow();
    assertThat(turned.path("polarity").asInt()).isEqualTo(-mention.path("polarity").asInt());
    assertThat(turned.path("group")).isEqualTo(mention.path("group"));
    assertThat(cases.get(0).at("/absent/0/polarity")).isEqualTo(mention.path("polarity"));
    assertThat(document.path("polarity")).isEqualTo(mention.path("polarity"));
    assertThat(document.path("evidence")).isEqualTo(mention.path("evidence"));
    assertThat(get("voices", "brand", "沐禾", "size", "1").json().at("/mentions/0"))
        .isEqualTo(mention);
    assertThat(
            post(
                    "corrections",
                    "{\"mention\":\"x/1#0\",\"kind\":\"not_a_mention\",\"by\":\"a\"}",
                    true)
                .status())
        .isEqualTo(404);
    assertThat(
            post("corrections", "{\"mention\":\"x\",\"kind\":\"polarity\",\"by\":\"a\"}", true)
                .json()
                .path("parameter")
                .asText())
        .isEqualTo("polarity");
    assertThat(post("corrections", "[", true).status()).isEqualTo(400);
  }

  @Test
  void whatIsWrongIsSaidAndNothingForeignGetsIn() throws IOException {
    Answer wrong = get("compare", "brand", "沐和", "against", "绮澜");
    assertThat(wrong.status()).isEqualTo(400);
    assertThat(wrong.json().path("error").asText()).contains("did you mean \"沐禾\"");
    assertThat(wrong.policy()).contains("default-src 'none'");
    assertThat(get("compare", "brand", "沐禾", "against", "绮澜", "period", "2025-W01").status())
        .isEqualTo(404);
    assertThat(post("alerts?id=x", "{}", false).status()).isEqualTo(403);
    // A name of somebody's own that resolves to this machine.
    try (Socket foreign = new Socket(InetAddress.getLoopbackAddress(), page.uri().getPort())) {
      foreign
          .getOutputStream()
          .write(
              "GET /api/alerts HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n"
                  .getBytes(StandardCharsets.US_ASCII));
      assertThat(new String(foreign.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
          .startsWith("HTTP/1.1 403")
          .contains("open the page under 127.0.0.1");
    }
  }

  @Test
  void withATokenNobodyReadsWithoutIt() throws IOException {
    try (PageServer guarded = page.serve(new PageOptions("127.0.0.1", 0, TOKEN))) {
      assertThat(read(guarded.uri().resolve("/api/overview"), null, null).status()).isEqualTo(401);
      assertThat(read(guarded.uri().resolve("/api/overview"), "wrong-wrong-wrong-1", null).status())
          .isEqualTo(401);
      Answer known = read(guarded.uri().resolve("/api/overview"), TOKEN, null);
      assertThat(known.status()).isEqualTo(200);
      assertThat(known.json().path("brands")).hasSize(3);
    }
  }

  private Answer get(String path, String... parameters) throws IOException {
    StringBuilder query = new StringBuilder("/api/" + path);
    for (int i = 0; i < parameters.length; i += 2) {
      query
          .append(i == 0 ? '?' : '&')
          .append(parameters[i])
          .append('=')
          .append(encoded(parameters[i + 1]));
    }
    return read(page.uri().resolve(query.toString()), null, null);
  }

  private Answer post(String path, String body, boolean own) throws IOException {
    return read(page.uri().resolve("/api/" + path), own ? "" : null, body);
  }

  private static Answer read(URI uri, String token, String body) throws IOException {
    HttpURLConnection connection = (HttpURLConnection) uri.toURL().openConnection();
    if (token != null && !token.isEmpty()) {
      connection.setRequestProperty("Authorization", "Bearer " + token);
    }
    if (body != null) {
      if (token != null) {
        connection.setRequestProperty("X-VoC", "1");
      }
      connection.setDoOutput(true);
      connection.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
    }
    int status = connection.getResponseCode();
    byte[] bytes =
        (status < 400 ? connection.getInputStream() : connection.getErrorStream()).readAllBytes();
    String text = new String(bytes, StandardCharsets.UTF_8);
    return new Answer(
        status,
        text.startsWith("{") ? JSON.readTree(text) : null,
        text,
        connection.getHeaderField("Content-Security-Policy"));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
