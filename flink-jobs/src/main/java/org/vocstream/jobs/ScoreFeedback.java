package org.vocstream.jobs;

import java.util.function.Function;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichMapFunction;
import org.vocstream.feedback.Feedback;
import org.vocstream.scoring.ScoredFeedback;

/**
 * Scores each feedback, and adds what is suspect about it in the company of others; knows nothing
 * from one feedback to the next.
 */
final class ScoreFeedback extends RichMapFunction<MarkedFeedback, ScoredFeedback> {
  private static final long serialVersionUID = 1L;

  private final Scoring scoring;
  private transient Function<Feedback, ScoredFeedback> scorer;
  private transient ScoringMetrics metrics;

  ScoreFeedback(Scoring scoring) {
    this.scoring = scoring;
  }

  @Override
  public void open(OpenContext context) {
    scorer = scoring.scorer();
    metrics = new ScoringMetrics(getRuntimeContext().getMetricGroup());
  }

  @Override
  public ScoredFeedback map(MarkedFeedback marked) {
    return metrics.measure(
        () -> {
          ScoredFeedback scored = scorer.apply(marked.feedback());
          return scored.with(scored.suspicion().and(marked.suspicion()));
        });
  }
}
