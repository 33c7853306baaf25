package org.vocstream.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vocstream.feedback.Channel;
import org.vocstream.feedback.Feedback;
import org.vocstream.pack.PackLoader;
import org.vocstream.scoring.FeedbackScorer;
import org.vocstream.scoring.ModelFolder;
import org.vocstream.sentiment.Polarity;

class ChannelCalibrationTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 22);

  @TempDir Path folder;

  /** In these surveys a short word of praise is mere politeness: nobody who labels takes it so. */
  @Test
  void theLinesMoveForTheChannelAloneAndTheModelSaysSo() throws IOException {
    Path labelled = labelled(40, 40);
    ChannelCalibration fitted =
        ChannelCalibration.fit(labelled, Channel.SURVEY, ModelFolder.bundled()).get(0);
    assertThat(fitted.n()).isEqualTo(80);
    assertThat(fitted.after().logLoss()).isLessThan(fitted.before().logLoss() / 2);
    assertThat(fitted.after().accuracy()).isGreaterThan(fitted.before().accuracy() + 0.3);

    Path out = folder.resolve("mine");
    fitted.write(out, ModelFolder.bundled().card("sentiment-zh"), labelled, DAY);
    FeedbackScorer mine = scorer(ModelFolder.of(out));
    FeedbackScorer bundled = scorer(ModelFolder.bundled());
    assertThat(score(mine, Channel.SURVEY)).isLessThan(score(bundled, Channel.SURVEY) - 0.3);
    assertThat(score(mine, Channel.REVIEW)).isEqualTo(score(bundled, Channel.REVIEW));
    assertThat(mine.scoredBy()).isNotEqualTo(bundled.scoredBy()).startsWith("commerce@");
    assertThat(Files.readString(out.resolve("sentiment-zh.card.json")))
        .contains("\"calibrated\"", "\"channel\" : \"survey\"", "\"texts\" : 80")
        .contains(Corpus.digest(labelled));
  }

  @Test
  void tooFewOrAllAlikeAreRefused() throws IOException {
    Path few = labelled(20, 20);
    assertThatThrownBy(() -> ChannelCalibration.fit(few, Channel.CHAT, ModelFolder.bundled()))
        .hasMessageContaining("sentiment-zh: 40 labelled texts, 50 are needed");
    Path alike = labelled(60, 0);
    assertThatThrownBy(() -> ChannelCalibration.fit(alike, Channel.CHAT, ModelFolder.bundled()))
        .hasMessageContaining("all 60 texts have the same label");
  }

  /** Four texts: two said to be 0.9 sure, of which one is right; two 0.5 sure, one right. */
  @Test
  void theErrorOfCalibrationIsTheMeanDistanceInItsBins() {
    Reliability reliability = new Reliability();
    reliability.add(new Polarity(0.9, 0.05, 0.05), 1);
    reliability.add(new Polarity(0.9, 0.05, 0.05), -1);
    reliability.add(new Polarity(0.5, 0.3, 0.2), 1);
    reliability.add(new Polarity(0.5, 0.3, 0.2), 0);
    assertThat(reliability.error()).isCloseTo((0.4 * 2 + 0) / 4, within(1e-9));
    assertThat(reliability.accuracy()).isEqualTo(0.5);
    assertThat(reliability.logLoss())
        .isCloseTo(
            -(Math.log(0.9) + Math.log(0.05) + Math.log(0.5) + Math.log(0.3)) / 4, within(1e-9));
  }

  private Path labelled(int neutral, int negative) throws IOException {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < neutral; i++) {
      lines.add(line("第" + i + "题，挺好的", 0));
    }
    for (int i = 0; i < negative; i++) {
      lines.add(line("第" + i + "题，太差了，很失望", -1));
    }
    return Files.write(folder.resolve("labelled.jsonl"), lines);
  }

  private static String line(String text, int label) {
    return String.format(Locale.ROOT, "{\"text\": \"%s\", \"label\": %d}", text, label);
  }

  private static FeedbackScorer scorer(ModelFolder models) {
    return FeedbackScorer.of(new PackLoader().load("commerce"), models);
  }

  private static double score(FeedbackScorer scorer, Channel channel) {
    return scorer.score(Feedback.of("1", channel, null, "服务挺好的")).sentiment().score();
  }
}
