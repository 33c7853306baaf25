package org.vocstream.opinion;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.vocstream.feedback.Channel;
import org.vocstream.feedback.Feedback;
import org.vocstream.pack.PackLoader;
import org.vocstream.scoring.FeedbackScorer;
import org.vocstream.scoring.ScoredFeedback;
import org.vocstream.sentiment.Lexicon;

class ComparisonFinderTest {
  private static final List<String> BRANDS = List.of("甲牌", "乙牌", "Alfa", "Beta");
  private static final FeedbackScorer SCORER =
      FeedbackScorer.of(new PackLoader().load("commerce"), BRANDS);

  static Stream<Arguments> sentences() {
    return Lexicon.bundled(ComparisonWords.FILE).entries().stream()
        .filter(e -> !List.of("none", "self").contains(e.text("frame")))
        .flatMap(
            entry ->
                Stream.concat(
                    entry.examples().stream().map(s -> Arguments.of(entry.code(), s)),
                    entry.counterExamples().stream().map(s -> Arguments.of(entry.code(), s))));
  }

  static Stream<Arguments> harmless() {
    return Lexicon.bundled(ComparisonWords.FILE).entries().stream()
        .filter(e -> List.of("none", "self").contains(e.text("frame")))
        .flatMap(e -> e.examples().stream().map(s -> Arguments.of(e.code(), s)));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource({"sentences", "harmless"})
  void theMarkedBrandWins(String code, String sentence) {
    int open = sentence.indexOf('[');
    String winner = open < 0 ? null : sentence.substring(open + 1, sentence.indexOf(']'));
    String text = sentence.replace("[", "").replace("]", "");
    boolean english = text.codePoints().noneMatch(Character::isIdeographic);
    List<String> pair = english ? List.of("Alfa", "Beta") : List.of("甲牌", "乙牌");

    List<Comparison> found = score(text, pair.get(0)).comparisons();

    if (winner == null) {
      assertThat(found).as(sentence).isEmpty();
    } else {
      assertThat(found).as(sentence).hasSize(1);
      assertThat(found.get(0).winner()).as(sentence).isEqualTo(winner);
      assertThat(found.get(0).loser())
          .as(sentence)
          .isEqualTo(winner.equals(pair.get(0)) ? pair.get(1) : pair.get(0));
    }
  }

  @Test
  void tellsTheIndicatorAndThePlace() {
    String text = "总的来说还行，物流比乙牌快太多。";

    assertThat(score(text, "甲牌").comparisons())
        .containsExactly(new Comparison("甲牌", "乙牌", "delivery", 7, 15));
  }

  @Test
  void namesWhatIsSaidWhereNoBrandIsKnown() {
    assertThat(score("比超市便宜一半", "甲牌").comparisons())
        .extracting(Comparison::winner, Comparison::loser)
        .containsExactly(org.assertj.core.groups.Tuple.tuple("甲牌", "超市"));
  }

  @Test
  void aSideWithoutANameGivesNone() {
    assertThat(score("比乙牌好用", null).comparisons()).isEmpty();
  }

  private static ScoredFeedback score(String text, String brand) {
    return SCORER.score(Feedback.of("t", Channel.REVIEW, brand, text));
  }
}
