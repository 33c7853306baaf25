package org.vocstream.jobs;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;
import org.vocstream.scoring.Flag;
import org.vocstream.scoring.ScoredFeedback;

/** What an operator that scores tells about itself. For one thread. */
final class ScoringMetrics {
  private final Counter scored;
  private final Counter mentions;
  private final DurationHistogram time;
  private final Map<Flag, Counter> flagged = new EnumMap<>(Flag.class);

  /**
   * Metrics of one subtask.
   *
   * @param operator its own group
   */
  ScoringMetrics(MetricGroup operator) {
    JobMetrics metrics = new JobMetrics(operator);
    scored = metrics.counter(JobMetric.SCORED);
    mentions = metrics.counter(JobMetric.MENTIONS);
    time = metrics.durations(JobMetric.SCORING_TIME);
    for (Flag flag : Flag.values()) {
      flagged.put(flag, metrics.counter(JobMetric.FLAGGED, flag.code()));
    }
  }

  /** Scores one feedback, and counts and times that. */
  ScoredFeedback measure(Supplier<ScoredFeedback> scoring) {
    long begin = System.nanoTime();
    ScoredFeedback result = scoring.get();
    time.update(System.nanoTime() - begin);
    scored.inc();
    mentions.inc(result.mentions().size());
    for (Flag flag : result.flags()) {
      flagged.get(flag).inc();
    }
    return result;
  }
}
