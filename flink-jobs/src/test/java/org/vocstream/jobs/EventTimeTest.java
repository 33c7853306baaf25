package org.vocstream.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.eventtime.TimestampAssigner;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkGeneratorSupplier;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.metrics.groups.UnregisteredMetricsGroup;
import org.apache.flink.util.clock.RelativeClock;
import org.apache.flink.util.clock.SystemClock;
import org.junit.jupiter.api.Test;
import org.vocstream.feedback.Channel;
import org.vocstream.feedback.Feedback;

class EventTimeTest {
  private static final Instant T0 = Instant.parse("2026-10-05T09:00:00Z");

  @Test
  void aFeedbackWithoutADateHasNoEventTimeAndMovesNoWatermark() {
    WatermarkStrategy<Feedback> strategy = FeedbackScoringJob.eventTime(true);
    TimestampAssigner<Feedback> time =
        strategy.createTimestampAssigner(UnregisteredMetricsGroup::new);
    WatermarkGenerator<Feedback> generator =
        strategy.createWatermarkGenerator(
            new WatermarkGeneratorSupplier.Context() {
              @Override
              public MetricGroup getMetricGroup() {
                return new UnregisteredMetricsGroup();
              }

              @Override
              public RelativeClock getInputActivityClock() {
                return SystemClock.getInstance();
              }
            });
    Emitted emitted = new Emitted();
    Feedback undated = Feedback.of("p1", Channel.SOCIAL, "青禾", "没有日期");

    generator.onEvent(undated, time.extractTimestamp(undated, 0), emitted);
    generator.onPeriodicEmit(emitted);
    Feedback dated = published(T0);
    generator.onEvent(dated, time.extractTimestamp(dated, 0), emitted);
    generator.onPeriodicEmit(emitted);
    generator.onEvent(undated, time.extractTimestamp(undated, 0), emitted);
    generator.onPeriodicEmit(emitted);

    assertThat(time.extractTimestamp(undated, 0)).isEqualTo(TimestampAssigner.NO_TIMESTAMP);
    long behind = T0.minus(FeedbackScoringJob.OUT_OF_ORDER).toEpochMilli() - 1;
    assertThat(emitted.watermarks).containsExactly(Long.MIN_VALUE, behind, behind);
  }

  private static Feedback published(Instant at) {
    return new Feedback(
        "r1",
        "default",
        Channel.REVIEW,
        "发货快",
        List.of(),
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        at,
        null,
        null,
        null,
        null,
        null,
        false,
        Map.of());
  }

  private static final class Emitted implements WatermarkOutput {
    private final List<Long> watermarks = new ArrayList<>();

    @Override
    public void emitWatermark(Watermark watermark) {
      watermarks.add(watermark.getTimestamp());
    }

    @Override
    public void markIdle() {}

    @Override
    public void markActive() {}
  }
}
