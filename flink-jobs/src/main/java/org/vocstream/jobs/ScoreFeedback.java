package org.vocstream.jobs;

import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichMapFunction;
import org.vocstream.feedback.Feedback;
import org.vocstream.pack.PackLoader;
import org.vocstream.scoring.FeedbackScorer;
import org.vocstream.scoring.ScoredFeedback;

/** Scores each feedback with one pack; knows nothing from one feedback to the next. */
final class ScoreFeedback extends RichMapFunction<Feedback, ScoredFeedback> {
  private static final long serialVersionUID = 1L;

  private final String pack;
  private transient FeedbackScorer scorer;

  ScoreFeedback(String pack) {
    this.pack = pack;
  }

  @Override
  public void open(OpenContext context) {
    scorer = FeedbackScorer.of(new PackLoader().find(pack));
  }

  @Override
  public ScoredFeedback map(Feedback feedback) {
    return scorer.score(feedback);
  }
}
