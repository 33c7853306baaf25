package org.vocstream.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.vocstream.feedback.Channel;
import org.vocstream.linear.DocumentFeatures;
import org.vocstream.linear.FeatureRecipe;
import org.vocstream.linear.LinearModel;
import org.vocstream.linear.LinearModelFile;
import org.vocstream.opinion.DeepAspects;
import org.vocstream.pack.PackLoader;
import org.vocstream.scoring.Effort;
import org.vocstream.scoring.FeedbackScorer;
import org.vocstream.scoring.ModelFolder;
import org.vocstream.scoring.ScoringOptions;
import org.vocstream.sentiment.DeepSentimentModel;
import org.vocstream.sentiment.EncoderHead;
import org.vocstream.sentiment.LinearSentimentModel;
import org.vocstream.sentiment.Phrases;
import org.vocstream.sentiment.TextEncoder;
import org.vocstream.text.Language;

/** What an encoder knows of words that no text of the training data has, and n-grams cannot. */
class DeepTrainerTest {
  private static final Reading READING = Training.reading();
  private static final LinearTrainer SUMS = new LinearTrainer(1, 0.1, 2, 10_000, 7);
  private static final SentimentTrainer LINEAR =
      new SentimentTrainer(new FeatureRecipe(1, 2, 1), SUMS, List.of(), READING);

  /** Posts tell by a rare character what is meant; reviews by words. */
  private static final List<String> UP = characters(0x5000);

  private static final List<String> DOWN = characters(0x6000);

  private static List<String> characters(int from) {
    return IntStream.range(from, from + 800)
        .mapToObj(Character::toString)
        .filter(c -> READING.read(c).folded().equals(c))
        .limit(400)
        .toList();
  }

  private final List<LabelledText> texts = new ArrayList<>();

  DeepTrainerTest() {
    for (int i = 0; i < 1800; i++) {
      boolean up = i % 2 == 0;
      boolean post = i % 3 > 0;
      // Each is in some four posts, but the last hundred of each side in none.
      String rare = (up ? UP : DOWN).get(i / 2 % 300);
      String text = "第" + i + "天" + (post ? rare : up ? "喜欢" : "讨厌");
      texts.add(
          new LabelledText(
              post ? "posts" : "reviews",
              "t" + i,
              post ? Channel.SOCIAL : Channel.REVIEW,
              text,
              up ? 1 : -1,
              Map.of(),
              List.of(),
              false));
    }
  }

  /** Knows the characters of each side. */
  private record Characters() implements TextEncoder {
    @Override
    public int width() {
      return 2;
    }

    @Override
    public float[] vector(String folded) {
      return new float[] {
        UP.stream().anyMatch(folded::contains) ? 1 : 0,
        DOWN.stream().anyMatch(folded::contains) ? 1 : 0
      };
    }

    @Override
    public EncoderHead head(String name) {
      if (!name.equals(EncoderHead.SENTIMENT)) {
        throw new IllegalArgumentException("the encoder characters was not taught " + name);
      }
      return new EncoderHead(
          List.of("text"), new float[][] {{-2, 2}, {0, 0}, {2, -2}}, new float[] {0, -4, 0});
    }

    @Override
    public String id() {
      return "characters";
    }
  }

  @Test
  void knowsWordsInPostsThatNoPostHad() {
    LinearModel linear = LINEAR.train("sentiment-zh", texts);
    DeepSentimentModel both = model(linear, train(linear));

    assertThat(label(both, "今天" + UP.get(399), Channel.SOCIAL)).isEqualTo(1);
    assertThat(label(both, "今天" + DOWN.get(399), Channel.SOCIAL)).isEqualTo(-1);
  }

  @Test
  void whereTheEncoderKnowsNothingTheLinearModelSpeaks() {
    LinearModel linear = LINEAR.train("sentiment-zh", texts);
    DeepSentimentModel both = model(linear, train(linear));

    assertThat(label(both, "今天喜欢", Channel.REVIEW)).isEqualTo(1);
    assertThat(label(both, "今天讨厌", Channel.REVIEW)).isEqualTo(-1);
  }

  @Test
  void leavesChannelsThatNothingWasLearnedFromToTheLinearModel() {
    LinearModel linear = LINEAR.train("sentiment-zh", texts);
    DeepSentimentModel both = model(linear, train(linear));
    LinearSentimentModel alone = new LinearSentimentModel(linear, Phrases.of(List.of()));
    DocumentFeatures text = new DocumentFeatures(READING.read("喜欢" + UP.get(0)));

    assertThat(both.polarity(text, Channel.CALL)).isEqualTo(alone.polarity(text, Channel.CALL));
    assertThat(both.polarity(text, Channel.SOCIAL))
        .isNotEqualTo(alone.polarity(text, Channel.SOCIAL));
  }

  @Test
  void sumsOfSeveralSortsAreWeighedAsTheyWereTrained() {
    FeatureRecipe both = new FeatureRecipe(1, 2, 1);
    SentimentTrainer several =
        new SentimentTrainer(
            both,
            List.of(
                new SentimentTrainer.Sums(new FeatureRecipe(1, 0, 1), false, SUMS),
                new SentimentTrainer.Sums(new FeatureRecipe(1, 2, 0), false, SUMS)),
            List.of(),
            READING);
    LinearModel linear = several.train("sentiment-en", texts);

    List<SentimentTrainer.Unseen> unseen = several.unseen(linear, texts);

    assertThat(unseen).hasSize(texts.size() / 10);
    // Reviews tell by words that all of them have.
    assertThat(unseen)
        .filteredOn(u -> u.text().channel() == Channel.REVIEW)
        .isNotEmpty()
        .allSatisfy(u -> assertThat(u.logits()[0] > 0).isEqualTo(u.text().label() > 0));
    assertThat(new DeepTrainer(new Characters(), READING).sentiment(Language.EN, unseen).name())
        .isEqualTo("sentiment-en-deep");
  }

  @Test
  void theSameTextsGiveTheSameBytes() {
    LinearModel linear = LINEAR.train("sentiment-zh", texts);

    assertThat(LinearModelFile.write(train(linear)))
        .isEqualTo(LinearModelFile.write(train(linear)));
  }

  @Test
  void anEncoderThatWasNotTaughtAPackIsRefused() {
    LinearModel linear = LINEAR.train("sentiment-zh", texts);

    assertThatThrownBy(() -> new DeepAspects(train(linear), new Characters(), "telecom"))
        .hasMessage("the encoder characters was not taught aspects.telecom");
  }

  @Test
  void withoutTheModuleItIsSaidWhatIsMissing() {
    assertThatThrownBy(
            () ->
                FeedbackScorer.of(
                    new PackLoader().load("commerce"),
                    new ScoringOptions(Effort.DEEP, ModelFolder.bundled(), null)))
        .hasMessageContaining("voc-models-encoder");
  }

  private LinearModel train(LinearModel linear) {
    return new DeepTrainer(new Characters(), READING)
        .sentiment(Language.ZH, LINEAR.unseen(linear, texts));
  }

  private static DeepSentimentModel model(LinearModel linear, LinearModel weighing) {
    return new DeepSentimentModel(
        Language.ZH,
        new LinearSentimentModel(linear, Phrases.of(List.of())),
        weighing,
        new Characters());
  }

  private static int label(DeepSentimentModel model, String text, Channel channel) {
    return model.score(new DocumentFeatures(READING.read(text)), channel).label();
  }
}
