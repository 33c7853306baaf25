package org.vocstream.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vocstream.jobs.CellStory.DAY0;
import static org.vocstream.jobs.CellStory.T0;
import static org.vocstream.jobs.CellStory.delivery;
import static org.vocstream.jobs.CellStory.review;

import java.time.ZoneId;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;
import org.vocstream.statistics.ScoreCell;

// The harness can be interrupted when it closes.
@SuppressWarnings("try")
class SumDailyCellsOperatorTest {
  private static final ScoreCell GOOD = delivery(review("r1", T0, 1));
  private static final ScoreCell BAD = delivery(review("r2", T0, -1, -1));
  private static final long CLOSES = Days.end(DAY0, ZoneId.of(CellStory.ZONE));

  @Test
  void whatChangesWithinASecondIsHandedOnOnceLongBeforeTheDayIsOver() throws Exception {
    try (KeyedOneInputStreamOperatorTestHarness<String, CellChange, ScoreCell> harness =
        harness()) {
      harness.open();
      harness.setProcessingTime(5_300);
      harness.processWatermark(new Watermark(T0.toEpochMilli()));
      change(harness, GOOD);
      change(harness, BAD);
      assertThat(harness.extractOutputValues()).isEmpty();
      harness.setProcessingTime(6_000);
      assertThat(harness.extractOutputValues()).containsExactly(GOOD.plus(BAD));
      harness.setProcessingTime(60_000);
      assertThat(harness.extractOutputValues()).hasSize(1);
    }
  }

  @Test
  void aCellThatGoesOnChangingIsHandedOnEveryTenSecondsAndOneThatRestedWithinASecond()
      throws Exception {
    try (KeyedOneInputStreamOperatorTestHarness<String, CellChange, ScoreCell> harness =
        harness()) {
      harness.open();
      harness.setProcessingTime(100);
      harness.processWatermark(new Watermark(T0.toEpochMilli()));
      for (long now = 100; now <= 60_000; now += 100) {
        harness.setProcessingTime(now);
        change(harness, BAD);
      }
      // At 1, 11, 21, 31, 41 and 51 s.
      assertThat(harness.extractOutputValues()).hasSize(6);
      harness.setProcessingTime(61_000);
      assertThat(harness.extractOutputValues()).hasSize(7);
      harness.setProcessingTime(90_000);
      change(harness, GOOD);
      harness.setProcessingTime(91_000);
      assertThat(harness.extractOutputValues()).hasSize(8);
    }
  }

  @Test
  void whatLeavesIsTakenBackAndAnEmptyCellIsForgotten() throws Exception {
    try (KeyedOneInputStreamOperatorTestHarness<String, CellChange, ScoreCell> harness =
        harness()) {
      harness.open();
      harness.processWatermark(new Watermark(T0.toEpochMilli()));
      change(harness, GOOD);
      change(harness, BAD);
      change(harness, BAD.negated());
      harness.setProcessingTime(1_000);
      assertThat(harness.extractOutputValues()).containsExactly(GOOD);
      change(harness, GOOD.negated());
      harness.setProcessingTime(11_000);
      assertThat(harness.extractOutputValues()).containsExactly(GOOD, ScoreCell.empty(GOOD.key()));
      assertThat(harness.numKeyedStateEntries()).isZero();
    }
  }

  @Test
  void beforeTheFirstWatermarkNothingIsToldByHalves() throws Exception {
    try (KeyedOneInputStreamOperatorTestHarness<String, CellChange, ScoreCell> harness =
        harness()) {
      harness.open();
      change(harness, GOOD);
      harness.setProcessingTime(60_000);
      assertThat(harness.extractOutputValues()).isEmpty();
      harness.processElement(new StreamRecord<>(new CellChange(BAD, true)));
      harness.processWatermark(new Watermark(T0.toEpochMilli()));
      assertThat(harness.extractOutputValues()).containsExactly(GOOD.plus(BAD));
    }
  }

