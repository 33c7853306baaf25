package org.vocstream.sentiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.vocstream.english.CoreNlpUse;
import org.vocstream.english.EnglishOptions;
import org.vocstream.english.EnglishReader;
import org.vocstream.english.EnglishText;
import org.vocstream.english.SentenceSentiment;
import org.vocstream.english.TreeLimits;
import org.vocstream.english.WordKind;
import org.vocstream.feedback.Channel;
import org.vocstream.linear.DocumentFeatures;
import org.vocstream.scoring.ModelFolder;
import org.vocstream.segment.HanLpSegmenter;
import org.vocstream.segment.SegmentedText;
import org.vocstream.text.PreparedText;
import org.vocstream.text.TextPreparer;

/** Trees are asked for where the linear model is not sure, and count beside it. */
class TreeSentimentModelTest {
  private static final LinearSentimentModel LINEAR =
      new LinearSentimentModel(ModelFolder.bundled().model("sentiment-en"));
  private static final String SURE = "Excellent, I love it, great quality and great service!";
  private static final String UNSURE = "The man at the desk told us where the lift was.";
  private static final SentenceSentiment BAD = new SentenceSentiment(12, 0.6, 0.3, 0.1, 0, 0);

  private final Asked reader = new Asked(Optional.of(List.of(BAD)));

  @Test
  void whatTheLinearModelIsSureOfIsNotParsed() {
    TreeSentimentModel model = model(CoreNlpUse.UNSURE);
    DocumentFeatures text = read(SURE);
    assertThat(model.polarity(text, Channel.REVIEW))
        .isEqualTo(LINEAR.polarity(text, Channel.REVIEW));
    assertThat(reader.asked).isEmpty();
    assertThat(model.hasRead(text)).isFalse();
  }

  @Test
  void whatItIsNotSureOfIsParsedOnceAndMovesTowardsTheTrees() {
    TreeSentimentModel model = model(CoreNlpUse.UNSURE);
    DocumentFeatures text = read(UNSURE);
    Polarity together = model.polarity(text, Channel.REVIEW);
    assertThat(together.score()).isLessThan(LINEAR.polarity(text, Channel.REVIEW).score());
    assertThat(together.positive() + together.neutral() + together.negative())
        .isCloseTo(1, within(1e-9));
    assertThat(model.hasRead(text)).isTrue();
    assertThat(reader.asked).containsExactly(UNSURE);
  }

  @Test
  void alwaysParsesAll() {
    DocumentFeatures text = read(SURE);
    assertThat(model(CoreNlpUse.ALWAYS).polarity(text, Channel.REVIEW).score())
        .isLessThan(LINEAR.polarity(text, Channel.REVIEW).score());
    assertThat(reader.asked).containsExactly(SURE);
  }

  @Test
  void whereThereAreNoTreesTheLinearModelStandsAlone() {
    Asked nothing = new Asked(Optional.empty());
    TreeSentimentModel model =
        new TreeSentimentModel(LINEAR, nothing, EnglishOptions.of(CoreNlpUse.ALWAYS));
    DocumentFeatures text = read(UNSURE);
    assertThat(model.polarity(text, Channel.SOCIAL))
        .isEqualTo(LINEAR.polarity(text, Channel.SOCIAL));
    assertThat(model.hasRead(text)).isFalse();
  }

  @Test
  void sentencesCountByTheirWords() {
    SentenceSentiment good = new SentenceSentiment(4, 0, 0, 0.2, 0.3, 0.5);
    Polarity mean = TreeSentimentModel.of(List.of(BAD, good));
    assertThat(mean.negative()).isCloseTo(12 * 0.9 / 16, within(1e-9));
    assertThat(mean.positive()).isCloseTo(4 * 0.8 / 16, within(1e-9));
  }

  private TreeSentimentModel model(CoreNlpUse use) {
    return new TreeSentimentModel(LINEAR, reader, EnglishOptions.of(use));
  }

  private static DocumentFeatures read(String text) {
    PreparedText prepared = new TextPreparer().prepare(text);
    return new DocumentFeatures(
        new SegmentedText(prepared, new HanLpSegmenter().segment(prepared.folded())));
  }

  /** A reader that gives every text the same trees, and notes who asked. */
  private static final class Asked implements EnglishReader {
    private final Optional<List<SentenceSentiment>> trees;
    private final List<String> asked = new ArrayList<>();

    Asked(Optional<List<SentenceSentiment>> trees) {
      this.trees = trees;
    }

    @Override
    public String id() {
      return "fake@1";
    }

    @Override
    public EnglishText read(String text) {
      return new EnglishText(List.of(), List.of());
    }

    @Override
    public String lemma(String word, WordKind kind) {
      return word;
    }

    @Override
    public Optional<List<SentenceSentiment>> sentiment(String text, TreeLimits limits) {
      asked.add(text);
      return trees;
    }
  }
}
