package org.vocstream.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vocstream.feedback.Channel;
import org.vocstream.feedback.Feedback;
import org.vocstream.opinion.Comparison;
import org.vocstream.pack.CompetitorSet;
import org.vocstream.pack.CompetitorSet.Brand;
import org.vocstream.pack.PackLoader;

/** Whoever names a brand by an alias or a product names the brand. */
class CompetitorsTest {
  private static final CompetitorSet SET =
      new CompetitorSet(
          "skin",
          "1.0.0",
          "花漾",
          List.of(
              new Brand("花漾", List.of("Huayang", "小花"), List.of("花漾水光精华")),
              new Brand("绮澜", List.of("Qilan", "澜家"), List.of("绮澜卸妆膏"))));

  private static final FeedbackScorer SCORER =
      FeedbackScorer.of(new PackLoader().load("cosmetics"), ScoringOptions.STANDARD.among(SET));

  @ParameterizedTest
  @CsvSource({
    "这款比澜家好用,花漾,绮澜",
    "qilan 比小花便宜,绮澜,花漾",
    "卸妆不如绮澜卸妆膏,绮澜,花漾",
    "花漾水光精华吊打绮澜卸妆膏,花漾,绮澜",
    "It is better than QILAN.,花漾,绮澜"
  })
  void winnerAndLoserAreBrands(String text, String winner, String loser) {
    assertThat(score("花漾", text).comparisons())
        .extracting(Comparison::winner, Comparison::loser)
        .containsExactly(tuple(winner, loser));
  }

  @Test
  void inCallsABrandIsKnownByWhatRecognisersWriteForIt() {
    CompetitorSet heard =
        new CompetitorSet(
            "skin",
            "1.0.0",
            "花漾",
            List.of(
                new Brand("花漾", List.of(), List.of()),
                new Brand("绮澜", List.of(), List.of(), List.of(), List.of("起来兰", "旗兰"))));
    FeedbackScorer scorer =
        FeedbackScorer.of(new PackLoader().load("cosmetics"), ScoringOptions.STANDARD.among(heard));
    String said = "嗯这款没有旗兰好用";
    ScoredFeedback call = scorer.score(Feedback.of("1", Channel.CALL, "花漾", said));
    assertThat(call.comparisons())
        .extracting(Comparison::winner, Comparison::loser)
        .containsExactly(tuple("绮澜", "花漾"));
    assertThat(said.substring(call.comparisons().get(0).start(), call.comparisons().get(0).end()))
        .isEqualTo("这款没有旗兰好用");
    assertThat(scorer.score(Feedback.of("1", Channel.CHAT, "花漾", said)).comparisons())
        .extracting(Comparison::winner)
        .doesNotContain("绮澜");
  }

  @Test
  void twoNamesOfOneBrandAreNotCompared() {
    assertThat(score("花漾", "小花比花漾水光精华好用").comparisons()).isEmpty();
  }

  @Test
  void anAliasInsideALatinWordIsNone() {
    assertThat(score("花漾", "Better than Qilander.").comparisons())
        .extracting(Comparison::loser)
        .doesNotContain("绮澜");
  }

  @Test
  void feedbackUnderAnAliasIsOfTheBrandThroughout() {
    ScoredFeedback scored = score("ＨＵＡＹＡＮＧ", "吸收很快，比绮澜好用");

    assertThat(scored.feedback().brand()).isEqualTo("花漾");
    assertThat(scored.mentions()).isNotEmpty().allMatch(m -> m.brand().equals("花漾"));
    assertThat(scored.comparisons()).extracting(Comparison::winner).containsExactly("花漾");
    assertThat(scored.scoredBy())
        .isEqualTo(
            FeedbackScorer.of(new PackLoader().load("cosmetics")).scoredBy()
                + "+"
                + SET.id()
                + "@"
                + SET.version());
  }

  @Test
  void aBrandThatTheSetDoesNotKnowKeepsItsName() {
    assertThat(score("素研", "比绮澜好用").feedback().brand()).isEqualTo("素研");
    assertThat(score(null, "很好用").feedback().brand()).isNull();
  }

  @Test
  void namesAreFoundBySearchInOnePiece() {
    assertThat(score("花漾", "朋友说澜家的绮澜卸妆膏也行").tokens().split(" ")).contains("澜家", "绮澜");
  }

  private static ScoredFeedback score(String brand, String text) {
    return SCORER.score(Feedback.of("t", Channel.REVIEW, brand, text));
  }
}