  @Test
  void whatStoodInTheIndexIsCountedAndNotWrittenAgain() throws Exception {
    try (KeyedOneInputStreamOperatorTestHarness<String, CellChange, ScoreCell> harness =
        harness()) {
      harness.open();
      harness.processElement(new StreamRecord<>(new CellChange(BAD, true)));
      harness.processWatermark(new Watermark(T0.toEpochMilli()));
      harness.setProcessingTime(60_000);
      assertThat(harness.extractOutputValues()).isEmpty();
      change(harness, GOOD);
      harness.setProcessingTime(61_000);
      assertThat(harness.extractOutputValues()).containsExactly(BAD.plus(GOOD));
    }
  }

  @Test
  void theEndOfTheDayHandsOnWhatIsLeftAndForgetsTheCell() throws Exception {
    try (KeyedOneInputStreamOperatorTestHarness<String, CellChange, ScoreCell> harness =
        harness()) {
      harness.open();
      harness.processWatermark(new Watermark(T0.toEpochMilli()));
      change(harness, GOOD);
      harness.processWatermark(new Watermark(CLOSES - 1));
      assertThat(harness.numKeyedStateEntries()).isPositive();
      harness.processWatermark(new Watermark(CLOSES));
      assertThat(harness.extractOutputValues()).containsExactly(GOOD);
      assertThat(harness.numKeyedStateEntries()).isZero();
      assertThat(harness.numEventTimeTimers()).isZero();
      harness.setProcessingTime(60_000);
      assertThat(harness.extractOutputValues()).hasSize(1);
    }
  }

  @Test
  void anUndatedCellStaysOpen() throws Exception {
    ScoreCell undated = delivery(review("r1", null, 1));
    try (KeyedOneInputStreamOperatorTestHarness<String, CellChange, ScoreCell> harness =
        harness()) {
      harness.open();
      change(harness, undated);
      harness.processWatermark(new Watermark(CLOSES));
      change(harness, delivery(review("r2", null, 0)));
      harness.setProcessingTime(SumDailyCells.AGAIN);
      assertThat(harness.extractOutputValues())
          .containsExactly(undated, undated.plus(delivery(review("r2", null, 0))));
    }
  }

  @Test
  void aJobThatIsDrainedHandsOnWhatHasNoDay() throws Exception {
    ScoreCell undated = delivery(review("r1", null, 1));
    try (KeyedOneInputStreamOperatorTestHarness<String, CellChange, ScoreCell> harness =
        harness()) {
      harness.open();
      harness.processWatermark(new Watermark(T0.toEpochMilli()));
      change(harness, undated);
      harness.setProcessingTime(SumDailyCells.GATHER);
      ScoreCell more = delivery(review("r2", null, 0));
      change(harness, more);
      harness.processWatermark(Watermark.MAX_WATERMARK);
      assertThat(harness.extractOutputValues()).containsExactly(undated, undated.plus(more));
    }
  }

  @Test
  void aSavepointKeepsSumsAndWhatIsStillToBeHandedOn() throws Exception {
    OperatorSubtaskState savepoint;
    try (KeyedOneInputStreamOperatorTestHarness<String, CellChange, ScoreCell> harness =
        harness()) {
      harness.open();
      harness.processWatermark(new Watermark(T0.toEpochMilli()));
      change(harness, GOOD);
      savepoint = harness.snapshot(1, 1);
    }
    try (KeyedOneInputStreamOperatorTestHarness<String, CellChange, ScoreCell> harness =
        harness()) {
      harness.initializeState(savepoint);
      harness.open();
      harness.setProcessingTime(1_000);
      assertThat(harness.extractOutputValues()).containsExactly(GOOD);
      harness.processWatermark(new Watermark(T0.toEpochMilli()));
      change(harness, BAD);
      harness.setProcessingTime(11_000);
      assertThat(harness.extractOutputValues()).containsExactly(GOOD, GOOD.plus(BAD));
    }
  }

  private static void change(
      KeyedOneInputStreamOperatorTestHarness<String, CellChange, ScoreCell> harness, ScoreCell cell)
      throws Exception {
    harness.processElement(new StreamRecord<>(new CellChange(cell, false)));
  }

  private static KeyedOneInputStreamOperatorTestHarness<String, CellChange, ScoreCell> harness()
      throws Exception {
    return new KeyedOneInputStreamOperatorTestHarness<>(
        new KeyedProcessOperator<>(new SumDailyCells(CellStory.ZONE)),
        change -> change.cell().key().id(),
        Types.STRING);
  }
}
