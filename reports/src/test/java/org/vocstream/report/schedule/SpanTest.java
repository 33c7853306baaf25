package org.vocstream.report.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vocstream.statistics.Period;

final class SpanTest {
  @ParameterizedTest(name = "{0} on {1}")
  @CsvSource({
    "last-week, 2026-11-23, 2026-W47",
    "last-week, 2026-11-22, 2026-W46",
    "last-4-weeks, 2026-11-23, 2026-W44..2026-W47",
    "last-day, 2026-03-01, 2026-02-28",
    "last-3-days, 2026-11-23, 2026-11-20..2026-11-22",
    "last-month, 2026-11-01, 2026-10",
    "last-month, 2026-11-30, 2026-10",
    "last-3-months, 2026-01-15, 2025-10..2025-12"
  })
  void isOfWholeUnitsBefore(String span, LocalDate day, String period) {
    assertThat(Span.parse(span).before(day)).isEqualTo(Period.parse(period));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "week", "last-0-weeks", "last-week-4", "last-year"})
  void refusesWhatIsNone(String text) {
    assertThatThrownBy(() -> Span.parse(text)).isInstanceOf(IllegalArgumentException.class);
  }
}
