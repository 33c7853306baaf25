package org.vocstream.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The check finds what is wrong with examples, and tells it so that it can be put right. */
class PackCheckTest {
  private static final String TEA =
      """
      pack: tea
      version: 1.0.0
      label: {zh: 茶, en: Tea}
      touchpoints: [{code: use, label: {zh: 使用, en: Use}}]
      indicators:
        - code: taste
          label: {zh: 口感, en: Taste}
          touchpoint: use
          value: benefit.product
          cues:
            - terms: [口感, taste]
              examples: ["[口感]好", "Good <b>[ＴＡＳＴＥ]</b>，香", "這茶[口感]真不錯"]
              counter_examples: ["口味好"]
      """;

  @TempDir Path dir;

  @Test
  void aPackWhoseExamplesHoldHasNoFindings() throws IOException {
    assertThat(check("tea", TEA)).isEmpty();
  }

  @Test
  void anEmojiStandsAnywhere() throws IOException {
    for (int before = 0; before < 1100; before++) {
      assertThat(check("tea", "#" + "-".repeat(before) + "😀\n" + TEA)).as("%d", before).isEmpty();
    }
  }

  @Test
  void anExampleWithAWrongMark() throws IOException {
    assertThat(check("tea", TEA.replace("\"[口感]好\"", "\"[口感好]\"")))
        .containsExactly(
            "tea.yaml:12:20: the example of taste#1 does not hold: expected [口感好], found [口感]好 by"
                + " taste#1; correct the mark, or the terms");
  }

  @Test
  void anExampleWithoutTheTerm() throws IOException {
    assertThat(check("tea", TEA.replace("\"[口感]好\"", "\"[味道]好\"")))
        .containsExactly(
            "tea.yaml:12:20: the example of taste#1 does not hold: expected [味道]好, found nothing;"
                + " correct the mark, or the terms");
  }

  @Test
  void aCounterExampleThatMatches() throws IOException {
    assertThat(check("tea", TEA.replace("\"口味好\"", "\"口感好\"")))
        .containsExactly(
            "tea.yaml:13:28: the counter-example of taste#1 matches: [口感]好; add an except phrase,"
                + " or correct the sentence");
  }

  @Test
  void anExtendingPackMustNotTakeWordsFromTheBase() throws IOException {
    Files.writeString(dir.resolve("tea.yaml"), TEA);
    String green =
        """
        pack: green
        version: 1.0.0
        label: {zh: 绿茶, en: Green tea}
        extends: tea
        indicators:
          - code: overall
            label: {zh: 整体, en: Overall}
            touchpoint: use
            value: benefit.product
            cues:
              - {terms: [口感好], examples: ["[口感好]"], counter_examples: [口感]}
        """;
    assertThat(check("green", green))
        .containsExactly(
            "tea.yaml:12:20: the example of taste#1 does not hold: expected [口感]好, found [口感好] by"
                + " overall#1; correct the mark, or the terms");
  }

  @Test
  void aPackThatDoesNotLoadIsAFindingToo() throws IOException {
    assertThat(check("tea", TEA.replace("1.0.0", "one")))
        .containsExactly(
            "tea.yaml:2:10: version \"one\" is not three numbers; write one like 1.0.0");
  }

  @Test
  void theBundledPacksAreProved() {
    assertThat(new PackCheck(new PackLoader()).check("cosmetics")).isEmpty();
  }

  private Stream<String> check(String name, String yaml) throws IOException {
    Path file = Files.writeString(dir.resolve(name + ".yaml"), yaml);
    return new PackCheck(new PackLoader())
        .check(file).stream().map(f -> f.toString().replace(dir + "/", ""));
  }
}
