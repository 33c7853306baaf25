package org.vocstream.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vocstream.jobs.SuspectStory.LEAK;
import static org.vocstream.jobs.SuspectStory.by;
import static org.vocstream.jobs.SuspectStory.past;
import static org.vocstream.jobs.SuspectStory.review;
import static org.vocstream.jobs.SuspectStory.withdrawn;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;
import org.vocstream.feedback.Feedback;
import org.vocstream.suspect.Trace;

// The harness can be interrupted when it closes.
@SuppressWarnings("try")
class LeaveTracesOperatorTest {
  @Test
  void everyFeedbackIsPassedOnAndLeavesItsTracesOnce() throws Exception {
    try (var harness = harness()) {
      harness.open();
      List<Feedback> feed =
          List.of(review("r1", LEAK, 0), review("r1", LEAK, 0), by("ann", "r2", 1));
      see(harness, feed);
      assertThat(harness.extractOutputValues()).isEqualTo(feed);
      List<LeftTrace> left = left(harness);
      assertThat(left).hasSize(6).noneMatch(LeftTrace::takenBack);
      assertThat(left.get(5).trace().place()).isEqualTo("author\nshop\nann\n青禾");
    }
  }

  @Test
  void anEditTakesBackWhatItNoLongerSays() throws Exception {
    try (var harness = harness()) {
      harness.open();
      see(harness, List.of(review("r1", LEAK, 0)));
      List<Trace> before = left(harness).stream().map(LeftTrace::trace).toList();
      see(harness, List.of(review("r1", "商家补发了新的，这次包装很好，泵头也不漏了，客服态度不错", 0)));
      List<LeftTrace> changed = left(harness);
      assertThat(changed.subList(0, 5))
          .isEqualTo(before.stream().map(trace -> new LeftTrace(trace, true)).toList());
      assertThat(changed.subList(5, 10)).noneMatch(LeftTrace::takenBack);
    }
  }

  @Test
  void aWithdrawalTakesEverythingBackAlsoAfterARestart() throws Exception {
    OperatorSubtaskState savepoint;
    List<Trace> before;
    try (var harness = harness()) {
      harness.open();
      see(harness, List.of(review("r1", LEAK, 0)));
      before = left(harness).stream().map(LeftTrace::trace).toList();
      savepoint = harness.snapshot(1, 1);
    }
    try (var harness = harness()) {
      harness.initializeState(savepoint);
      harness.open();
      see(harness, List.of(withdrawn("r1"), withdrawn("never-seen")));
      assertThat(left(harness))
          .isEqualTo(before.stream().map(trace -> new LeftTrace(trace, true)).toList());
      assertThat(harness.numKeyedStateEntries()).isZero();
    }
  }

  @Test
  void whatCanNoLongerMatterIsDropped() throws Exception {
    try (var harness = harness()) {
      harness.open();
      see(harness, List.of(review("r1", LEAK, 0), review("r2", LEAK, 24)));
      assertThat(harness.numKeyedStateEntries()).isEqualTo(2);
      harness.processWatermark(past(0));
      assertThat(harness.numKeyedStateEntries()).as("r2 is kept").isEqualTo(1);
      harness.processWatermark(past(24));
      assertThat(harness.numKeyedStateEntries() + harness.numEventTimeTimers()).isZero();
    }
  }

  private static KeyedOneInputStreamOperatorTestHarness<String, Feedback, Feedback> harness()
      throws Exception {
    return new KeyedOneInputStreamOperatorTestHarness<>(
        new KeyedProcessOperator<>(new LeaveTraces(SuspectStory.OPTIONS)),
        Feedback::key,
        Types.STRING);
  }

  private static void see(
      KeyedOneInputStreamOperatorTestHarness<String, Feedback, Feedback> harness,
      List<Feedback> feed)
      throws Exception {
    for (Feedback feedback : feed) {
      harness.processElement(new StreamRecord<>(feedback));
    }
  }

  /** What was left since the last look. */
  private static List<LeftTrace> left(
      KeyedOneInputStreamOperatorTestHarness<String, Feedback, Feedback> harness) {
    Queue<StreamRecord<LeftTrace>> out = harness.getSideOutput(LeaveTraces.TRACES);
    List<LeftTrace> left = new ArrayList<>();
    while (out != null && !out.isEmpty()) {
      left.add(out.remove().getValue());
    }
    return left;
  }
}
