package org.vocstream.jobs;

import org.apache.flink.api.common.accumulators.LongCounter;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichMapFunction;
import org.vocstream.elasticsearch.StoredFeedback;
import org.vocstream.jobs.settings.Scorer;
import org.vocstream.scoring.ScoredFeedback;

/** Scores feedback that was scored before, and leaves why it is suspect as it is. */
final class ScoreStored extends RichMapFunction<StoredFeedback, ScoredFeedback> {
  private static final long serialVersionUID = 1L;

  private final Scoring scoring;
  private transient Scorer scorer;
  private transient LongCounter read;
  private transient ScoringMetrics metrics;

  ScoreStored(Scoring scoring) {
    this.scoring = scoring;
  }

  @Override
  public void open(OpenContext context) {
    scorer = scoring.scorer();
    read = new LongCounter();
    getRuntimeContext().addAccumulator(TakeIn.READ, read);
    metrics = new ScoringMetrics(getRuntimeContext().getMetricGroup());
  }

  @Override
  public ScoredFeedback map(StoredFeedback stored) {
    read.add(1);
    return metrics.measure(() -> scorer.score(stored.feedback()).with(stored.suspicion()));
  }
}
