package org.vocstream.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;
import org.vocstream.statistics.Scope;
import org.vocstream.statistics.alert.Alert;
import org.vocstream.statistics.alert.AlertCourse;
import org.vocstream.statistics.alert.AlertSeries;

/** Days are counted from 20,000; an ordinary day has 20 mentions, 4 of them negative. */
// The harness can be interrupted when it closes.
@SuppressWarnings("try")
class WatchSeriesOperatorTest {
  private static final AlertSeries SERIES = new AlertSeries("澄野", Scope.GROUP, "packaging");
  private static final String EVENT = "indicator-crisis|澄野|group|packaging|2024-11-13";
  private static final long T0 = 20_000;
  private static final long CRISIS = T0 + 40;
  private static final long DAY = 24L * 60 * 60 * 1000;

  @Test
  void inputThatEndsIsJudgedOnceAtItsEndAndNothingIsKept() throws Exception {
    try (Harness harness = harness()) {
      harness.open();
      for (long day = CRISIS + 3; day >= T0; day--) {
        see(harness, changed(day, "review", 10, day >= CRISIS ? 8 : 2));
        see(harness, changed(day, "social", 50, day >= CRISIS ? 37 : 10));
      }
      assertThat(harness.extractOutputValues()).isEmpty();
      harness.processWatermark(Watermark.MAX_WATERMARK);
      assertThat(told(harness)).containsExactly(EVENT + " ONGOING 180/240 news");
      assertThat(harness.numKeyedStateEntries()).isZero();
      assertThat(harness.numEventTimeTimers() + harness.numProcessingTimeTimers()).isZero();
    }
  }

  @Test
  void anEventGrowsEndsAndIsWithdrawnWhenItsMentionsAre() throws Exception {
    try (Harness harness = harness()) {
      harness.open();
      ordinaryDays(harness, T0, CRISIS);
      harness.processWatermark(end(CRISIS - 1));
      assertThat(told(harness)).isEmpty();

      see(harness, changed(CRISIS, "review", 60, 45));
      harness.setProcessingTime(1_000);
      assertThat(told(harness)).containsExactly(EVENT + " ONGOING 45/60 news");

      see(harness, changed(CRISIS, "review", 80, 60));
      harness.setProcessingTime(2_000);
      assertThat(told(harness)).containsExactly(EVENT + " ONGOING 60/80 news");

      for (long day = CRISIS; day < CRISIS + 4; day++) {
        harness.processWatermark(end(day));
      }
      assertThat(told(harness)).last().isEqualTo(EVENT + " ENDED 60/80 news");

      see(harness, changed(CRISIS, "review", 0, 0));
      harness.setProcessingTime(3_000);
      assertThat(told(harness)).containsExactly(EVENT + " withdrawn");
    }
  }

  @Test
  void historyIsReadFromTheIndexAndWhatWasToldThenIsNoNews() throws Exception {
    try (Harness harness = harness()) {
      harness.open();
      for (long day = T0; day < CRISIS; day++) {
        see(harness, standing(day, 20, 4));
      }
      see(harness, standing(CRISIS, 60, 45));
      harness.processWatermark(Watermark.MAX_WATERMARK);
      assertThat(told(harness)).containsExactly(EVENT + " ONGOING 45/60");
    }
  }

  @Test
  void whatTheStreamTellsCountsMoreThanWhatStoodWhicheverComesFirst() throws Exception {
    for (boolean streamFirst : new boolean[] {true, false}) {
      try (Harness harness = harness()) {
        harness.open();
        for (long day = T0; day < CRISIS; day++) {
          see(harness, standing(day, 20, 4));
        }
        SeriesCell stream = changed(CRISIS, "review", 20, 4);
        SeriesCell stood = standing(CRISIS, 60, 45);
        see(harness, streamFirst ? stream : stood);
        see(harness, streamFirst ? stood : stream);
        harness.processWatermark(Watermark.MAX_WATERMARK);
        assertThat(told(harness))
            .as("an earlier run had told it")
            .containsExactly(EVENT + " withdrawn");
      }
    }
  }

