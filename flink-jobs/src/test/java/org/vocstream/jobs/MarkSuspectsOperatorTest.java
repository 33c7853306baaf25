package org.vocstream.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vocstream.jobs.SuspectStory.LEAK;
import static org.vocstream.jobs.SuspectStory.copy;
import static org.vocstream.jobs.SuspectStory.inTime;
import static org.vocstream.jobs.SuspectStory.past;
import static org.vocstream.jobs.SuspectStory.review;
import static org.vocstream.jobs.SuspectStory.withdrawn;

import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.co.KeyedCoProcessOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;
import org.vocstream.feedback.Feedback;
import org.vocstream.scoring.Flag;
import org.vocstream.scoring.Suspicion;
import org.vocstream.suspect.Finding;
import org.vocstream.suspect.Trace;

// The harness can be interrupted when it closes.
@SuppressWarnings("try")
class MarkSuspectsOperatorTest {
  private static final Feedback C = review("c", LEAK, 2);
  private static final Suspicion COPY_OF_A = new Suspicion(List.of(Flag.DUPLICATE), "shop/a");
  private static final Suspicion COPY_OF_B = new Suspicion(List.of(Flag.DUPLICATE), "shop/b");

  @Test
  void aFeedbackGoesOnAtOnceAndAgainWhenItTurnsOutToBeSuspect() throws Exception {
    try (var harness = harness()) {
      harness.open();
      see(harness, C);
      find(harness, copyOf("b", 1));
      find(harness, copyOf("b", 1));
      find(harness, copyOf("a", 0));
      find(harness, new Finding(inTime("c", 0), true, null));
      find(harness, new Finding(copy("c", 2), false, null));
      find(harness, new Finding(inTime("c", 0), false, null));
      assertThat(harness.extractOutputValues())
          .containsExactly(
              new MarkedFeedback(C, Suspicion.NONE),
              new MarkedFeedback(C, COPY_OF_B),
              new MarkedFeedback(C, COPY_OF_A),
              new MarkedFeedback(C, new Suspicion(List.of(Flag.DUPLICATE, Flag.BURST), "shop/a")),
              new MarkedFeedback(C, new Suspicion(List.of(Flag.BURST), null)),
              new MarkedFeedback(C, Suspicion.NONE));
    }
  }

  @Test
  void ofSeveralPlacesTheEarliestOriginalCounts() throws Exception {
    try (var harness = harness()) {
      harness.open();
      see(harness, C);
      find(harness, copyOf("a", 0));
      Trace elsewhere = copy("c", 2);
      find(
          harness,
          new Finding(
              new Trace(
                  "2",
                  elsewhere.key(),
                  elsewhere.voice(),
                  elsewhere.publishedAt(),
                  elsewhere.signature()),
              true,
              copy("b", 1)));
      assertThat(harness.extractOutputValues())
          .containsExactly(new MarkedFeedback(C, Suspicion.NONE), new MarkedFeedback(C, COPY_OF_A));
    }
  }

  @Test
  void aFindingThatComesBeforeItsFeedbackWaitsAlsoOverARestart() throws Exception {
    OperatorSubtaskState savepoint;
    try (var harness = harness()) {
      harness.open();
      find(harness, copyOf("a", 0));
      assertThat(harness.extractOutputValues()).isEmpty();
      savepoint = harness.snapshot(1, 1);
    }
    try (var harness = harness()) {
      harness.initializeState(savepoint);
      harness.open();
      see(harness, C);
      find(harness, copyOf("b", 1));
      assertThat(harness.extractOutputValues())
          .containsExactly(new MarkedFeedback(C, COPY_OF_A), new MarkedFeedback(C, COPY_OF_B));
    }
  }

  @Test
  void whatIsWithdrawnDoesNotComeAgain() throws Exception {
    try (var harness = harness()) {
      harness.open();
      see(harness, C);
      see(harness, withdrawn("c"));
      find(harness, copyOf("a", 0));
      find(harness, new Finding(copy("c", 2), false, null));
      assertThat(harness.extractOutputValues())
          .containsExactly(
              new MarkedFeedback(C, Suspicion.NONE),
              new MarkedFeedback(withdrawn("c"), Suspicion.NONE));
    }
  }

  @Test
  void stateIsDroppedInTime() throws Exception {
    try (var harness = harness()) {
      harness.open();
      see(harness, C);
      see(harness, review("later", LEAK, 40));
      find(harness, copyOf("a", 0));
      see(harness, withdrawn("never-seen"));
      assertThat(harness.numKeyedStateEntries()).isEqualTo(5);
      both(harness, past(2));
      assertThat(harness.numKeyedStateEntries()).isEqualTo(2);
      both(harness, past(40));
      assertThat(harness.numKeyedStateEntries() + harness.numEventTimeTimers()).isZero();
    }
  }

  private static KeyedTwoInputStreamOperatorTestHarness<String, Feedback, Finding, MarkedFeedback>
      harness() throws Exception {
    return new KeyedTwoInputStreamOperatorTestHarness<>(
        new KeyedCoProcessOperator<>(new MarkSuspects(SuspectStory.OPTIONS)),
        Feedback::key,
        finding -> finding.trace().key(),
        Types.STRING);
  }

  private static void see(
      KeyedTwoInputStreamOperatorTestHarness<String, Feedback, Finding, MarkedFeedback> harness,
      Feedback feedback)
      throws Exception {
    harness.processElement1(new StreamRecord<>(feedback));
  }

  private static void find(
      KeyedTwoInputStreamOperatorTestHarness<String, Feedback, Finding, MarkedFeedback> harness,
      Finding finding)
      throws Exception {
    harness.processElement2(new StreamRecord<>(finding));
  }

  private static void both(
      KeyedTwoInputStreamOperatorTestHarness<String, Feedback, Finding, MarkedFeedback> harness,
      long time)
      throws Exception {
    harness.processWatermark1(new Watermark(time));
    harness.processWatermark2(new Watermark(time));
  }

  private static Finding copyOf(String original, int hour) {
    return new Finding(copy("c", 2), true, copy(original, hour));
  }
}
