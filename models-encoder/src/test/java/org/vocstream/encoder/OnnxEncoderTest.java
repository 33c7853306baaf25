package org.vocstream.encoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vocstream.feedback.Channel;
import org.vocstream.feedback.Feedback;
import org.vocstream.pack.Pack;
import org.vocstream.pack.PackLoader;
import org.vocstream.scoring.Effort;
import org.vocstream.scoring.FeedbackScorer;
import org.vocstream.scoring.ModelFolder;
import org.vocstream.scoring.ScoredFeedback;
import org.vocstream.scoring.ScoringOptions;

/** An encoder of a user's own scores whole texts, and what is wrong with it is said. */
class OnnxEncoderTest {
  private static final List<String> PIECES =
      List.of("[PAD]", "[UNK]", "[CLS]", "[SEP]", "物", "流", "快", "慢", "good", "bad", "##ly");
  private static final List<String> LABELS = List.of("negative", "positive");
  private static final Pack PACK = new PackLoader().load("commerce");

  @TempDir Path folder;

  @BeforeEach
  void write() throws IOException {
    TinyEncoder.write(folder, 7, PIECES, LABELS, 16);
  }

  @Test
  void scoresWholeTextsAndNamesItself() {
    FeedbackScorer deep = deep();
    ScoredFeedback slow = deep.score(review("物流慢"));
    ScoredFeedback fast = deep.score(review("物流快"));
    assertThat(slow.sentiment().score()).isBetween(-1.0, 1.0);
    assertThat(slow.sentiment()).isNotEqualTo(fast.sentiment());
    assertThat(slow.sentiment()).isEqualTo(deep.score(review("物流慢")).sentiment());
    assertThat(slow.mentions()).isNotEmpty();
    assertThat(deep.scoredBy()).isNotEqualTo(FeedbackScorer.of(PACK).scoredBy());
  }

  @Test
  void otherWeightsHaveAnotherName() throws IOException {
    String before = deep().scoredBy();
    TinyEncoder.write(folder, 8, PIECES, LABELS, 16);
    assertThat(deep().scoredBy()).isNotEqualTo(before);
  }

  @Test
  void readsLongTextsWindowByWindow() {
    // Fourteen pieces fit between the marks: two windows of the same say what one says.
    double once = deep().score(review("物流快慢物流快慢物流快慢物流")).sentiment().score();
    double twice = deep().score(review("物流快慢物流快慢物流快慢物流物流快慢物流快慢物流快慢物流")).sentiment().score();
    assertThat(twice).isCloseTo(once, within(1e-6));
    assertThat(deep().score(review("慢".repeat(5_000))).sentiment()).isNotNull();
  }

  @Test
  void givesTheSameFromSeveralThreads() {
    FeedbackScorer deep = deep();
    Object alone = deep.score(review("物流慢 good")).sentiment();
    List<Object> together =
        IntStream.range(0, 200)
            .parallel()
            .<Object>mapToObj(i -> deep.score(review("物流慢 good")).sentiment())
            .distinct()
            .toList();
    assertThat(together).containsExactly(alone);
  }

  @Test
  void leavesOtherLanguagesToTheBundledModels() throws IOException {
    Feedback english =
        Feedback.of("1", Channel.REVIEW, null, "The delivery was fast and the box was good");
    Object bundled = FeedbackScorer.of(PACK).score(english).sentiment();
    assertThat(deep().score(english).sentiment()).isNotEqualTo(bundled);
    rewriteConfig("{\"id2label\"", "{\"languages\": [\"zh\"], \"id2label\"");
    assertThat(deep().score(english).sentiment()).isEqualTo(bundled);
  }

  @Test
  void cutsWordsIntoPieces() throws IOException {
    WordPieceTokenizer tokenizer = WordPieceTokenizer.read(folder.resolve("vocab.txt"));
    assertThat(tokenizer.pieces("物流goodly 快!", true)).containsExactly(4, 5, 8, 10, 6, 1);
    assertThat(tokenizer.pieces("goodbad", true)).containsExactly(1);
  }

  @Test
  void saysWhatIsWrong() throws IOException {
    rewriteConfig("positive", "wonderful");
    assertRefused("\"wonderful\"");
    write();
    rewriteConfig("\"negative\", ", "\"negative\", \"2\": \"neutral\", ");
    assertRefused("has 2 outputs", "names 3");
    write();
    Files.writeString(folder.resolve("model.onnx"), "no model");
    assertRefused("model.onnx cannot be used");
    write();
    Files.write(folder.resolve("vocab.txt"), List.of("a", "b"));
    assertRefused("vocab.txt has no line [CLS]");
    Files.delete(folder.resolve("vocab.txt"));
    assertRefused("no file vocab.txt");
  }

  @Test
  void anEncoderNeedsTheEffort() {
    assertThatThrownBy(() -> new ScoringOptions(Effort.STANDARD, ModelFolder.bundled(), folder))
        .hasMessageContaining("--effort deep");
  }

  private FeedbackScorer deep() {
    return FeedbackScorer.of(PACK, new ScoringOptions(Effort.DEEP, ModelFolder.bundled(), folder));
  }

  private static Feedback review(String text) {
    return Feedback.of("1", Channel.REVIEW, null, text);
  }

  private void rewriteConfig(String old, String now) throws IOException {
    Path config = folder.resolve("config.json");
    String text = Files.readString(config).replace("{\"max_position_embeddings\": 16, ", "{");
    Files.writeString(config, text.replace(old, now));
  }

  private void assertRefused(String... words) {
    assertThatThrownBy(this::deep)
        .isInstanceOf(IllegalArgumentException.class)
        .satisfies(e -> assertThat(e.getMessage()).contains(words));
  }
}