  @Test
  void anEventGoesOnAfterARestart() throws Exception {
    OperatorSubtaskState savepoint;
    try (Harness harness = harness()) {
      harness.open();
      ordinaryDays(harness, T0, CRISIS);
      see(harness, changed(CRISIS, "review", 60, 45));
      harness.processWatermark(end(CRISIS - 1));
      assertThat(told(harness)).containsExactly(EVENT + " ONGOING 45/60 news");
      savepoint = harness.snapshot(1, 1);
    }
    try (Harness harness = harness()) {
      harness.initializeState(savepoint);
      harness.open();
      see(harness, changed(CRISIS + 1, "review", 60, 45));
      harness.processWatermark(end(CRISIS));
      assertThat(told(harness)).containsExactly(EVENT + " ONGOING 90/120 news");
    }
  }

  @Test
  void aLongEventIsOneEventThoughItsDaysAreSettled() throws Exception {
    try (Harness harness = harness()) {
      harness.open();
      for (long day = T0; day < CRISIS + 60; day++) {
        boolean crisis = day >= CRISIS && day < CRISIS + 20;
        see(harness, changed(day, "review", crisis ? 60 : 20, crisis ? 45 : 4));
        harness.processWatermark(end(day));
        harness.setProcessingTime((day - T0 + 1) * 1_000);
      }
      assertThat(harness.extractOutputValues().stream().map(a -> a.event().id()).distinct())
          .containsExactly(EVENT);
    }
  }

  @Test
  void aSilentSeriesIsForgotten() throws Exception {
    try (Harness harness = harness()) {
      harness.open();
      ordinaryDays(harness, T0, CRISIS);
      harness.processWatermark(end(CRISIS - 1));
      assertThat(harness.numKeyedStateEntries()).isPositive();
      for (long day = CRISIS; day < CRISIS + 80; day++) {
        harness.processWatermark(end(day));
      }
      assertThat(harness.numKeyedStateEntries()).isZero();
      assertThat(harness.numEventTimeTimers() + harness.numProcessingTimeTimers()).isZero();
    }
  }

  private static void ordinaryDays(Harness harness, long from, long to) throws Exception {
    for (long day = from; day < to; day++) {
      see(harness, changed(day, "review", 20, 4));
    }
  }

  private static Watermark end(long day) {
    return new Watermark((day + 1) * DAY - 1);
  }

  /** What came out since the last look, in short. */
  private static List<String> told(Harness harness) {
    List<String> told =
        harness.extractOutputValues().stream().map(WatchSeriesOperatorTest::told).toList();
    harness.getOutput().clear();
    return told;
  }

  private static String told(Alert alert) {
    if (alert.withdrawn()) {
      return alert.event().id() + " withdrawn";
    }
    AlertCourse course = alert.event().course();
    return alert.event().id()
        + " "
        + course
        + " "
        + alert.event().negative()
        + "/"
        + alert.event().n()
        + (alert.news() ? " news" : "");
  }

  private static void see(Harness harness, SeriesCell cell) throws Exception {
    harness.processElement(new StreamRecord<>(cell));
  }

  private static SeriesCell changed(long day, String channel, long n, long negative) {
    return new SeriesCell(SERIES, day + channel, day, channel, false, n, negative, false);
  }

  private static SeriesCell standing(long day, long n, long negative) {
    return new SeriesCell(SERIES, day + "review", day, "review", false, n, negative, true);
  }

  private static Harness harness() throws Exception {
    return new Harness();
  }

  private static final class Harness
      extends KeyedOneInputStreamOperatorTestHarness<String, SeriesCell, Alert> {
    Harness() throws Exception {
      super(
          new KeyedProcessOperator<>(new WatchSeries(AlertRules.bundled(), "UTC")),
          cell -> cell.series().key(),
          Types.STRING);
    }
  }
}
