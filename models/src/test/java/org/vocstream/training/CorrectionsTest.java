package org.vocstream.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vocstream.feedback.Channel;
import org.vocstream.feedback.Feedback;
import org.vocstream.pack.PackLoader;
import org.vocstream.scoring.FeedbackScorer;
import org.vocstream.scoring.ModelFolder;

/** What analysts correct is learnt, and changes what is scored. */
class CorrectionsTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 22);

  /** A word of no meaning that no model can know. */
  private static final List<String> CORRECTIONS =
      List.of("这款面霜呱嗒死了", "昨天收到，呱嗒", "同事说呱嗒，我也觉得呱嗒", "第二次买，还是呱嗒", "快递和客服都呱嗒", "整体呱嗒");

  private static final String NEW_TEXT = "给妈妈买的手机呱嗒";

  @TempDir Path folder;

  @Test
  void anUnknownWordIsLearntWithoutTheData() throws IOException {
    Path out = folder.resolve("mine");
    ContinuedTraining.train(corrections(-1), ModelFolder.bundled(), out, DAY, line -> {});
    ModelFolder mine = ModelFolder.of(out);

    assertThat(score(mine, NEW_TEXT))
        .isNegative()
        .isLessThan(score(ModelFolder.bundled(), NEW_TEXT) - 0.3);
    for (String other : List.of("很好用，会回购", "太难闻了，退货", "发货快，包装好")) {
      assertThat(score(mine, other))
          .isBetween(
              score(ModelFolder.bundled(), other) - 0.1, score(ModelFolder.bundled(), other) + 0.1);
    }
    assertThat(mine.card("sentiment-zh")).contains("\"corrected\"", "\"texts\" : 6");
    assertThat(mine.model("sentiment-zh").digest())
        .isNotEqualTo(ModelFolder.bundled().model("sentiment-zh").digest());
  }

  @Test
  void anUnknownWordIsLearntAmongTheData() throws IOException {
    Path data = folder.resolve("data");
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < 200; i++) {
      lines.append(
          "{\"id\": \"%d\", \"text\": \"%s%d\", \"label\": %d}\n"
              .formatted(i, i % 2 == 0 ? "很好用" : "太难闻", i, i % 2 == 0 ? 1 : -1));
    }
    Files.createDirectories(data.resolve("waimai_10k"));
    Files.writeString(data.resolve("waimai_10k/train.jsonl"), lines);

    Set<String> only = Set.of("sentiment-zh");
    Training.train(data, null, only, folder.resolve("without"), DAY, line -> {});
    Training.train(data, corrections(-1), only, folder.resolve("with"), DAY, line -> {});

    assertThat(score(ModelFolder.of(folder.resolve("with")), NEW_TEXT))
        .isLessThan(score(ModelFolder.of(folder.resolve("without")), NEW_TEXT) - 0.3);
    assertThat(ModelFolder.of(folder.resolve("with")).card("sentiment-zh"))
        .contains("\"set\" : \"corrections\"", "\"rows\" : 6", "\"weight\" : 10")
        .contains(Corpus.digest(folder.resolve("corrections.jsonl")));
  }

  @Test
  void aCorrectionStandsInThePlaceOfTheSameText() throws IOException {
    Path set = Files.createDirectories(folder.resolve("data/waimai_10k"));
    Files.writeString(set.resolve("train.jsonl"), "{\"text\": \"整体呱嗒！\", \"label\": 1}\n");
    Files.writeString(set.resolve("dev.jsonl"), "{\"text\": \"昨天收到 呱嗒\", \"label\": 1}\n");
    Corpus corpus = new Corpus(folder.resolve("data"), Corrections.of(corrections(-1)));

    assertThat(corpus.training(List.of("waimai_10k")))
        .hasSize(6 * Corrections.WEIGHT)
        .allMatch(t -> t.label() == -1);
    assertThat(corpus.heldOut("waimai_10k")).isEmpty();
  }

  @Test
  void correctedScoringOutputTeachesIndicatorsWhereItShowsTheWords() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("c.jsonl"),
            """
            {"id": "1", "text": "泵头呱嗒", "sentiment": {"label": -1}, "mentions": [{"label": {"zh": "包装"}, "polarity": -1, "start": 2, "end": 4, "evidence": "呱嗒"}]}
            {"id": "2", "text": "泵头呱嗒", "aspects": {"包装": -1}}
            """);
    List<LabelledText> rows = LabelledFile.read(file, Channel.REVIEW).rows();
    assertThat(rows.get(0).showsItsOpinions()).isTrue();
    assertThat(rows.get(0).opinions())
        .containsExactly(new LabelledText.Opinion(null, "呱嗒", "包装", -1));
    assertThat(rows.get(1).showsItsOpinions()).isFalse();
    assertThat(rows.get(1).aspects()).containsEntry("包装", -1);
  }

  @Test
  void nothingIsLearntWhereALineCannotBeUsed() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("bad.jsonl"),
            """
            {"text": "好", "label": 1}
            {"text": "", "label": 1}
            {"text": "好"}
            {"text": "好", "label": 2}
            {"text": "好", "aspects": {"物流": "good"}}
            """);
    Path out = folder.resolve("out");
    assertThatThrownBy(
            () -> ContinuedTraining.train(file, ModelFolder.bundled(), out, DAY, line -> {}))
        .hasMessageContaining("4 of 5 lines cannot be used")
        .hasMessageContaining("bad.jsonl:2 has no text")
        .hasMessageContaining("bad.jsonl:3 says nothing of its text")
        .hasMessageContaining("bad.jsonl:4 has label 2")
        .hasMessageContaining("bad.jsonl:5 has aspects.物流 \"good\"");
    assertThat(out).doesNotExist();

    Path aspects =
        Files.writeString(folder.resolve("a.jsonl"), "{\"text\": \"好\", \"aspects\": {\"物流\": 1}}");
    assertThatThrownBy(
            () -> ContinuedTraining.train(aspects, ModelFolder.bundled(), out, DAY, line -> {}))
        .hasMessageContaining("--data");
  }

  private Path corrections(int label) throws IOException {
    List<String> lines = new ArrayList<>();
    for (String text : CORRECTIONS) {
      lines.add(
          "{\"id\": \"c%d\", \"text\": \"%s\", \"label\": %d}"
              .formatted(lines.size(), text, label));
    }
    return Files.write(folder.resolve("corrections.jsonl"), lines);
  }

  private static double score(ModelFolder models, String text) {
    return FeedbackScorer.of(new PackLoader().load("commerce"), models)
        .score(Feedback.of("1", Channel.REVIEW, null, text))
        .sentiment()
        .score();
  }
}
