package org.vocstream.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.common.eventtime.TimestampAssigner;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkGeneratorSupplier;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.metrics.groups.UnregisteredMetricsGroup;
import org.apache.flink.util.clock.ManualClock;
import org.apache.flink.util.clock.RelativeClock;
import org.junit.jupiter.api.Test;
import org.vocstream.feedback.Channel;
import org.vocstream.feedback.DeadLetter;
import org.vocstream.feedback.Feedback;

class EventTimeTest {
  private static final Instant T0 = Instant.parse("2026-10-05T09:00:00Z");
  private static final long BEHIND = T0.minus(FeedbackScoringJob.OUT_OF_ORDER).toEpochMilli() - 1;
  private static final WatermarkStrategy<Arrival> STRATEGY =
      EventTime.endless(Duration.ofSeconds(30));
  private static final Arrival REFUSED =
      new Arrival(null, new DeadLetter("a.jsonl:2", DeadLetter.ENVELOPE, null, "empty", ""), 1);

  @Test
  void aFeedbackWithoutADateHasNoEventTimeAndMovesNoWatermark() {
    Input input = new Input();
    Arrival undated = feedback(null);

    input.take(undated);
    input.take(feedback(T0));
    input.take(undated);

    assertThat(input.time.extractTimestamp(undated, 0)).isEqualTo(TimestampAssigner.NO_TIMESTAMP);
    assertThat(input.watermarks).containsExactly(Long.MIN_VALUE, BEHIND, BEHIND);
  }

  @Test
  void anInputOfWhichNothingDatedComesIsIdleAndHoldsNoOtherBack() {
    Input input = new Input();
    input.take(feedback(T0));
    assertThat(input.idle).isFalse();

    for (int second = 0; second < 40; second++) {
      input.clock.advanceTime(1, TimeUnit.SECONDS);
      input.take(second % 2 == 0 ? feedback(null) : REFUSED);
    }
    assertThat(input.idle).isTrue();

    input.take(feedback(T0.plusSeconds(60)));
    assertThat(input.idle).isFalse();
    assertThat(input.watermarks).endsWith(BEHIND + 60_000);
  }

  private static Arrival feedback(Instant at) {
    return new Arrival(published(at), null, 100);
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

  /** One input of an endless stream, at a time of its own. */
  private static final class Input implements WatermarkOutput {
    private final ManualClock clock = new ManualClock();
    private final TimestampAssigner<Arrival> time =
        STRATEGY.createTimestampAssigner(UnregisteredMetricsGroup::new);
    private final WatermarkGenerator<Arrival> generator =
        STRATEGY.createWatermarkGenerator(
            new WatermarkGeneratorSupplier.Context() {
              @Override
              public MetricGroup getMetricGroup() {
                return new UnregisteredMetricsGroup();
              }

              @Override
              public RelativeClock getInputActivityClock() {
                return clock;
              }
            });
    private final List<Long> watermarks = new ArrayList<>();
    private boolean idle;

    void take(Arrival arrival) {
      generator.onEvent(arrival, time.extractTimestamp(arrival, 0), this);
      generator.onPeriodicEmit(this);
    }

    @Override
    public void emitWatermark(Watermark watermark) {
      watermarks.add(watermark.getTimestamp());
      idle = false;
    }

    @Override
    public void markIdle() {
      idle = true;
    }

    @Override
    public void markActive() {
      idle = false;
    }
  }
}
