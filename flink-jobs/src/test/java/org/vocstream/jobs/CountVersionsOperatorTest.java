package org.vocstream.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;
import org.vocstream.feedback.Channel;
import org.vocstream.feedback.Feedback;

// The harness can be interrupted when it closes.
@SuppressWarnings("try")
class CountVersionsOperatorTest {

  @Test
  void everyFeedbackIsPassedOnUnchangedAndInOrder() throws Exception {
    try (KeyedOneInputStreamOperatorTestHarness<String, Feedback, Feedback> harness =
        harness(1, 0)) {
      harness.open();
      List<Feedback> feed = List.of(written("r1"), written("r2"), withdrawn("r1"), written("r1"));
      for (Feedback feedback : feed) {
        harness.processElement(new StreamRecord<>(feedback));
      }
      assertThat(harness.extractOutputValues()).isEqualTo(feed);
    }
  }

  @Test
  void anEditReplacesAndAWithdrawalTakesBack() throws Exception {
    try (KeyedOneInputStreamOperatorTestHarness<String, Feedback, Feedback> harness =
        harness(1, 0)) {
      harness.open();
      see(harness, written("r1"), written("r1"), written("r2"));
      assertThat(TakeInOperatorTest.counts(harness)).isEqualTo(counts(1, 0, 2));
      see(harness, withdrawn("r1"));
      assertThat(TakeInOperatorTest.counts(harness)).isEqualTo(counts(1, 1, 1));
      see(harness, withdrawn("r1"), withdrawn("never-seen"));
      assertThat(TakeInOperatorTest.counts(harness))
          .as("what does not stand cannot be taken away")
          .isEqualTo(counts(1, 3, 1));
      see(harness, written("r1"));
      assertThat(TakeInOperatorTest.counts(harness)).isEqualTo(counts(1, 3, 2));
    }
  }

  @Test
  void theSameIdOfAnotherSourceIsAnotherFeedback() throws Exception {
    try (KeyedOneInputStreamOperatorTestHarness<String, Feedback, Feedback> harness =
        harness(1, 0)) {
      harness.open();
      see(harness, feedback("r1", "shop", false), feedback("r1", "forum", false));
      assertThat(TakeInOperatorTest.counts(harness)).isEqualTo(counts(0, 0, 2));
      assertThat(harness.numKeyedStateEntries()).isEqualTo(2);
    }
  }

  @Test
  void aKeyIsForgottenSevenDaysAfterItWasLastSeen() throws Exception {
    try (KeyedOneInputStreamOperatorTestHarness<String, Feedback, Feedback> harness =
        harness(1, 0)) {
      harness.open();
      long day = 24L * 60 * 60 * 1000;
      harness.setStateTtlProcessingTime(day);
      see(harness, written("r1"), written("r2"));
      harness.setStateTtlProcessingTime(5 * day);
      see(harness, written("r2"));
      assertThat(TakeInOperatorTest.counts(harness)).isEqualTo(counts(1, 0, 2));
      harness.setStateTtlProcessingTime(9 * day);
      see(harness, written("r2"));
      assertThat(TakeInOperatorTest.counts(harness)).isEqualTo(counts(2, 0, 2));
      see(harness, written("r1"));
      assertThat(TakeInOperatorTest.counts(harness)).as("r1 is new").isEqualTo(counts(2, 0, 3));
      assertThat(harness.numProcessingTimeTimers() + harness.numEventTimeTimers()).isZero();
    }
  }

  @Test
  void countsAndWhatStandsAreExactAfterARestart() throws Exception {
    OperatorSubtaskState checkpoint;
    try (KeyedOneInputStreamOperatorTestHarness<String, Feedback, Feedback> harness =
        harness(1, 0)) {
      harness.open();
      see(harness, written("r1"), written("r2"), written("r2"), withdrawn("r3"));
      checkpoint = harness.snapshot(1, 1);
      see(harness, withdrawn("r1"), written("r4"));
    }
    try (KeyedOneInputStreamOperatorTestHarness<String, Feedback, Feedback> harness =
        harness(1, 0)) {
      harness.initializeState(checkpoint);
      harness.open();
      assertThat(TakeInOperatorTest.counts(harness)).isEqualTo(counts(1, 1, 2));
      see(harness, withdrawn("r1"), written("r4"));
      assertThat(TakeInOperatorTest.counts(harness)).isEqualTo(counts(1, 2, 2));
    }
  }

  @Test
  void scaledFromOneSubtaskToThreeTheCountsAddUp() throws Exception {
    OperatorSubtaskState checkpoint;
    try (KeyedOneInputStreamOperatorTestHarness<String, Feedback, Feedback> harness =
        harness(1, 0)) {
      harness.open();
      for (int i = 0; i < 40; i++) {
        see(harness, written("r" + i));
      }
      checkpoint = harness.snapshot(1, 1);
    }
    long standing = 0;
    int keys = 0;
    for (int subtask = 0; subtask < 3; subtask++) {
      OperatorSubtaskState part =
          OneInputStreamOperatorTestHarness.repartitionOperatorState(checkpoint, 8, 1, 3, subtask);
      try (KeyedOneInputStreamOperatorTestHarness<String, Feedback, Feedback> harness =
          harness(3, subtask)) {
        harness.initializeState(part);
        harness.open();
        standing += TakeInOperatorTest.counts(harness).standing();
        keys += harness.numKeyedStateEntries();
      }
    }
    assertThat(standing).isEqualTo(40);
    assertThat(keys).isEqualTo(40);
  }

  private static KeyedOneInputStreamOperatorTestHarness<String, Feedback, Feedback> harness(
      int parallelism, int subtask) throws Exception {
    return new KeyedOneInputStreamOperatorTestHarness<>(
        new KeyedProcessOperator<>(new CountVersions()),
        Feedback::key,
        Types.STRING,
        8,
        parallelism,
        subtask);
  }

  private static void see(
      KeyedOneInputStreamOperatorTestHarness<String, Feedback, Feedback> harness, Feedback... feed)
      throws Exception {
    for (Feedback feedback : feed) {
      harness.processElement(new StreamRecord<>(feedback));
    }
  }

  private static RunCounts counts(long replaced, long withdrawn, long standing) {
    return new RunCounts(0, 0, 0, replaced, withdrawn, standing, 0, 0);
  }

  private static Feedback written(String id) {
    return feedback(id, "default", false);
  }

  private static Feedback withdrawn(String id) {
    return feedback(id, "default", true);
  }

  private static Feedback feedback(String id, String source, boolean deleted) {
    return new Feedback(
        id,
        source,
        Channel.REVIEW,
        deleted ? "" : "发货快",
        List.of(),
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        deleted,
        Map.of());
  }
}
