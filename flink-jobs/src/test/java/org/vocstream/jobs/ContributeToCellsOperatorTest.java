package org.vocstream.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vocstream.jobs.CellStory.DAY;
import static org.vocstream.jobs.CellStory.DAY0;
import static org.vocstream.jobs.CellStory.T0;
import static org.vocstream.jobs.CellStory.delivery;
import static org.vocstream.jobs.CellStory.review;
import static org.vocstream.jobs.CellStory.withdrawn;

import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.co.KeyedCoProcessOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;
import org.vocstream.elasticsearch.FeedbackCells;
import org.vocstream.elasticsearch.LateFeedback;
import org.vocstream.scoring.ScoredFeedback;
import org.vocstream.statistics.CellKey;
import org.vocstream.statistics.ScoreCell;

// The harness can be interrupted when it closes.
@SuppressWarnings("try")
class ContributeToCellsOperatorTest {
  private static final ZoneId ZONE = ZoneId.of(CellStory.ZONE);
  private static final Instant NEXT_DAY = T0.plusMillis(DAY);

  @Test
  void anEditTakesBackWhatTheVersionBeforeItAdded() throws Exception {
    try (Harness harness = Harness.opened()) {
      harness.see(review("r1", T0, 1, 1), review("r2", T0, -1), review("r1", T0, -1));
      assertThat(harness.sum(DAY0))
          .isEqualTo(delivery(review("r1", T0, -1)).plus(delivery(review("r2", T0, -1))));
    }
  }

  @Test
  void anEditThatMovesTheDateMovesTheFeedback() throws Exception {
    try (Harness harness = Harness.opened()) {
      harness.see(review("r1", T0, 1), review("r1", NEXT_DAY, 1));
      assertThat(harness.sum(DAY0).isEmpty()).isTrue();
      assertThat(harness.sum(DAY0 + 1)).isEqualTo(delivery(review("r1", NEXT_DAY, 1)));
    }
  }

  @Test
  void theSameVersionAgainChangesNothing() throws Exception {
    try (Harness harness = Harness.opened()) {
      harness.see(review("r1", T0, 1));
      int told = harness.extractOutputValues().size();
      harness.see(review("r1", T0, 1));
      assertThat(harness.extractOutputValues()).hasSize(told);
    }
  }

  @Test
  void aWithdrawalTakesAllBackAndLeavesNothingBehindWhenTheDayCloses() throws Exception {
    try (Harness harness = Harness.opened()) {
      harness.see(review("r1", T0, 1, -1), withdrawn("r1", null));
      assertThat(harness.sums()).isEmpty();
      harness.closeDay(DAY0);
      assertThat(harness.numKeyedStateEntries()).isZero();
      assertThat(harness.numEventTimeTimers()).isZero();
      assertThat(harness.late()).isEmpty();
    }
  }

  @Test
  void aDayClosesAtItsEndInTheTimeZoneOfTheJob() throws Exception {
    try (Harness harness = Harness.opened()) {
      Instant lastOfTheDay = Instant.parse("2026-10-05T15:59:59.999Z");
      harness.see(review("r1", T0, 1));
      harness.processBothWatermarks(new Watermark(lastOfTheDay.toEpochMilli() - 1));
      harness.see(review("r2", lastOfTheDay, 1));
      assertThat(harness.late()).isEmpty();
      harness.processBothWatermarks(new Watermark(lastOfTheDay.toEpochMilli()));
      harness.see(review("r3", lastOfTheDay, 1), review("r4", NEXT_DAY, 1));
      assertThat(harness.late())
          .containsExactly(
              new LateFeedback("default/r3", "青禾", "review", lastOfTheDay, lastOfTheDay));
      assertThat(harness.sum(DAY0).sums().positive()).isEqualTo(2);
      assertThat(harness.sum(DAY0 + 1).sums().positive()).isEqualTo(1);
    }
  }

  @Test
  void whatComesTooLateIsCountedAndKeptAside() throws Exception {
    try (Harness harness = Harness.opened()) {
      harness.see(review("r1", T0, 1));
      harness.closeDay(DAY0);
      ScoreCell before = harness.sum(DAY0);
      harness.see(review("r2", T0, -1), review("r1", T0, -1), withdrawn("r1", null));
      assertThat(harness.sum(DAY0)).isEqualTo(before);
      assertThat(harness.late())
          .extracting(LateFeedback::feedback)
          .containsExactly("default/r2", "default/r1", "default/r1");
      assertThat(TakeInOperatorTest.counts(harness).late()).isEqualTo(3);
    }
  }

  @Test
  void whatStandsInTheIndexIsTakenBackByALaterVersion() throws Exception {
    try (Harness harness = Harness.opened()) {
      harness.standing(review("r1", T0, 1), review("r2", T0, 1));
      assertThat(harness.extractOutputValues()).allMatch(CellChange::standing);
      harness.see(review("r1", T0, -1), withdrawn("r2", null));
      assertThat(harness.sum(DAY0)).isEqualTo(delivery(review("r1", T0, -1)));
    }
  }

