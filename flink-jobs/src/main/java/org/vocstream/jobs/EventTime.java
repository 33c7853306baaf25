package org.vocstream.jobs;

import java.time.Duration;
import java.time.Instant;
import org.apache.flink.api.common.eventtime.TimestampAssigner;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;

/** Event time: when a feedback was published. */
final class EventTime {
  /** How long nothing dated comes before others need not wait, where nobody says. */
  static final Duration IDLE = Duration.ofSeconds(30);

  private EventTime() {}

  /**
   * Of an input that goes on for ever. A feedback without a date has no event time and moves no
   * watermark, and an input of which nothing else comes (dead letters, undated posts) is idle: it
   * holds no other back.
   *
   * @param idleAfter how long nothing dated comes before an input is idle
   */
  static WatermarkStrategy<Arrival> endless(Duration idleAfter) {
    WatermarkStrategy<Arrival> all =
        WatermarkStrategy.<Arrival>forBoundedOutOfOrderness(FeedbackScoringJob.OUT_OF_ORDER)
            .withIdleness(idleAfter);
    WatermarkStrategy<Arrival> dated =
        context -> new OfDated(all.createWatermarkGenerator(context));
    return dated.withTimestampAssigner((arrival, before) -> of(arrival));
  }

  /** Of an input that ends: no day closes before the end. */
  static WatermarkStrategy<Arrival> whole() {
    return WatermarkStrategy.<Arrival>noWatermarks()
        .withTimestampAssigner((arrival, before) -> of(arrival));
  }

  /** Of a stream that holds back no other: what it brings counts whenever it comes. */
  static <T> WatermarkStrategy<T> none() {
    return WatermarkStrategy.forGenerator(context -> new AtItsEnd<>());
  }

  /** As if all had come. */
  private static final class AtItsEnd<T> implements WatermarkGenerator<T> {
    @Override
    public void onEvent(T event, long time, WatermarkOutput output) {}

    @Override
    public void onPeriodicEmit(WatermarkOutput output) {
      output.emitWatermark(new Watermark(Long.MAX_VALUE));
    }
  }

  private static long of(Arrival arrival) {
    Instant at = arrival.feedback() == null ? null : arrival.feedback().publishedAt();
    return at == null ? TimestampAssigner.NO_TIMESTAMP : at.toEpochMilli();
  }

  /** Shows a generator only what has an event time. */
  private record OfDated(WatermarkGenerator<Arrival> generator)
      implements WatermarkGenerator<Arrival> {
    @Override
    public void onEvent(Arrival arrival, long time, WatermarkOutput output) {
      if (time != TimestampAssigner.NO_TIMESTAMP) {
        generator.onEvent(arrival, time, output);
      }
    }

    @Override
    public void onPeriodicEmit(WatermarkOutput output) {
      generator.onPeriodicEmit(output);
    }
  }
}
