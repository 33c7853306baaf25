package org.vocstream.opinion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
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
        .containsExactly(tuple("甲牌", "超市"));
  }

  @Test
  void aSideWithoutANameGivesNone() {
    assertThat(score("比乙牌好用", null).comparisons()).isEmpty();
  }

  @Property(tries = 2_000)
  void noMixtureOfWordsMakesItFail(@ForAll("mixtures") List<String> pieces) {
    ScoredFeedback scored = score(String.join("", pieces), "甲牌");

    for (Comparison found : scored.comparisons()) {
      assertThat(found.winner()).isNotEqualTo(found.loser());
      assertThat(found.end())
          .isGreaterThan(found.start())
          .isLessThanOrEqualTo(scored.feedback().text().length());
    }
  }

  @Provide
  Arbitrary<List<String>> mixtures() {
    List<String> pieces =
        new ArrayList<>(List.of("，", "。", " ", "但是", "👍", "[doge]", "超市", "这款", "不", "很"));
    pieces.addAll(BRANDS);
    Lexicon.bundled(ComparisonWords.FILE).entries().forEach(e -> pieces.addAll(e.terms()));
    return Arbitraries.of(pieces).list().ofMaxSize(12);
  }

  private static ScoredFeedback score(String text, String brand) {
    return SCORER.score(Feedback.of("t", Channel.REVIEW, brand, text));
  }
}
