package org.vocstream.corenlp;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.vocstream.english.CoreNlpUse;
import org.vocstream.english.EnglishOptions;
import org.vocstream.english.TreeLimits;
import org.vocstream.feedback.Channel;
import org.vocstream.feedback.Feedback;
import org.vocstream.opinion.Mention;
import org.vocstream.pack.PackLoader;
import org.vocstream.scoring.FeedbackScorer;
import org.vocstream.scoring.ScoredFeedback;
import org.vocstream.scoring.ScoringOptions;

/** What a user sees of CoreNLP in what is scored. */
class EnglishScoringTest {
  private static final String SURE = "Excellent service, I love this hotel, great staff!";
  private static final String UNSURE = "The man at the desk told us where the lift was.";

  private static final FeedbackScorer OFF = scorer(CoreNlpUse.OFF);
  private static final FeedbackScorer WORDS = scorer(CoreNlpUse.WORDS);
  private static final FeedbackScorer NONE_SURE =
      scorer(CoreNlpUse.UNSURE, 1, Duration.ofMinutes(5));
  private static final FeedbackScorer ALWAYS = scorer(CoreNlpUse.ALWAYS, 0, Duration.ofMinutes(5));

  @Test
  void wordsAreReadByItWhereItIsBuiltUnlessSomebodySaysOtherwise() {
    assertThat(ScoringOptions.STANDARD.english().use()).isEqualTo(CoreNlpUse.WORDS);
  }

  @Test
  void scoredBySaysWhatHasReadAText() {
    assertThat(score(OFF, SURE).scoredBy()).doesNotContain("corenlp");
    assertThat(score(WORDS, SURE).scoredBy()).endsWith("+corenlp@4.5.10");
    assertThat(score(ALWAYS, SURE).scoredBy()).endsWith("+corenlp@4.5.10+rntn");
    assertThat(score(ALWAYS, "酒店很干净，服务也好").scoredBy()).isEqualTo(score(OFF, "早餐不错").scoredBy());
    assertThat(score(ALWAYS, SURE).mentions())
        .isNotEmpty()
        .extracting(Mention::scoredBy)
        .allMatch(by -> by.endsWith("+corenlp@4.5.10"));
  }

  @Test
  void onlyWhatTheLinearModelIsNotSureOfIsParsed() {
    FeedbackScorer unsure = scorer(CoreNlpUse.UNSURE, 0.8, Duration.ofMinutes(5));
    assertThat(score(unsure, SURE).scoredBy()).doesNotContain("rntn");
    assertThat(score(unsure, SURE).sentiment()).isEqualTo(score(OFF, SURE).sentiment());
    assertThat(score(unsure, UNSURE).scoredBy()).endsWith("+rntn");
    assertThat(score(unsure, UNSURE).sentiment()).isNotEqualTo(score(OFF, UNSURE).sentiment());
    assertThat(score(NONE_SURE, SURE).sentiment()).isEqualTo(score(ALWAYS, SURE).sentiment());
  }

  @Test
  void whatTakesTooLongIsScoredByTheLinearModel() {
    FeedbackScorer hasty = scorer(CoreNlpUse.ALWAYS, 0, Duration.ofNanos(1));
    assertThat(score(hasty, SURE).scoredBy()).endsWith("+corenlp@4.5.10");
    assertThat(score(hasty, SURE).sentiment()).isEqualTo(score(OFF, SURE).sentiment());
  }

  @Test
  void theScorerAsAWholeSaysHowItReads() {
    assertThat(OFF.scoredBy()).doesNotContain("corenlp");
    assertThat(WORDS.scoredBy()).endsWith("+corenlp@4.5.10");
    assertThat(ALWAYS.scoredBy()).endsWith("+corenlp@4.5.10+rntn");
  }

  @Test
  void sentimentOfWordsAloneIsThatOfTheLinearModel() {
    for (String text : new String[] {SURE, UNSURE, "Dr. Lee was late, no one cared."}) {
      assertThat(score(WORDS, text).sentiment()).isEqualTo(score(OFF, text).sentiment());
    }
  }

  @Test
  void searchFindsAWordByItsLemma() {
    ScoredFeedback scored = score(WORDS, "The deliveries arrived broken");
    assertThat(Arrays.asList(scored.tokens().split(" ")))
        .startsWith("the", "deliveries", "arrived", "broken")
        .contains("delivery", "arrive");
    assertThat(score(OFF, "The deliveries arrived broken").tokens())
        .isEqualTo("the deliveries arrived broken");
  }

  @Test
  void anAbbreviationDoesNotEndAClause() {
    assertThat(score(WORDS, "We love the delivery by Mr. Stone and his men.").mentions())
        .extracting(Mention::evidence)
        .contains("We love the delivery by Mr. Stone and his men");
  }

  @Test
  void offsetsPointIntoTheStoredText() {
    String text = "<p>SO  happy!!! The   Delivery was fast &amp; cheap.</p> 😀 http://example.org";
    ScoredFeedback scored = score(ALWAYS, text);
    assertThat(scored.mentions()).isNotEmpty();
    for (Mention mention : scored.mentions()) {
      assertThat(text.substring(mention.start(), mention.end())).isEqualTo(mention.evidence());
    }
  }

  @Test
  void noTextMakesItFail() {
    for (String text :
        new String[] {
          "😀 wow",
          "ok",
          "Great!!! 但是太贵了 for the price",
          "the delivery was late and ".repeat(4_000),
          "the delivery was late. ".repeat(4_000),
          "great" + "!".repeat(5_000),
          "a".repeat(20_000) + " delivery"
        }) {
      assertThat(score(ALWAYS, text).feedback().id()).isEqualTo("1");
    }
  }

  private static FeedbackScorer scorer(CoreNlpUse use) {
    return scorer(use, 0.8, Duration.ofMinutes(5));
  }

  private static FeedbackScorer scorer(CoreNlpUse use, double sureFrom, Duration time) {
    return FeedbackScorer.of(
        new PackLoader().load("commerce"),
        ScoringOptions.STANDARD.reading(
            new EnglishOptions(use, sureFrom, new TreeLimits(50, 250, time))));
  }

  private static ScoredFeedback score(FeedbackScorer scorer, String text) {
    return scorer.score(Feedback.of("1", Channel.REVIEW, null, text));
  }
}