  @Test
  void theIndexMayBeReadAgainAfterAFailure() throws Exception {
    try (Harness harness = Harness.opened()) {
      harness.standing(review("r1", T0, 1), review("r1", T0, 1));
      assertThat(harness.sum(DAY0)).isEqualTo(delivery(review("r1", T0, 1)));
    }
  }

  @Test
  void whatTheStreamBroughtIsNewerThanWhatStandsInTheIndex() throws Exception {
    try (Harness harness = Harness.opened()) {
      harness.see(review("r1", T0, -1));
      harness.standing(review("r1", T0, 1, 1));
      assertThat(harness.sum(DAY0)).isEqualTo(delivery(review("r1", T0, -1)));
      assertThat(harness.toBeWritten(CellStory.delivery(DAY0)))
          .as("the cell in the index counts the older version")
          .isTrue();
    }
  }

  @Test
  void aCellThatOnlyTheOlderVersionStoodInIsWrittenToo() throws Exception {
    try (Harness harness = Harness.opened()) {
      harness.see(withdrawn("r1", T0));
      harness.standing(review("r1", T0, 1));
      assertThat(harness.sums()).isEmpty();
      assertThat(harness.toBeWritten(CellStory.delivery(DAY0))).isTrue();
    }
  }

  @Test
  void aSavepointKeepsWhatWasAdded() throws Exception {
    OperatorSubtaskState savepoint;
    try (Harness harness = Harness.opened()) {
      harness.see(review("r1", T0, 1));
      savepoint = harness.snapshot(1, 1);
    }
    try (Harness harness = new Harness()) {
      harness.initializeState(savepoint);
      harness.open();
      harness.see(withdrawn("r1", null));
      assertThat(harness.sum(DAY0)).isEqualTo(delivery(review("r1", T0, 1)).negated());
      harness.closeDay(DAY0);
      assertThat(harness.numKeyedStateEntries()).isZero();
    }
  }

  @Test
  void aDayThatIsClosedStaysSoOverASavepoint() throws Exception {
    OperatorSubtaskState savepoint;
    try (Harness harness = Harness.opened()) {
      harness.see(review("r1", T0, 1));
      harness.closeDay(DAY0);
      savepoint = harness.snapshot(1, 1);
    }
    try (Harness harness = new Harness()) {
      harness.initializeState(savepoint);
      harness.open();
      harness.see(review("r2", T0, -1));
      assertThat(harness.sums()).isEmpty();
      assertThat(harness.late()).extracting(LateFeedback::feedback).containsExactly("default/r2");
    }
  }

  /** The operator, and the sums of what it tells. */
  private static final class Harness
      extends KeyedTwoInputStreamOperatorTestHarness<
          String, FeedbackCells, FeedbackCells, CellChange> {
    private static final long serialVersionUID = 1L;

    Harness() throws Exception {
      super(
          new KeyedCoProcessOperator<>(new ContributeToCells(CellStory.ZONE)),
          FeedbackCells::feedback,
          FeedbackCells::feedback,
          Types.STRING);
    }

    static Harness opened() throws Exception {
      Harness harness = new Harness();
      harness.open();
      return harness;
    }

    void see(ScoredFeedback... versions) throws Exception {
      for (ScoredFeedback version : versions) {
        processElement1(new StreamRecord<>(FeedbackCells.of(version, ZONE)));
      }
    }

    void standing(ScoredFeedback... versions) throws Exception {
      for (ScoredFeedback version : versions) {
        processElement2(new StreamRecord<>(FeedbackCells.of(version, ZONE)));
      }
    }

    void closeDay(long day) throws Exception {
      processBothWatermarks(new Watermark(Days.end(day, ZONE)));
    }

    Map<CellKey, ScoreCell> sums() {
      Map<CellKey, ScoreCell> sums = new HashMap<>();
      for (CellChange change : extractOutputValues()) {
        sums.merge(change.cell().key(), change.cell(), ScoreCell::plus);
      }
      sums.values().removeIf(ScoreCell::isEmpty);
      return sums;
    }

    ScoreCell sum(long day) {
      CellKey key = CellStory.delivery(day);
      return sums().getOrDefault(key, ScoreCell.empty(key));
    }

    boolean toBeWritten(CellKey key) {
      return extractOutputValues().stream()
          .anyMatch(change -> change.cell().key().equals(key) && !change.standing());
    }

    List<LateFeedback> late() {
      var late = getSideOutput(ContributeToCells.LATE);
      return late == null ? List.of() : late.stream().map(StreamRecord::getValue).toList();
    }
  }
}
