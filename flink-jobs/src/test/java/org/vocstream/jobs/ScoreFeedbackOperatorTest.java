package org.vocstream.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.co.CoBroadcastWithNonKeyedOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.AbstractStreamOperatorTestHarness;
import org.apache.flink.streaming.util.TwoInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;
import org.vocstream.feedback.Channel;
import org.vocstream.feedback.DeadLetter;
import org.vocstream.feedback.Feedback;
import org.vocstream.jobs.settings.PackScorer;
import org.vocstream.jobs.settings.Pets;
import org.vocstream.jobs.settings.Scorer;
import org.vocstream.jobs.settings.Setting;
import org.vocstream.scoring.Flag;
import org.vocstream.scoring.ScoredFeedback;
import org.vocstream.scoring.ScoringOptions;
import org.vocstream.scoring.Suspicion;

// The harness can be interrupted when it closes.
@SuppressWarnings("try")
class ScoreFeedbackOperatorTest {
  /** Models are read once for all tests. */
  private static final Scorer FIRST =
      PackScorer.of(Pets.setting(Pets.pack("1.0.0")), ScoringOptions.STANDARD);

  @Test
  void aSettingTakesEffectForAllThatComesAfterIt() throws Exception {
    try (var harness = harness(FIRST, 1, 0)) {
      harness.open();
      score(harness, "r1");
      set(harness, Pets.setting(Pets.packWithOdour("1.1.0")));
      score(harness, "r2");
      set(harness, Pets.set(Pets.competitors("1.0.0", "小青")));
      score(harness, "r3");
      assertThat(versions(harness))
          .containsExactly("r1 pets@1.0.0", "r2 pets@1.1.0", "r3 pets@1.1.0 pets-2026@1.0.0");
      assertThat(scored(harness).get(2).suspicion().reasons()).containsExactly(Flag.DUPLICATE);
      assertThat(harness.getSideOutput(ScoreFeedback.REFUSED)).isNullOrEmpty();
    }
  }

  @Test
  void aBrokenOneIsADeadLetterAndTheOldStays() throws Exception {
    String broken = Pets.packWithOdour("1.2.0").replace("polarity: -1", "polarity: bad");
    try (var harness = harness(FIRST, 1, 0)) {
      harness.open();
      set(harness, Pets.setting(Pets.pack("1.1.0")));
      set(harness, Pets.setting(broken));
      score(harness, "r1");
      assertThat(versions(harness)).containsExactly("r1 pets@1.1.0");
      assertThat(harness.getSideOutput(ScoreFeedback.REFUSED))
          .extracting(StreamRecord::getValue)
          .singleElement()
          .satisfies(
              letter -> {
                assertThat(letter.stage()).isEqualTo(DeadLetter.SETTINGS);
                assertThat(letter.origin()).isEqualTo("voc.settings/0/1");
                assertThat(letter.reason()).startsWith("pets.yaml:20:");
                assertThat(letter.raw()).isEqualTo(broken);
              });
    }
  }

  @Test
  void oneSubtaskTellsWhatAllRefuse() throws Exception {
    try (var harness = harness(FIRST, 2, 1)) {
      harness.open();
      set(harness, Pets.setting("pack: ["));
      assertThat(harness.getSideOutput(ScoreFeedback.REFUSED)).isNullOrEmpty();
    }
  }

  @Test
  void whatWasInForceAtACheckpointIsInForceAgainAlsoInMoreSubtasks() throws Exception {
    OperatorSubtaskState checkpoint;
    try (var harness = harness(FIRST, 1, 0)) {
      harness.open();
      set(harness, Pets.setting(Pets.packWithOdour("1.1.0")));
      set(harness, Pets.set(Pets.competitors("1.0.0", "小青")));
      checkpoint = harness.snapshot(1, 1);
      set(harness, Pets.setting(Pets.packWithOdour("1.2.0")));
    }
    for (int subtask = 0; subtask < 2; subtask++) {
      try (var harness = harness(FIRST, 2, subtask)) {
        harness.initializeState(
            AbstractStreamOperatorTestHarness.repartitionOperatorState(
                checkpoint, 128, 1, 2, subtask));
        harness.open();
        score(harness, "r1");
        assertThat(versions(harness)).containsExactly("r1 pets@1.1.0 pets-2026@1.0.0");
      }
    }
  }

  @Test
  void aJobThatIsStartedWithALaterVersionScoresWithThat() throws Exception {
    OperatorSubtaskState checkpoint;
    try (var harness = harness(FIRST, 1, 0)) {
      harness.open();
      set(harness, Pets.setting(Pets.packWithOdour("1.1.0")));
      checkpoint = harness.snapshot(1, 1);
    }
    OperatorSubtaskState next;
    try (var harness = harness(FIRST.with(Pets.setting(Pets.pack("2.0.0"))), 1, 0)) {
      harness.initializeState(checkpoint);
      harness.open();
      score(harness, "r1");
      assertThat(versions(harness)).containsExactly("r1 pets@2.0.0");
      next = harness.snapshot(2, 2);
    }
    try (var harness = harness(FIRST, 1, 0)) {
      harness.initializeState(next);
      harness.open();
      score(harness, "r2");
      assertThat(versions(harness)).as("the old one is forgotten").containsExactly("r2 pets@1.0.0");
    }
  }

  private static TwoInputStreamOperatorTestHarness<MarkedFeedback, Setting, ScoredFeedback> harness(
      Scorer scorer, int subtasks, int subtask) throws Exception {
    return new TwoInputStreamOperatorTestHarness<>(
        new CoBroadcastWithNonKeyedOperator<>(
            new ScoreFeedback(() -> scorer), List.of(ScoreFeedback.IN_FORCE)),
        128,
        subtasks,
        subtask);
  }

  private static void score(
      TwoInputStreamOperatorTestHarness<MarkedFeedback, Setting, ScoredFeedback> harness, String id)
      throws Exception {
    harness.processElement1(
        new StreamRecord<>(
            new MarkedFeedback(
                Feedback.of(id, Channel.REVIEW, null, "臭烘烘的，猫咪倒是很爱吃"),
                new Suspicion(List.of(Flag.DUPLICATE), "default/r0"))));
  }

  private static void set(
      TwoInputStreamOperatorTestHarness<MarkedFeedback, Setting, ScoredFeedback> harness,
      Setting setting)
      throws Exception {
    harness.processElement2(new StreamRecord<>(setting));
  }

  private static List<ScoredFeedback> scored(
      TwoInputStreamOperatorTestHarness<MarkedFeedback, Setting, ScoredFeedback> harness) {
    return harness.extractOutputValues();
  }

  /** Id and what scored it, without the models. */
  private static List<String> versions(
      TwoInputStreamOperatorTestHarness<MarkedFeedback, Setting, ScoredFeedback> harness) {
    return scored(harness).stream()
        .map(
            s ->
                s.feedback().id()
                    + " "
                    + s.scoredBy().replaceFirst("\\+models@[0-9a-f]{8}\\+?", " ").strip())
        .toList();
  }
}
