package org.vocstream.encoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.vocstream.english.CoreNlpUse;
import org.vocstream.english.EnglishOptions;
import org.vocstream.feedback.Channel;
import org.vocstream.feedback.Feedback;
import org.vocstream.pack.Pack;
import org.vocstream.pack.PackLoader;
import org.vocstream.scoring.Effort;
import org.vocstream.scoring.FeedbackScorer;
import org.vocstream.scoring.ModelFolder;
import org.vocstream.scoring.ScoredFeedback;
import org.vocstream.scoring.ScoringOptions;
import org.vocstream.scoring.TrainedModels;
import org.vocstream.sentiment.EncoderHead;
import org.vocstream.sentiment.EncoderModel;
import org.vocstream.sentiment.EncoderRuntime;
import org.vocstream.sentiment.TextEncoder;
import org.vocstream.text.Language;

/** The encoders that come with the program, and what effort deep makes of them. */
class BundledEncoderTest {
  private static final TextEncoder ENCODER = EncoderRuntime.find().bundled(Language.ZH);
  private static final TextEncoder ENGLISH = EncoderRuntime.find().bundled(Language.EN);
  private static final Pack PACK = new PackLoader().load("commerce");
  private static final FeedbackScorer DEEP =
      FeedbackScorer.of(PACK, new ScoringOptions(Effort.DEEP, ModelFolder.bundled(), null));
  private static final FeedbackScorer STANDARD = FeedbackScorer.of(PACK);

  @Test
  void textsThatMeanTheLikeAreNear() {
    float[] slow = ENCODER.vector("快递等了一个星期");

    assertThat(near(slow, ENCODER.vector("物流太慢了")))
        .isGreaterThan(near(slow, ENCODER.vector("味道很好闻")));
    assertThat(slow).hasSize(ENCODER.width());

    float[] late = ENGLISH.vector("we waited an hour for our food");
    assertThat(near(late, ENGLISH.vector("dinner took forever")))
        .isGreaterThan(near(late, ENGLISH.vector("the battery lasts all day")));
    assertThat(late).hasSize(ENGLISH.width());
  }

  @Test
  void aTextGivesTheSameNumbersFromSeveralThreads() {
    float[] alone = ENCODER.vector("快递等了一个星期 😀");

    List<float[]> together =
        IntStream.range(0, 40).parallel().mapToObj(i -> ENCODER.vector("快递等了一个星期 😀")).toList();

    assertThat(together).allSatisfy(v -> assertThat(v).isEqualTo(alone));
  }

  @Test
  void readsLongTextsWindowByWindowAndEmptyOnes() {
    String window = "物流很快".repeat(31) + "好看";
    float[] once = ENCODER.vector(window);

    assertThat(near(once, ENCODER.vector(window + window))).isGreaterThan(0.99999);
    assertThat(ENCODER.vector("")).doesNotContain(Float.NaN);

    String english = "the food was good . ".repeat(25) + "nice ";
    assertThat(near(ENGLISH.vector(english), ENGLISH.vector(english + english)))
        .isGreaterThan(0.99999);
    assertThat(ENGLISH.vector("")).doesNotContain(Float.NaN);
  }

  @Test
  void deepReadsTextsAnewAndLeavesMentionsOfPacksThatItWasNotTaught() {
    for (Channel channel : List.of(Channel.SOCIAL, Channel.REVIEW)) {
      ScoredFeedback post = DEEP.score(feedback(channel, "今天物流居然到了，开心得转圈"));
      ScoredFeedback plain = STANDARD.score(feedback(channel, "今天物流居然到了，开心得转圈"));

      assertThat(post.sentiment()).isNotEqualTo(plain.sentiment());
      assertThat(post.sentiment().label()).isEqualTo(1);
      assertThat(post.mentions())
          .extracting("indicator", "polarity")
          .isEqualTo(
              plain.mentions().stream().map(m -> tuple(m.indicator(), m.polarity())).toList());
    }
  }

  @Test
  void whatTheLayersLearnedTakesThePlaceOfTheirWeights() {
    EncoderHead head = ENCODER.head(EncoderHead.SENTIMENT);

    double[] good = head.logits(ENCODER.vector("味道好极了,全家都喜欢"));
    double[] bad = head.logits(ENCODER.vector("坏了两次还不给退,垃圾"));
    double[] neither = head.logits(ENCODER.vector("这款车长4米6,轴距2米7"));

    assertThat(good[2]).isGreaterThan(Math.max(good[0], good[1]));
    assertThat(bad[0]).isGreaterThan(Math.max(bad[1], bad[2]));
    assertThat(neither[1]).isGreaterThan(Math.max(neither[0], neither[2]));
  }

