package org.vocstream.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
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
import org.vocstream.statistics.alert.AlertEvent;
import org.vocstream.statistics.alert.AlertMeasure;
import org.vocstream.statistics.alert.AlertSeries;
import org.vocstream.statistics.alert.AlertSeverity;
import org.vocstream.statistics.alert.Deviation;

/** Quiet hours are 22:00 to 08:00 UTC; the event opened on the day of {@link #NOON}. */
// The harness can be interrupted when it closes.
@SuppressWarnings("try")
class HoldAlertsOperatorTest {
  private static final Instant NOON = Instant.parse("2026-10-13T12:00:00Z");
  private static final Instant NIGHT = Instant.parse("2026-10-13T23:00:00Z");
  private static final Instant MORNING = Instant.parse("2026-10-14T08:00:00Z");
  private static final long DAY = 20_739;
  static final Alert OPENED = alert(AlertSeverity.WARNING, AlertCourse.ONGOING, 20, false);
  private static final Alert MORE = alert(AlertSeverity.WARNING, AlertCourse.ONGOING, 30, false);
  private static final Alert WORSE = alert(AlertSeverity.CRITICAL, AlertCourse.ONGOING, 60, false);
  private static final Alert ENDED = alert(AlertSeverity.CRITICAL, AlertCourse.ENDED, 60, false);
  private static final Alert GONE = alert(AlertSeverity.CRITICAL, AlertCourse.ENDED, 60, true);

  @Test
  void byDayOnlyWhatMattersIsDelivered() throws Exception {
    try (Harness harness = harnessAt(NOON)) {
      see(harness, OPENED, MORE, WORSE, ENDED, ENDED, GONE);
      assertThat(harness.extractOutputValues()).containsExactly(OPENED, WORSE, ENDED, GONE);
      assertThat(harness.numProcessingTimeTimers() + harness.numEventTimeTimers()).isZero();
    }
  }

  @Test
  void byNightTheNewestIsHeldUntilMorningAlsoOverARestart() throws Exception {
    OperatorSubtaskState savepoint;
    try (Harness harness = harnessAt(NIGHT)) {
      see(harness, OPENED, WORSE);
      assertThat(harness.extractOutputValues()).isEmpty();
      savepoint = harness.snapshot(1, 1);
    }
    try (Harness harness = new Harness()) {
      harness.initializeState(savepoint);
      harness.open();
      harness.setProcessingTime(MORNING.toEpochMilli() - 1);
      assertThat(harness.extractOutputValues()).isEmpty();
      harness.setProcessingTime(MORNING.toEpochMilli());
      assertThat(harness.extractOutputValues()).containsExactly(WORSE);
      assertThat(harness.numProcessingTimeTimers() + harness.numEventTimeTimers()).isZero();
    }
  }

  @Test
  void whatIsWithdrawnByMorningIsNeverTold() throws Exception {
    try (Harness harness = harnessAt(NIGHT)) {
      see(harness, OPENED, GONE);
      harness.setProcessingTime(MORNING.toEpochMilli());
      assertThat(harness.extractOutputValues()).isEmpty();
      assertThat(harness.numKeyedStateEntries()).isZero();
    }
  }

  @Test
  void atTheEndOfInputNothingIsHeld() throws Exception {
    try (Harness harness = harnessAt(NIGHT)) {
      see(harness, OPENED);
      harness.processWatermark(Watermark.MAX_WATERMARK);
      assertThat(harness.extractOutputValues()).containsExactly(OPENED);
    }
  }

  @Test
  void whatIsLongAgoOrWasToldBeforeIsNotDelivered() throws Exception {
    try (Harness harness = harnessAt(NOON.plusSeconds(8 * 24 * 60 * 60))) {
      see(harness, OPENED);
      assertThat(harness.extractOutputValues()).isEmpty();
    }
    try (Harness harness = harnessAt(NOON)) {
      see(harness, new Alert(OPENED.rule(), OPENED.rules(), OPENED.event(), false, false));
      assertThat(harness.extractOutputValues()).isEmpty();
      assertThat(harness.numKeyedStateEntries()).isZero();
    }
  }

  private static Alert alert(
      AlertSeverity severity, AlertCourse course, long n, boolean withdrawn) {
    return new Alert(
        AlertRules.bundled().rules().get(0),
        "default@1.0.0",
        new AlertEvent(
            "indicator-crisis",
            new AlertSeries("澄野", Scope.GROUP, "packaging"),
            DAY,
            DAY,
            DAY,
            new Deviation(AlertMeasure.NEGATIVE_SHARE, 1, 0.2, 0.7, 20, 4.3),
            severity,
            course,
            n,
            n / 2),
        withdrawn,
        true);
  }

  private static void see(Harness harness, Alert... alerts) throws Exception {
    for (Alert alert : alerts) {
      harness.processElement(new StreamRecord<>(alert));
    }
  }

  private static Harness harnessAt(Instant now) throws Exception {
    Harness harness = new Harness();
    harness.open();
    harness.setProcessingTime(now.toEpochMilli());
    return harness;
  }

  private static final class Harness
      extends KeyedOneInputStreamOperatorTestHarness<String, Alert, Alert> {
    Harness() throws Exception {
      super(
          new KeyedProcessOperator<>(
              new HoldAlerts(
                  new AlertRules(
                      "default@1.0.0",
                      new QuietHours(LocalTime.of(22, 0), LocalTime.of(8, 0), ZoneId.of("UTC")),
                      7,
                      AlertRules.bundled().rules(),
                      List.of(new AlertDestination(null, Map.of(), "alerts.jsonl"))))),
          alert -> alert.event().id(),
          Types.STRING);
    }
  }
}
