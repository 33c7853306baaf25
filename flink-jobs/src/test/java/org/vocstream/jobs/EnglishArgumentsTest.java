package org.vocstream.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vocstream.english.CoreNlpUse;
import org.vocstream.english.EnglishOptions;
import org.vocstream.english.TreeLimits;

/** How English is read travels as texts and comes back as it was. */
class EnglishArgumentsTest {
  @Test
  void optionsComeBackAsTheyWere() {
    EnglishOptions options =
        new EnglishOptions(
            CoreNlpUse.UNSURE,
            0.7,
            new TreeLimits(30, TreeLimits.STANDARD.textWords(), Duration.ofSeconds(5)));
    assertThat(EnglishArguments.read(EnglishArguments.of(options))).isEqualTo(options);
  }

  @Test
  void whatNobodyNamesIsOff() {
    assertThat(EnglishArguments.of(EnglishOptions.OFF)).isEmpty();
    assertThat(EnglishArguments.read(Map.of("pack", "hotel"))).isEqualTo(EnglishOptions.OFF);
  }

  @Test
  void wrongOnesAreNamed() {
    assertThatThrownBy(() -> EnglishArguments.read(Map.of("corenlp", "sometimes")))
        .hasMessage("--corenlp sometimes is unknown; one of off, words, unsure, always");
    assertThatThrownBy(
            () -> EnglishArguments.read(Map.of("corenlp", "unsure", "corenlp-words", "many")))
        .hasMessage("--corenlp-words many: a number is needed");
  }
}
