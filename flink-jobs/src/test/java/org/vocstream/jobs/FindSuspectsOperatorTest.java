package org.vocstream.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vocstream.jobs.SuspectStory.OPTIONS;
import static org.vocstream.jobs.SuspectStory.WINDOW;
import static org.vocstream.jobs.SuspectStory.at;
import static org.vocstream.jobs.SuspectStory.copy;
import static org.vocstream.jobs.SuspectStory.inTime;
import static org.vocstream.jobs.SuspectStory.past;

import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;
import org.vocstream.suspect.Finding;
import org.vocstream.suspect.Trace;

// The harness can be interrupted when it closes.
@SuppressWarnings("try")
class FindSuspectsOperatorTest {
  @Test
  void anEarlierOriginalThatComesLaterTakesOver() throws Exception {
    try (var harness = harness()) {
      harness.open();
      leave(harness, copy("b", 1), copy("c", 2), copy("a", 0));
      assertThat(harness.extractOutputValues())
          .containsExactly(
              new Finding(copy("c", 2), true, copy("b", 1)),
              new Finding(copy("b", 1), true, copy("a", 0)),
              new Finding(copy("c", 2), true, copy("a", 0)));
    }
  }

  @Test
  void aBurstIsToldOfEachOfItsMembers() throws Exception {
    try (var harness = harness()) {
      harness.open();
      leave(harness, inTime("a", 0), inTime("b", 20));
      assertThat(harness.extractOutputValues()).isEmpty();
      leave(harness, inTime("c", 60));
      assertThat(harness.extractOutputValues())
          .containsExactlyInAnyOrder(
              new Finding(inTime("a", 0), true, null),
              new Finding(inTime("b", 20), true, null),
              new Finding(inTime("c", 60), true, null));
    }
  }

  @Test
  void aWithdrawalAfterARestartMovesCopiesToTheNext() throws Exception {
    OperatorSubtaskState savepoint;
    try (var harness = harness()) {
      harness.open();
      leave(harness, copy("a", 0), copy("b", 1), copy("c", 2));
      leave(harness, inTime("x", 0), inTime("y", 1), inTime("z", 2));
      savepoint = harness.snapshot(1, 1);
    }
    try (var harness = harness()) {
      harness.initializeState(savepoint);
      harness.open();
      takeBack(harness, copy("a", 0));
      takeBack(harness, inTime("y", 1));
      assertThat(harness.extractOutputValues())
          .containsExactlyInAnyOrder(
              new Finding(copy("b", 1), false, null),
              new Finding(copy("c", 2), true, copy("b", 1)),
              new Finding(inTime("x", 0), false, null),
              new Finding(inTime("y", 1), false, null),
              new Finding(inTime("z", 2), false, null));
    }
  }

  @Test
  void stateIsDroppedWhenNothingInTimeCanChangeIt() throws Exception {
    try (var harness = harness()) {
      harness.open();
      leave(harness, copy("a", 0), copy("b", 30), inTime("x", 0));
      assertThat(harness.numKeyedStateEntries()).isEqualTo(2);
      harness.processWatermark(at(6).toEpochMilli());
      assertThat(harness.numKeyedStateEntries()).as("no burst any more").isEqualTo(1);
      harness.processWatermark(at(2).plus(WINDOW).toEpochMilli());
      takeBack(harness, copy("a", 0));
      assertThat(harness.extractOutputValues())
          .as("a is forgotten, b stays marked")
          .containsExactly(new Finding(copy("b", 30), true, copy("a", 0)));
      harness.processWatermark(past(30));
      assertThat(harness.numKeyedStateEntries() + harness.numEventTimeTimers()).isZero();
      assertThat(harness.extractOutputValues()).as("dropping tells nothing").hasSize(1);
    }
  }

  @Test
  void aFileOfLastYearIsComparedWithItself() throws Exception {
    try (var harness = harness()) {
      harness.open();
      harness.processWatermark(at(24 * 365).toEpochMilli());
      leave(harness, copy("a", 0));
      harness.processWatermark(at(24 * 366).toEpochMilli());
      leave(harness, copy("b", 1));
      assertThat(harness.extractOutputValues())
          .containsExactly(new Finding(copy("b", 1), true, copy("a", 0)));
    }
  }

  @Test
  void whatHasNoDateIsKeptAndDroppedLikeTheRest() throws Exception {
    try (var harness = harness()) {
      harness.open();
      Trace undated = new Trace("1", "k1", 1, null, "x".repeat(64));
      harness.processWatermark(at(0).toEpochMilli());
      leave(harness, undated, copy("b", 1));
      assertThat(harness.extractOutputValues())
          .containsExactly(new Finding(undated, true, copy("b", 1)));
      harness.processWatermark(past(1));
      assertThat(harness.numKeyedStateEntries() + harness.numEventTimeTimers()).isZero();
    }
  }

  @Test
  void whereEventTimeStandsStillTheTimeToLiveDropsState() throws Exception {
    try (var harness = harness()) {
      harness.open();
      harness.setStateTtlProcessingTime(0);
      leave(harness, copy("a", 0));
      harness.setStateTtlProcessingTime(
          WINDOW.plus(FeedbackScoringJob.OUT_OF_ORDER).toMillis() + 1);
      leave(harness, copy("b", 1));
      assertThat(harness.extractOutputValues()).isEmpty();
    }
  }

  private static KeyedOneInputStreamOperatorTestHarness<String, LeftTrace, Finding> harness()
      throws Exception {
    return new KeyedOneInputStreamOperatorTestHarness<>(
        new KeyedProcessOperator<>(new FindSuspects(OPTIONS)),
        left -> left.trace().place(),
        Types.STRING);
  }

  private static void leave(
      KeyedOneInputStreamOperatorTestHarness<String, LeftTrace, Finding> harness, Trace... traces)
      throws Exception {
    for (Trace trace : traces) {
      harness.processElement(new StreamRecord<>(new LeftTrace(trace, false)));
    }
  }

  private static void takeBack(
      KeyedOneInputStreamOperatorTestHarness<String, LeftTrace, Finding> harness, Trace trace)
      throws Exception {
    harness.processElement(new StreamRecord<>(new LeftTrace(trace, true)));
  }
}
