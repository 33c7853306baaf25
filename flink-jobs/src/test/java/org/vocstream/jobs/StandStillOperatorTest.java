package org.vocstream.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.runtime.watermarkstatus.WatermarkStatus;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

// The harness can be interrupted when it closes.
@SuppressWarnings("try")
class StandStillOperatorTest {
  @Test
  void aPauseIsNoEnd() throws Exception {
    try (OneInputStreamOperatorTestHarness<String, String> harness =
        new OneInputStreamOperatorTestHarness<>(new StandStill<>())) {
      harness.open();
      harness.processElement(new StreamRecord<>("a", 5));
      harness.processWatermark(new Watermark(7));
      harness.processWatermarkStatus(WatermarkStatus.IDLE);
      harness.processWatermarkStatus(WatermarkStatus.ACTIVE);
      harness.processWatermark(new Watermark(9));
      assertThat(harness.getOutput())
          .containsExactly(new StreamRecord<>("a", 5), new Watermark(7), new Watermark(9));
    }
  }

  @Test
  void timeBeginsWithTheFirstPauseWhereNothingIsDated() throws Exception {
    try (OneInputStreamOperatorTestHarness<String, String> harness =
        new OneInputStreamOperatorTestHarness<>(new StandStill<>())) {
      harness.open();
      harness.processWatermarkStatus(WatermarkStatus.IDLE);
      harness.processWatermarkStatus(WatermarkStatus.ACTIVE);
      harness.processWatermarkStatus(WatermarkStatus.IDLE);
      harness.processWatermark(new Watermark(9));
      assertThat(harness.getOutput())
          .containsExactly(new Watermark(Long.MIN_VALUE + 1), new Watermark(9));
    }
  }
}
