package org.vocstream.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vocstream.cli.VocProcess.Result;

/**
 * Real tweets to six airlines, which people have labelled: the comparison puts the airlines in the
 * same order of negative shares as the labels do. The models have not seen these tweets.
 */
class AirlineComparisonIT {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path TWEETS =
      VocProcess.HOME.resolve("../shared/data/airline_tweets/dev.jsonl");

  @TempDir Path work;

  @Test
  void theOrderOfNegativeSharesIsThatOfTheLabels() throws Exception {
    assumeTrue(Files.exists(TWEETS), "the airline tweets are not beside the project: skipped");
    VocProcess voc = new VocProcess(work);
    Result run =
        voc.run(
            "run",
            "--once",
            "--pack",
            "commerce",
            "--input",
            TWEETS.toString(),
            "--map",
            "published_at=ts",
            "--date-format",
            "M/d/yyyy H:mm",
            "--channel",
            "social");
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out()).contains("dead letters 0");

    List<String> labelled = byNegativeShare(labels());
    assertThat(labelled).hasSize(6);
    Result compared =
        voc.run(
            "compare",
            "--brand",
            labelled.get(0),
            "--against",
            String.join(",", labelled.subList(1, 6)),
            "--period",
            "2015-02-16..2015-02-24",
            "--show",
            "overall",
            "--json");
    assertThat(compared.exitCode()).as(compared.err()).isZero();
    JsonNode comparison = JSON.readTree(compared.out());
    assertThat(byNegativeShare(negativeShares(comparison))).isEqualTo(labelled);
    assertThat(feedbackRow(comparison).path("gaps").path(labelled.get(5)).path("verdict").asText())
        .as("the best against the worst")
        .isEqualTo("ahead");
  }

  private static List<String> byNegativeShare(Map<String, Double> shares) {
    return shares.entrySet().stream()
        .sorted(Map.Entry.comparingByValue(Comparator.naturalOrder()))
        .map(Map.Entry::getKey)
        .toList();
  }

  private static Map<String, Double> labels() throws IOException {
    Map<String, List<Integer>> negative = new TreeMap<>();
    for (String line : Files.readAllLines(TWEETS)) {
      JsonNode tweet = JSON.readTree(line);
      negative
          .computeIfAbsent(tweet.path("brand").asText(), brand -> new ArrayList<>())
          .add(tweet.path("label").asInt() < 0 ? 1 : 0);
    }
    Map<String, Double> shares = new TreeMap<>();
    negative.forEach(
        (brand, all) -> shares.put(brand, all.stream().mapToInt(n -> n).average().orElseThrow()));
    return shares;
  }

  private static Map<String, Double> negativeShares(JsonNode comparison) {
    Map<String, Double> shares = new TreeMap<>();
    feedbackRow(comparison)
        .path("brands")
        .fields()
        .forEachRemaining(
            brand ->
                shares.put(
                    brand.getKey(),
                    brand.getValue().path("negative").asDouble()
                        / brand.getValue().path("n").asDouble()));
    return shares;
  }

  /** The row on whole feedback. */
  private static JsonNode feedbackRow(JsonNode comparison) {
    for (JsonNode row : comparison.path("overall")) {
      if (row.path("scope").asText().equals("feedback")) {
        return row;
      }
    }
    throw new AssertionError("no row on whole feedback in " + comparison);
  }
}
