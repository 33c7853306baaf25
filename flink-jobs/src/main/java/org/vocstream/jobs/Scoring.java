package org.vocstream.jobs;

import java.io.Serializable;
import java.util.function.Function;
import org.vocstream.feedback.Feedback;
import org.vocstream.pack.PackLoader;
import org.vocstream.scoring.FeedbackScorer;
import org.vocstream.scoring.ScoredFeedback;

/** Says how feedback is scored; the scorer itself is made where the job runs. */
@FunctionalInterface
public interface Scoring extends Serializable {
  /** A new scorer: reads what it needs, a second or so. Used by one thread. */
  Function<Feedback, ScoredFeedback> scorer();

  /**
   * With the bundled models.
   *
   * @param pack name of a bundled pack, or path of a pack file
   */
  static Scoring with(String pack) {
    return () -> FeedbackScorer.of(new PackLoader().find(pack))::score;
  }
}
