package org.vocstream.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vocstream.cli.VocProcess.Result;

/** History scored anew as an analyst does it, command by command. */
class RescoreIT {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path work;
  private VocProcess voc;

  @BeforeEach
  void inAFreshWorkDirectory() {
    voc = new VocProcess(work);
  }

  @Test
  void wrongUsageIsSaidBeforeAnythingStarts() throws Exception {
    assertUsage(voc.run("rescore"), "nothing to do: give --pack to rescore");
    assertUsage(voc.run("rescore", "--list", "--json"), "--json is a form of --diff");
    assertUsage(voc.run("rescore", "--pack", "hotel", "--zone", "Mars"), "--zone Mars");
  }

  @Test
  void aNewGenerationIsComparedSwitchedToAndTheOldOneDropped() throws Exception {
    assertThat(voc.run("up", "--port", "0").exitCode()).isZero();
    try {
      take("commerce");
      assertFails(voc.run("rescore", "--diff"), "nothing to compare it with");
      assertFails(voc.run("rescore", "--switch"), "there is no new generation");

      Result built = voc.run("rescore", "--pack", "cosmetics", "--effort", "fast");
      assertThat(built.exitCode()).as(built.err()).isZero();
      assertThat(built.out())
          .contains("rescored 3 feedback")
          .contains("generation 2")
          .contains("nobody reads it yet, generation 1 is in use");
      assertThat(voc.run("rescore", "--list").out())
          .containsPattern("1 +in use +3 +\\d+ +commerce@")
          .containsPattern("2 +kept +3 +\\d+ +cosmetics@");

      assertTheSmellIsNew(JSON.readTree(voc.run("rescore", "--diff", "--json").out()));
      assertThat(voc.run("rescore", "--diff").out())
          .contains("generation 1 against 2: 3 feedback in both")
          .containsPattern("new +default/r2 +\"[^\"]*气味[^\"]*\" -1 \\(cosmetics@");

      Result switched = voc.run("rescore", "--switch");
      assertThat(switched.exitCode()).as(switched.err()).isZero();
      assertThat(switched.out())
          .contains("switched: generation 2 is in use, scored by cosmetics@")
          .contains("generation 1 is kept");
      assertThat(voc.run("verify").out()).contains("voc-scores holds exactly these");
      assertFails(voc.run("rescore", "--drop", "2"), "generation 2 is in use");
      assertUsage(voc.run("rescore", "--drop", "7"), "there is no such generation");
      assertThat(voc.run("rescore", "--drop", "1").out()).startsWith("dropped generation 1");
      assertThat(voc.run("rescore", "--list").out()).doesNotContain("commerce");
    } finally {
      voc.run("down");
    }
  }

  private static void assertTheSmellIsNew(JsonNode diff) {
    assertThat(diff.path("feedback").asInt()).isEqualTo(3);
    assertThat(diff.path("only_before").asInt() + diff.path("only_after").asInt()).isZero();
    assertThat(diff.path("indicators").findParents("evidence"))
        .filteredOn(mention -> mention.path("evidence").asText().contains("气味"))
        .extracting(mention -> mention.path("polarity").asInt())
        .contains(-1);
  }

  private void take(String pack) throws Exception {
    Path feed =
        Files.write(
            work.resolve("feed.jsonl"),
            List.of(review("r1", "发货很快，包装也很好"), review("r2", "气味太刺鼻了"), review("r3", "价格有点贵")));
    Result run =
        voc.run("run", "--once", "--effort", "fast", "--pack", pack, "--input", feed.toString());
    assertThat(run.exitCode()).as(run.err()).isZero();
  }

  private static String review(String id, String text) {
    return "{\"id\":\""
        + id
        + "\",\"channel\":\"review\",\"brand\":\"A\",\"text\":\""
        + text
        + "\"}";
  }

  private static void assertUsage(Result result, String message) {
    assertThat(result.exitCode()).as(result.err()).isEqualTo(2);
    assertThat(result.err()).contains(message).doesNotContain("\tat ");
  }

  private static void assertFails(Result result, String message) {
    assertThat(result.exitCode()).as(result.err()).isEqualTo(1);
    assertThat(result.err()).contains(message).doesNotContain("\tat ");
  }
}
