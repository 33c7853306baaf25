package org.vocstream.report.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TimetableTest {
  @ParameterizedTest(name = "{0} in {1} at {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          0 8 * * MON    | Asia/Shanghai | 2026-11-22T12:00:00Z | 2026-11-16T00:00:00Z | 2026-11-23T00:00:00Z
          0 8 * * MON    | Asia/Shanghai | 2026-11-23T00:00:00Z | 2026-11-23T00:00:00Z | 2026-11-30T00:00:00Z
          0 8 * * 1      | Asia/Shanghai | 2026-11-22T23:59:59Z | 2026-11-16T00:00:00Z | 2026-11-23T00:00:00Z
          30 6 1 * *     | Europe/Berlin | 2026-11-22T12:00:00Z | 2026-11-01T05:30:00Z | 2026-12-01T05:30:00Z
          0 8 * * *      | Pacific/Apia  | 2026-11-22T12:00:00Z | 2026-11-21T19:00:00Z | 2026-11-22T19:00:00Z
          """)
  void tellsLastAndNext(String cron, ZoneId zone, Instant now, Instant last, Instant next) {
    Timetable timetable = Timetable.parse(cron, zone);
    assertThat(timetable.last(now).orElseThrow().toInstant()).isEqualTo(last);
    assertThat(timetable.next(now).orElseThrow().toInstant()).isEqualTo(next);
  }

  /**
   * Clocks in Berlin went from 02:00 to 03:00 on 2026-03-29: half past two was at half past three.
   */
  @Test
  void isDueOnceWhereTheHourIsLeftOut() {
    Timetable timetable = Timetable.parse("30 2 * * SUN", ZoneId.of("Europe/Berlin"));
    Instant due = Instant.parse("2026-03-29T01:30:00Z");
    assertThat(timetable.next(Instant.parse("2026-03-29T00:59:00Z")).orElseThrow().toInstant())
        .isEqualTo(due);
    assertThat(timetable.last(due.minusSeconds(1)).orElseThrow().toInstant())
        .isEqualTo("2026-03-22T01:30:00Z");
    assertThat(timetable.last(due).orElseThrow().toInstant()).isEqualTo(due);
    assertThat(timetable.next(due).orElseThrow().toInstant()).isEqualTo("2026-04-05T00:30:00Z");
  }

  /** Clocks in Berlin went from 03:00 to 02:00 on 2026-10-25: half past two was twice. */
  @Test
  void isDueOnceWhereTheHourComesTwice() {
    Timetable timetable = Timetable.parse("30 2 * * SUN", ZoneId.of("Europe/Berlin"));
    Instant due = Instant.parse("2026-10-25T00:30:00Z");
    assertThat(timetable.next(due.minusSeconds(1)).orElseThrow().toInstant()).isEqualTo(due);
    assertThat(timetable.next(due).orElseThrow().toInstant()).isEqualTo("2026-11-01T01:30:00Z");
    assertThat(timetable.last(due.plusSeconds(4_000)).orElseThrow().toInstant()).isEqualTo(due);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "0 8 * *", "0 25 * * *", "every monday", "0 8 30 2 *", "0 8 * * MON||"})
  void refusesWhatIsNone(String cron) {
    assertThatThrownBy(() -> Timetable.parse(cron, ZoneId.of("UTC")))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
