package org.vocstream.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {
  @ParameterizedTest
  @CsvSource({
    "-5, 0 s",
    "119, 119 s",
    "120, 2 min",
    "7199, 119 min",
    "7200, 2 h",
    "172799, 47 h",
    "172800, 2 days"
  })
  void aDurationIsSaidInItsLargestUsefulUnit(long seconds, String said) {
    assertThat(Words.of(Duration.ofSeconds(seconds))).isEqualTo(said);
  }

  @ParameterizedTest
  @CsvSource({"0.00012, 0.12 ms", "0.0449, 45 ms", "0.999, 999 ms", "2.54, 2.5 s"})
  void aShortTimeKeepsTwoFigures(double seconds, String said) {
    assertThat(Words.ofSeconds(seconds)).isEqualTo(said);
  }
}
