package org.vocstream.jobs;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import org.apache.flink.api.common.state.StateTtlConfig;

/**
 * How long the state of a feedback is kept: for a time after it was published, or, where it came
 * late or has no date, after it came. Event time drops it; where that stands still, the time to
 * live does. Immutable.
 *
 * @param kept for how long
 */
record Retention(Duration kept) implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Timers of one hour share one, so that a key holds few. */
  private static final long ROUND = Duration.ofHours(1).toMillis();

  /**
   * Event time in ms at which it is dropped, a full hour; the end of the stream where neither its
   * date nor the time is known.
   */
  long until(Instant publishedAt, long watermark) {
    long from = publishedAt == null ? watermark : Math.max(publishedAt.toEpochMilli(), watermark);
    if (from == Long.MIN_VALUE || from > Long.MAX_VALUE - kept.toMillis() - ROUND) {
      return Long.MAX_VALUE;
    }
    return (Math.floorDiv(from + kept.toMillis(), ROUND) + 1) * ROUND;
  }

  /** The second bound, in processing time. */
  StateTtlConfig timeToLive() {
    return timeToLive(kept.plus(FeedbackScoringJob.OUT_OF_ORDER));
  }

  /**
   * A bound in processing time. On the heap each access looks at one other entry and drops it where
   * its time is over: that keeps pace, for each entry is accessed at least once; Flink's five cost
   * as much as all else that state does.
   */
  static StateTtlConfig timeToLive(Duration kept) {
    return StateTtlConfig.newBuilder(kept).cleanupIncrementally(1, false).build();
  }
}
