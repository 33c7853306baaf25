package org.vocstream.corenlp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.vocstream.english.CoreNlpUse;
import org.vocstream.english.EnglishOptions;
import org.vocstream.english.EnglishReader;
import org.vocstream.feedback.Channel;
import org.vocstream.feedback.Feedback;
import org.vocstream.pack.Pack;
import org.vocstream.pack.PackCheck;
import org.vocstream.pack.PackLoader;
import org.vocstream.scoring.FeedbackScorer;
import org.vocstream.scoring.ScoringOptions;

/** English cues are found in every inflection, and nowhere else. */
class LemmaCuesTest {
  private static final String AIR =
      """
      pack: air
      version: 1.0.0
      label: {zh: 航空, en: Air}
      touchpoints: [{code: use, label: {zh: 使用, en: Use}}]
      indicators:
        - code: late
          label: {zh: 延误, en: Late}
          touchpoint: use
          value: cost.time
          cues:
            - terms: [delay, cancelled flight]
              except: [without delay]
              examples: ["a [delay] of an hour"]
              counter_examples: ["we left without delay"]
        - code: seat
          label: {zh: 座椅, en: Seat}
          touchpoint: use
          value: benefit.product
          cues:
            - terms: [broken, seats]
              examples: ["it was [broken]"]
              counter_examples: ["a break in the clouds"]
      """;

  @TempDir static Path dir;

  private static FeedbackScorer scorer;

  @BeforeAll
  static void read() throws IOException {
    Pack pack = new PackLoader().load(Files.writeString(dir.resolve("air.yaml"), AIR));
    scorer =
        FeedbackScorer.of(
            pack, ScoringOptions.STANDARD.reading(EnglishOptions.of(CoreNlpUse.WORDS)));
  }

  static Stream<String> packs() {
    return PackLoader.names().stream();
  }

  @ParameterizedTest
  @MethodSource("packs")
  void everyExampleOfABundledPackHolds(String pack) {
    assertThat(new PackCheck(new PackLoader(), EnglishReader.find()).check(pack)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          My flight was delayed again        | late
          They keep delaying us              | late
          Two delays in one day              | late
          They are cancelling flights today  | late
          We boarded without delays          |
          The tray breaks all the time       | seat
          My seat did not recline            | seat
          We had a long coffee break         |
          She was relayed to the next desk   |
          """)
  void aCueIsFoundInEveryInflection(String text, String indicator) {
    List<String> found =
        scorer.score(Feedback.of("1", Channel.REVIEW, null, text)).mentions().stream()
            .map(m -> m.indicator())
            .toList();
    assertThat(found).isEqualTo(indicator == null ? List.of() : List.of(indicator));
  }
}
