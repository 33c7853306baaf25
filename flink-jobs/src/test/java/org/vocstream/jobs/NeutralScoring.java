package org.vocstream.jobs;

import java.util.List;
import org.vocstream.feedback.Feedback;
import org.vocstream.jobs.settings.Scorer;
import org.vocstream.scoring.ScoredFeedback;
import org.vocstream.scoring.Suspicion;
import org.vocstream.scoring.TranscriptScore;
import org.vocstream.sentiment.Sentiment;
import org.vocstream.text.Language;

/** Finds nothing in any feedback, and needs no models for it. */
final class NeutralScoring implements Scoring {
  private static final long serialVersionUID = 1L;

  @Override
  public Scorer scorer() {
    return NeutralScoring::score;
  }

  static ScoredFeedback score(Feedback feedback) {
    return new ScoredFeedback(
        feedback,
        null,
        Language.ZH,
        feedback.text(),
        new Sentiment(0, 0),
        List.of(),
        List.of(),
        List.of(),
        TranscriptScore.NONE,
        Suspicion.NONE,
        "nothing@1.0.0+models@00000000");
  }
}
