package org.vocstream.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is measured is told line by line, judged by its bound, and written as JSON and tables. */
class FiguresTest {
  private final StringWriter out = new StringWriter();
  private final Figures figures = new Figures(new PrintWriter(out));

  @Test
  void aFigureIsJudgedByItsBoundOnTheRightSide() {
    figures.require("scoring", "beside bare", 0.2, Figure.RATIO, Bound.atLeast(0.2));
    figures.require("scoring", "slow", 7_999, "reviews/s", Bound.atLeast(8_000));
    figures.require("queries", "compare", 2_000, "ms", Bound.atMost(2_000));
    figures.require("queries", "journey", 2_001, "ms", Bound.atMost(2_000));
    figures.tell("queries", "mentions", 1_000_000, "");
    assertThat(figures.missed()).extracting(Figure::name).containsExactly("slow", "journey");
    assertThat(out.toString().lines())
        .hasSize(5)
        .satisfiesExactly(
            line -> assertThat(line).contains("beside bare").endsWith("20%  at least 20%: kept"),
            line -> assertThat(line).endsWith("7,999 reviews/s  at least 8,000 reviews/s: MISSED"),
            line -> assertThat(line).endsWith("2,000 ms  at most 2,000 ms: kept"),
            line -> assertThat(line).endsWith("2,001 ms  at most 2,000 ms: MISSED"),
            line -> assertThat(line.strip()).endsWith("1,000,000"));
  }

  @Test
  void filesBeginWithRatiosAndBoundsAndSayOnWhatItWasMeasured() throws Exception {
    figures.tell("scoring", "bare", 50_000, "texts/s");
    figures.require("scoring", "beside bare", 0.1234567, Figure.RATIO, Bound.atLeast(0.2));
    FigureFiles files = new FigureFiles(figures.all(), "full", LocalDate.of(2026, 10, 5));
    JsonNode json = new ObjectMapper().readTree(files.json(null));
    assertThat(json.at("/figures/0/measured").asText()).isEqualTo("2026-10-05");
    assertThat(json.at("/figures/0/amounts").asText()).isEqualTo("full");
    assertThat(json.path("machine").asText()).matches("\\d+ cores, \\d+ GB of memory, .*Java \\d+");
    assertThat(json.path("figures").get(0).has("kept")).isFalse();
    assertThat(json.path("figures").get(1).path("value").asDouble()).isEqualTo(0.1235);
    assertThat(json.path("figures").get(1).path("at_least").asDouble()).isEqualTo(0.2);
    assertThat(json.path("figures").get(1).path("kept").asBoolean(true)).isFalse();
    assertThat(files.markdown())
        .containsSubsequence(
            "Measured 2026-10-05",
            "| scoring | beside bare | 12% | at least 20%: MISSED |",
            "## scoring",
            "| scoring | bare | 50,000 texts/s |  |");
  }

  @Test
  void figuresOfBenchmarksThatAreNotRunAgainStayInTheFileWithTheirDay() throws Exception {
    figures.tell("scoring", "bare", 50_000, "texts/s");
    figures.tell("queries", "mentions", 1_000_000, "");
    String first = new FigureFiles(figures.all(), "full", LocalDate.of(2026, 10, 5)).json(null);
    Figures again = new Figures(new PrintWriter(out));
    again.tell("scoring", "bare", 60_000, "texts/s");
    FigureFiles second = new FigureFiles(again.all(), "quick", LocalDate.of(2026, 10, 6));
    JsonNode all = new ObjectMapper().readTree(second.json(first)).path("figures");
    assertThat(all)
        .extracting(f -> f.path("benchmark").asText() + " " + f.path("measured").asText())
        .containsExactly("queries 2026-10-05", "scoring 2026-10-06");
    assertThat(all.get(1).path("value").asDouble()).isEqualTo(60_000);
  }

  @Test
  void figuresOfAnotherMachineAreNotMixedWithThoseOfThisOne() {
    FigureFiles files = new FigureFiles(List.of(), "full", LocalDate.of(2026, 10, 5));
    assertThatThrownBy(() -> files.json("{\"machine\": \"96 cores\", \"figures\": []}"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("another machine (96 cores)");
    assertThatThrownBy(() -> files.json("# Figures"))
        .hasMessage("it is no JSON; name another file");
  }
}
