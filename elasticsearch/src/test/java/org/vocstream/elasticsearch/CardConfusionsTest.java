package org.vocstream.elasticsearch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vocstream.pack.PackLoader;
import org.vocstream.scoring.ModelFolder;
import org.vocstream.statistics.Confusion;
import org.vocstream.statistics.comparison.KnownErrors;
import org.vocstream.statistics.comparison.Stratum;

class CardConfusionsTest {
  @TempDir Path folder;

  @Test
  void aCardsMatrixIsReadByLanguageAndChannelAndTurnedRound() throws Exception {
    // The card counts -1, 0, 1; a confusion is positive, neutral, negative.
    Files.writeString(
        folder.resolve("polarity-zh.card.json"),
        """
        {"held_out_by_channel": [
          {"channel": "review", "confusion_true_by_predicted_-1_0_1": [[90, 6, 4], [5, 40, 7], [2, 3, 200]]},
          {"channel": "chat", "confusion_true_by_predicted_-1_0_1": [[0, 0, 0], [1, 9, 5], [0, 0, 0]]}]}
        """);
    Files.writeString(folder.resolve("polarity-zh.vocl"), "only its name counts here");
    KnownErrors errors =
        CardConfusions.of(ModelFolder.of(folder), new PackLoader().load("cosmetics"));
    assertThat(errors.mentions())
        .containsEntry(
            new Stratum("review", "zh"),
            new Confusion(
                List.of(List.of(200L, 3L, 2L), List.of(7L, 40L, 5L), List.of(4L, 6L, 90L))))
        .containsKey(new Stratum("review", "mixed"))
        .doesNotContainKey(new Stratum("chat", "zh"));
  }

  @Test
  void theBundledCardsTellTheErrorsOfReviewsInBothLanguages() {
    KnownErrors errors =
        CardConfusions.of(ModelFolder.bundled(), new PackLoader().load("cosmetics"));
    assertThat(errors.mentions())
        .containsKeys(new Stratum("review", "zh"), new Stratum("review", "en"));
    assertThat(errors.feedback())
        .containsKeys(new Stratum("social", "zh"), new Stratum("review", "en"));
  }

  @Test
  void aPackWithAPolarityModelOfItsOwnHasNoKnownErrorOfMentions() {
    KnownErrors errors =
        CardConfusions.of(ModelFolder.bundled(), new PackLoader().load("automotive"));
    assertThat(errors.mentions()).isEmpty();
    assertThat(errors.feedback()).isNotEmpty();
  }
}
