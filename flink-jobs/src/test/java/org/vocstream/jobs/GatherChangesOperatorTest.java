package org.vocstream.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vocstream.jobs.CellStory.DAY0;
import static org.vocstream.jobs.CellStory.T0;
import static org.vocstream.jobs.CellStory.delivery;
import static org.vocstream.jobs.CellStory.review;

import java.time.ZoneId;
import java.util.stream.IntStream;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;
import org.vocstream.statistics.CellKey;
import org.vocstream.statistics.ScoreCell;

// The harness can be interrupted when it closes.
@SuppressWarnings("try")
class GatherChangesOperatorTest {
  private static final ScoreCell GOOD = delivery(review("r1", T0, 1));
  private static final ScoreCell BAD = delivery(review("r2", T0, -1, -1));
  private static final ScoreCell UNDATED = delivery(review("r3", null, 1));
  private static final CellChange BOTH = new CellChange(GOOD.plus(BAD), false);
  private static final long CLOSES = Days.end(DAY0, ZoneId.of(CellStory.ZONE));

  @Test
  void changesOfOneCellLeaveAsOneAndThoseOfAnotherBesideIt() throws Exception {
    try (Harness harness = Harness.opened()) {
      harness.setProcessingTime(5_010);
      harness.change(GOOD, UNDATED, BAD);
      harness.setProcessingTime(5_249);
      assertThat(harness.extractOutputValues()).isEmpty();
      harness.setProcessingTime(5_250);
      assertThat(harness.extractOutputValues())
          .containsExactly(BOTH, new CellChange(UNDATED, false));
      harness.setProcessingTime(60_000);
      assertThat(harness.extractOutputValues()).hasSize(2);
      harness.change(GOOD);
      harness.setProcessingTime(60_250);
      assertThat(harness.extractOutputValues()).hasSize(3).endsWith(new CellChange(GOOD, false));
    }
  }

  @Test
  void onlyWhatStandsInTheIndexWholeNeedsNoWriting() throws Exception {
    try (Harness harness = Harness.opened()) {
      harness.stands(GOOD);
      harness.stands(BAD);
      harness.stands(UNDATED);
      // Nothing is added, but the cell is to be written.
      harness.change(ScoreCell.empty(GOOD.key()));
      harness.setProcessingTime(GatherChanges.GATHER);
      assertThat(harness.extractOutputValues())
          .containsExactly(BOTH, new CellChange(UNDATED, true));
    }
  }

  @Test
  void nothingStaysBehindACheckpoint() throws Exception {
    try (Harness harness = Harness.opened()) {
      harness.change(GOOD, BAD);
      harness.prepareSnapshotPreBarrier(1);
      assertThat(harness.extractOutputValues()).containsExactly(BOTH);
    }
  }

  @Test
  void theFirstWatermarkFindsAllThatStoodInTheIndex() throws Exception {
    try (Harness harness = Harness.opened()) {
      harness.stands(GOOD);
      harness.processWatermark(new Watermark(Long.MIN_VALUE + 1));
      assertThat(harness.getOutput())
          .containsExactly(
              new StreamRecord<>(new CellChange(GOOD, true)), new Watermark(Long.MIN_VALUE + 1));
    }
  }

  @Test
  void aChangeReachesItsDayBeforeTheDayClosesAndWaitsForNoOther() throws Exception {
    try (Harness harness = Harness.opened()) {
      harness.processWatermark(new Watermark(T0.toEpochMilli()));
      harness.change(GOOD, UNDATED, BAD);
      harness.processWatermark(new Watermark(CLOSES - 1));
      assertThat(harness.extractOutputValues()).as("the day is open").isEmpty();
      harness.processWatermark(new Watermark(CLOSES));
      assertThat(harness.getOutput())
          .containsExactly(
              new Watermark(T0.toEpochMilli()),
              new Watermark(CLOSES - 1),
              new StreamRecord<>(BOTH),
              new StreamRecord<>(new CellChange(UNDATED, false)),
              new Watermark(CLOSES));
    }
  }

  @Test
  void theEndOfTheInputLeavesNothing() throws Exception {
    try (Harness harness = Harness.opened()) {
      harness.processWatermark(new Watermark(T0.toEpochMilli()));
      harness.change(UNDATED);
      harness.processWatermark(Watermark.MAX_WATERMARK);
      assertThat(harness.extractOutputValues()).containsExactly(new CellChange(UNDATED, false));
      harness.change(GOOD);
      harness.getOperator().finish();
      assertThat(harness.extractOutputValues()).hasSize(2);
    }
  }

  @Test
  void noMoreThanSoManyCellsAreHeld() throws Exception {
    try (Harness harness = Harness.opened()) {
      IntStream.range(0, GatherChanges.CELLS - 1)
          .mapToObj(i -> product(i))
          .forEach(harness::change);
      harness.change(product(0));
      assertThat(harness.extractOutputValues()).isEmpty();
      harness.change(product(GatherChanges.CELLS));
      assertThat(harness.extractOutputValues()).hasSize(GatherChanges.CELLS);
    }
  }

  private static ScoreCell product(int number) {
    CellKey of = GOOD.key();
    return new ScoreCell(
        new CellKey(
            of.scope(),
            of.code(),
            of.brand(),
            of.channel(),
            "product " + number,
            null,
            of.lang(),
            of.day(),
            false),
        GOOD.sums(),
        GOOD.benefitCost(),
        GOOD.judgements());
  }

  private static final class Harness
      extends OneInputStreamOperatorTestHarness<CellChange, CellChange> {
    private Harness() throws Exception {
      super(new GatherChanges(CellStory.ZONE));
    }

    static Harness opened() throws Exception {
      Harness harness = new Harness();
      harness.open();
      return harness;
    }

    void change(ScoreCell... cells) {
      for (ScoreCell cell : cells) {
        take(new CellChange(cell, false));
      }
    }

    void stands(ScoreCell cell) {
      take(new CellChange(cell, true));
    }

    private void take(CellChange change) {
      try {
        processElement(new StreamRecord<>(change));
      } catch (Exception e) {
        throw new AssertionError(e);
      }
    }
  }
}
