package org.vocstream.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vocstream.feedback.Channel;
import org.vocstream.linear.DocumentFeatures;
import org.vocstream.linear.FeatureRecipe;
import org.vocstream.linear.LinearModel;
import org.vocstream.linear.LinearModelFile;
import org.vocstream.pack.PackLoader;
import org.vocstream.scoring.Effort;
import org.vocstream.scoring.FeedbackScorer;
import org.vocstream.scoring.ModelFolder;
import org.vocstream.scoring.ScoringOptions;
import org.vocstream.sentiment.LinearSentimentModel;
import org.vocstream.sentiment.Phrases;
import org.vocstream.sentiment.PostSentimentModel;
import org.vocstream.sentiment.TextEncoder;

/** What an encoder knows of words that no post of the training data has, and n-grams cannot. */
class PostTrainerTest {
  private static final Reading READING = Training.reading();
  private static final LinearTrainer SUMS = new LinearTrainer(1, 0.1, 2, 10_000, 7);
  private static final SentimentTrainer LINEAR =
      new SentimentTrainer(new FeatureRecipe(1, 2, 1), SUMS, List.of(), READING);
  private static final PostTrainer TRAINER = new PostTrainer(1_000, 0.001, 20, 0.01, 7);

  /** Posts tell by their animals what is meant; reviews by words. */
  private static final List<String> UP = List.of("猫", "狗", "兔", "羊");

  private static final List<String> DOWN = List.of("蛇", "鼠", "狼", "虎");

  private final List<LabelledText> texts = new ArrayList<>();

  PostTrainerTest() {
    for (int i = 0; i < 600; i++) {
      boolean up = i % 2 == 0;
      boolean post = i % 3 > 0;
      // One animal of each side is seen in no post.
      String animal = (up ? UP : DOWN).get(i / 6 % 3);
      String text = "第" + i + "天" + (post ? animal : up ? "喜欢" : "讨厌");
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

  /** Animals of one side have the like numbers. */
  private record Animals(int width) implements TextEncoder {
    @Override
    public float[] vector(String folded) {
      float[] vector = new float[width];
      vector[0] = UP.stream().anyMatch(folded::contains) ? 3 : 2.5f;
      vector[1] = DOWN.stream().anyMatch(folded::contains) ? -1 : -1.5f;
      vector[2] = folded.length() / 10f;
      return vector;
    }

    @Override
    public String id() {
      return "animals";
    }
  }

  @Test
  void knowsWordsInPostsThatNoPostHad() {
    LinearModel linear = LINEAR.train("sentiment-zh", texts);
    PostSentimentModel posts = model(linear, train(linear));

    assertThat(label(posts, "今天羊", Channel.SOCIAL)).isEqualTo(1);
    assertThat(label(posts, "今天虎", Channel.SOCIAL)).isEqualTo(-1);
  }

  @Test
  void leavesOtherChannelsToTheLinearModel() {
    LinearModel linear = LINEAR.train("sentiment-zh", texts);
    PostSentimentModel posts = model(linear, train(linear));
    LinearSentimentModel alone = new LinearSentimentModel(linear, Phrases.of(List.of()));
    DocumentFeatures text = new DocumentFeatures(READING.read("喜欢羊"));

    assertThat(posts.polarity(text, Channel.REVIEW))
        .isEqualTo(alone.polarity(text, Channel.REVIEW));
    assertThat(posts.polarity(text, Channel.SOCIAL))
        .isNotEqualTo(alone.polarity(text, Channel.SOCIAL));
  }

  @Test
  void theSameTextsGiveTheSameBytes() {
    LinearModel linear = LINEAR.train("sentiment-zh", texts);

    assertThat(LinearModelFile.write(train(linear)))
        .isEqualTo(LinearModelFile.write(train(linear)));
  }

  @Test
  void anEncoderOfOtherNumbersIsRefused() {
    LinearModel linear = LINEAR.train("sentiment-zh", texts);
    LinearModel weights = train(linear);

    assertThatThrownBy(
            () -> new PostSentimentModel(new LinearSentimentModel(linear), weights, new Animals(8)))
        .hasMessageContaining("weighs 4 numbers")
        .hasMessageContaining("animals gives 8")
        .hasMessageContaining("train it anew");
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
    return TRAINER.train(texts, LINEAR.unseen(linear, texts), new Animals(4), READING);
  }

  private static PostSentimentModel model(LinearModel linear, LinearModel weights) {
    return new PostSentimentModel(
        new LinearSentimentModel(linear, Phrases.of(List.of())), weights, new Animals(4));
  }

  private static int label(PostSentimentModel model, String text, Channel channel) {
    return model.score(new DocumentFeatures(READING.read(text)), channel).label();
  }
}
