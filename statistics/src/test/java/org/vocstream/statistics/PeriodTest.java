package org.vocstream.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PeriodTest {
  @ParameterizedTest
  @CsvSource({
    "2026-W40..2026-W43, 2026-09-28..2026-10-25, 2026-08-31..2026-09-27",
    "2026-W43, 2026-10-19..2026-10-25, 2026-10-12..2026-10-18",
    "2026-w43, 2026-10-19..2026-10-25, 2026-10-12..2026-10-18",
    "2026-W01, 2025-12-29..2026-01-04, 2025-12-22..2025-12-28",
    "2026-W53, 2026-12-28..2027-01-03, 2026-12-21..2026-12-27",
    "2020-W53..2021-W01, 2020-12-28..2021-01-10, 2020-12-14..2020-12-27",
    "2026-10, 2026-10-01..2026-10-31, 2026-09-01..2026-09-30",
    "2026-03, 2026-03-01..2026-03-31, 2026-02-01..2026-02-28",
    "2026-11..2027-02, 2026-11-01..2027-02-28, 2026-07-01..2026-10-31",
    "2026-10-01..2026-10-25, 2026-10-01..2026-10-25, 2026-09-06..2026-09-30",
    "2026-10-05, 2026-10-05..2026-10-05, 2026-10-04..2026-10-04",
    "2027-W05..2027-W08, 2027-02-01..2027-02-28, 2027-01-04..2027-01-31",
    "2027-02, 2027-02-01..2027-02-28, 2027-01-01..2027-01-31"
  })
  void isReadAsWrittenAndThePreviousOneIsAsLong(String text, String days, String previous) {
    assertThat(Period.parse(text)).hasToString(days);
    assertThat(Period.parse(text).previous()).hasToString(previous);
    assertThat(Period.parse(Period.parse(text).written())).isEqualTo(Period.parse(text));
  }

  @ParameterizedTest
  @CsvSource({
    "2027-W53, 2027 has no week 53; its weeks are W01 to W52",
    "2026-W54, 2026 has no week 54; its weeks are W01 to W53",
    "2026-W00, 2026 has no week 0; its weeks are W01 to W53",
    "2026-W43..2026-W40, ends on 2026-10-04",
    "2026-13, is no period; write weeks",
    "2026-02-30, is no period; write weeks",
    "last week, is no period; write weeks",
    "2026-W40.., is no period; write weeks"
  })
  void whatIsNoneIsRefusedWithWhatToWrite(String text, String message) {
    assertThatThrownBy(() -> Period.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }

  @Test
  void theDayAfterTheLastIsNotInIt() {
    assertThat(Period.parse("2026-W40").to()).hasToString("2026-10-05");
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-10", "2026-01..2026-03", "2026-10-19..2026-10-25"})
  void monthsAreWrittenAsMonths(String text) {
    assertThat(Period.parse(text).written()).isEqualTo(text);
  }
}
