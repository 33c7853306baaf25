package org.vocstream.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.ProcessOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.AbstractStreamOperatorTestHarness;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.vocstream.feedback.Customers;
import org.vocstream.feedback.DeadLetter;
import org.vocstream.feedback.EnvelopeOptions;
import org.vocstream.feedback.Feedback;
import org.vocstream.feedback.RawRecord;

// The harness can be interrupted when it closes.
@SuppressWarnings("try")
class TakeInOperatorTest {
  private static final byte[] KEY = "0123456789abcdef".getBytes(StandardCharsets.UTF_8);
  private static final String GOOD =
      "{\"id\":\"%s\",\"channel\":\"review\",\"text\":\"发货快，电话13812345678\",\"author\":\"小李\"}";

  private static final ReadEnvelopes ENVELOPES =
      new ReadEnvelopes(
          new EnvelopeReading(
              EnvelopeOptions.defaults(),
              new FeedbackScoringOptions.Secret(KEY),
              Customers.none()));

  @BeforeAll
  static void open() {
    ENVELOPES.open(null);
  }

  @Test
  void aRecordBecomesFeedbackOrADeadLetterAndIsCounted() throws Exception {
    try (OneInputStreamOperatorTestHarness<Arrival, Feedback> harness = harness(1, 0)) {
      harness.open();
      take(harness, "a.jsonl:1", GOOD.formatted("r1"));
      take(harness, "a.jsonl:2", "{\"id\":\"r2\",\"channel\":\"fax\",\"text\":\"13812345678\"}");
      take(harness, "a.jsonl:3", "");

      assertThat(harness.extractOutputValues()).extracting(Feedback::id).containsExactly("r1");
      List<DeadLetter> letters = letters(harness);
      assertThat(letters).extracting(DeadLetter::origin).containsExactly("a.jsonl:2", "a.jsonl:3");
      assertThat(letters)
          .extracting(DeadLetter::reason)
          .containsExactly(
              "channel \"fax\" is unknown; one of review, social, call, chat, survey, or give --channel",
              "the line is empty; one line holds one JSON object");
      assertThat(counts(harness)).isEqualTo(new RunCounts(3, 300, 2, 0, 0, 0, 0, 0));
    }
  }

  @Test
  void nothingPersonalIsTakenIn() throws Exception {
    try (OneInputStreamOperatorTestHarness<Arrival, Feedback> harness = harness(1, 0)) {
      harness.open();
      take(harness, "a.jsonl:1", GOOD.formatted("r1"));
      take(harness, "a.jsonl:2", GOOD.formatted("r2") + "}");
      assertThat(harness.extractOutputValues().toString() + letters(harness))
          .doesNotContain("13812345678")
          .contains("电话***********");
      assertThat(harness.extractOutputValues().get(0).author()).isNotEqualTo("小李").isNotBlank();
    }
  }

  @Test
  void countsGoOnWhereTheCheckpointLeftThem() throws Exception {
    OperatorSubtaskState checkpoint;
    try (OneInputStreamOperatorTestHarness<Arrival, Feedback> harness = harness(1, 0)) {
      harness.open();
      take(harness, "a.jsonl:1", GOOD.formatted("r1"));
      take(harness, "a.jsonl:2", "");
      checkpoint = harness.snapshot(1, 1);
      take(harness, "a.jsonl:3", "lost with the failure, read again");
    }
    try (OneInputStreamOperatorTestHarness<Arrival, Feedback> harness = harness(1, 0)) {
      harness.initializeState(checkpoint);
      harness.open();
      assertThat(counts(harness)).isEqualTo(new RunCounts(2, 200, 1, 0, 0, 0, 0, 0));
      take(harness, "a.jsonl:3", "");
      assertThat(counts(harness)).isEqualTo(new RunCounts(3, 300, 2, 0, 0, 0, 0, 0));
    }
  }

  @Test
  void theStateIsOneNumberPerCountHoweverOftenItIsWritten() throws Exception {
    try (OneInputStreamOperatorTestHarness<Arrival, Feedback> harness = harness(1, 0)) {
      harness.open();
      OperatorSubtaskState early = harness.snapshot(1, 1);
      for (int i = 0; i < 1_000; i++) {
        take(harness, "a.jsonl:" + i, GOOD.formatted(i));
      }
      OperatorSubtaskState late = harness.snapshot(2, 2);
      assertThat(late.getStateSize()).isEqualTo(early.getStateSize());
    }
  }

  @Test
  void aCountSpreadOverSubtasksAddsUpAfterScalingDownAndUp() throws Exception {
    List<OperatorSubtaskState> two = new ArrayList<>();
    for (int subtask = 0; subtask < 2; subtask++) {
      try (OneInputStreamOperatorTestHarness<Arrival, Feedback> harness = harness(2, subtask)) {
        harness.open();
        for (int i = 0; i <= subtask; i++) {
          take(harness, "a.jsonl:" + i, GOOD.formatted(i));
        }
        two.add(harness.snapshot(1, 1));
      }
    }
    OperatorSubtaskState both =
        OneInputStreamOperatorTestHarness.repackageState(two.toArray(new OperatorSubtaskState[0]));
    for (int parallelism : new int[] {1, 2, 3}) {
      long read = 0;
      for (int subtask = 0; subtask < parallelism; subtask++) {
        OperatorSubtaskState part =
            OneInputStreamOperatorTestHarness.repartitionOperatorState(
                both, 8, 2, parallelism, subtask);
        try (OneInputStreamOperatorTestHarness<Arrival, Feedback> harness =
            harness(parallelism, subtask)) {
          harness.initializeState(part);
          harness.open();
          read += counts(harness).read();
        }
      }
      assertThat(read).as("read, by %d subtasks", parallelism).isEqualTo(3);
    }
  }

  private static OneInputStreamOperatorTestHarness<Arrival, Feedback> harness(
      int parallelism, int subtask) throws Exception {
    return new OneInputStreamOperatorTestHarness<>(
        new ProcessOperator<>(new TakeIn()), 8, parallelism, subtask);
  }

  private static void take(
      OneInputStreamOperatorTestHarness<Arrival, Feedback> harness, String origin, String json)
      throws Exception {
    harness.processElement(
        new StreamRecord<>(ENVELOPES.map(new RawRecord(origin, json, 100, null))));
  }

  private static List<DeadLetter> letters(OneInputStreamOperatorTestHarness<?, ?> harness) {
    return harness.getSideOutput(TakeIn.DEAD_LETTERS).stream().map(StreamRecord::getValue).toList();
  }

  static RunCounts counts(AbstractStreamOperatorTestHarness<?> harness) {
    Map<String, Object> shown = new HashMap<>();
    harness
        .getEnvironment()
        .getAccumulatorRegistry()
        .getUserMap()
        .forEach((name, accumulator) -> shown.put(name, accumulator.getLocalValue()));
    return RunCounts.of(shown);
  }
}