  @Test
  void englishIsReadAsItWasTaught() {
    EncoderHead head = ENGLISH.head(EncoderHead.SENTIMENT);

    double[] good = head.logits(ENGLISH.vector("best ramen i ever had, and the staff is lovely"));
    double[] bad = head.logits(ENGLISH.vector("broke after two days and nobody answers my mails"));
    double[] neither = head.logits(ENGLISH.vector("what time does flight 1183 to boston board?"));

    assertThat(good[2]).isGreaterThan(Math.max(good[0], good[1]));
    assertThat(bad[0]).isGreaterThan(Math.max(bad[1], bad[2]));
    assertThat(neither[1]).isGreaterThan(Math.max(neither[0], neither[2]));
  }

  @Test
  void anAccentMakesNoOtherWordInEnglish() {
    assertThat(ENGLISH.vector("a fine café")).isEqualTo(ENGLISH.vector("a fine cafe"));
  }

  @Test
  void readsIndicatorsOfAPackThatItWasTaught() {
    Pack cosmetics = new PackLoader().load("cosmetics");
    FeedbackScorer deep =
        FeedbackScorer.of(cosmetics, new ScoringOptions(Effort.DEEP, ModelFolder.bundled(), null));
    Feedback review = feedback(Channel.REVIEW, "快递太慢了,瓶子也压扁了,不过味道很好闻");

    assertThat(deep.score(review).mentions())
        .extracting("group", "polarity")
        .contains(tuple("delivery", -1), tuple("packaging", -1), tuple("scent", 1));
    assertThat(deep.score(review).mentions())
        .isNotEqualTo(FeedbackScorer.of(cosmetics).score(review).mentions());
  }

  @Test
  void readsIndicatorsOfEnglishPacks() {
    Pack restaurant = new PackLoader().load("restaurant");
    FeedbackScorer deep =
        FeedbackScorer.of(restaurant, new ScoringOptions(Effort.DEEP, ModelFolder.bundled(), null));
    Feedback review =
        feedback(Channel.REVIEW, "The noodles were delicious, but our waitress ignored us.");

    assertThat(deep.score(review).mentions())
        .extracting("group", "polarity")
        .contains(tuple("food", 1), tuple("hospitality", -1));
    assertThat(deep.score(review).mentions())
        .isNotEqualTo(FeedbackScorer.of(restaurant).score(review).mentions());
    assertThat(deep.score(review).sentiment())
        .isNotEqualTo(FeedbackScorer.of(restaurant).score(review).sentiment());
    assertThat(ENGLISH.head(EncoderHead.aspects("airline")).names()).contains("lost-luggage");
  }

  @Test
  void whatItWasNotTaughtIsSaid() {
    assertThatThrownBy(() -> ENCODER.head(EncoderHead.aspects("telecom")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("was not taught aspects.telecom");
  }

  @Test
  void scoredByNamesWhatScores() {
    assertThat(DEEP.scoredBy())
        .startsWith(PACK.id() + "+models@")
        .isNotEqualTo(STANDARD.scoredBy());
  }

  @Test
  void bothEncodersAreAmongWhatScoredByStandsFor() {
    List<EncoderModel> encoders =
        TrainedModels.encoders(new ScoringOptions(Effort.DEEP, ModelFolder.bundled(), null));

    assertThat(encoders)
        .extracting(EncoderModel::id)
        .satisfiesExactly(
            zh -> assertThat(zh).matches("sentiment-zh-deep@.{8}\\+encoder-zh@[0-9a-f]{8}"),
            en -> assertThat(en).matches("sentiment-en-deep@.{8}\\+encoder-en@[0-9a-f]{8}"));
    assertThat(encoders.get(0).reads(Language.MIXED)).isTrue();
    assertThat(encoders.get(0).reads(Language.EN)).isFalse();
    assertThat(encoders.get(1).reads(Language.EN)).isTrue();
    assertThat(encoders.get(1).reads(Language.MIXED)).isFalse();
  }

  @Test
  void whereParseTreesAreAskedForEnglishStaysWithThem() {
    ScoringOptions trees =
        new ScoringOptions(Effort.DEEP, ModelFolder.bundled(), null)
            .reading(EnglishOptions.of(CoreNlpUse.ALWAYS));

    assertThat(TrainedModels.encoders(trees))
        .hasSize(1)
        .allSatisfy(encoder -> assertThat(encoder.reads(Language.EN)).isFalse());
  }

  @Test
  void aLanguageWithoutAnEncoderIsRefused() {
    assertThatThrownBy(() -> EncoderRuntime.find().bundled(Language.OTHER))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no encoder is bundled for other");
  }

  private static Feedback feedback(Channel channel, String text) {
    return Feedback.of("1", channel, null, text);
  }

  /** The cosine of the angle between two. */
  private static double near(float[] a, float[] b) {
    double both = 0;
    double first = 0;
    double second = 0;
    for (int i = 0; i < a.length; i++) {
      both += a[i] * b[i];
      first += a[i] * a[i];
      second += b[i] * b[i];
    }
    return both / Math.sqrt(first * second);
  }
}
