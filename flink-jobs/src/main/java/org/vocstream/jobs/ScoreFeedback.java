package org.vocstream.jobs;

import java.util.function.Function;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichMapFunction;
import org.vocstream.feedback.Feedback;
import org.vocstream.scoring.ScoredFeedback;

/** Scores each feedback; knows nothing from one feedback to the next. */
final class ScoreFeedback extends RichMapFunction<Feedback, ScoredFeedback> {
  private static final long serialVersionUID = 1L;

  private final Scoring scoring;
  private transient Function<Feedback, ScoredFeedback> scorer;

  ScoreFeedback(Scoring scoring) {
    this.scoring = scoring;
  }

  @Override
  public void open(OpenContext context) {
    scorer = scoring.scorer();
  }

  @Override
  public ScoredFeedback map(Feedback feedback) {
    return scorer.apply(feedback);
  }
}
