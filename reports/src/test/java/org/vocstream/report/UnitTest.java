package org.vocstream.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class UnitTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          COUNT | 1204 | 1,204
          POINTS | 71.44 | 71.4
          DIFFERENCE | 12.26 | +12.3
          DIFFERENCE | -12.26 | -12.3
          DIFFERENCE | -0.04 | 0.0
          DIFFERENCE | 0.04 | 0.0
          SHARE | 0.1254 | 12.5%
          PLAIN | -0.001 | 0.00
          """)
  void writesNumbers(Unit unit, double value, String expected) {
    assertThat(unit.of(value)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          POINTS | 71.4 | 66 | 75.94 | 71.4 (66.0–75.9)
          DIFFERENCE | 3.2 | -1 | 7.4 | +3.2 (-1.0..+7.4)
          """)
  void writesIntervals(Unit unit, double value, double low, double high, String expected) {
    assertThat(unit.of(value, low, high)).isEqualTo(expected);
  }
}
