package org.vocstream.jobs;

import java.io.Serializable;
import java.nio.file.Path;
import java.util.function.Function;
import org.vocstream.feedback.Feedback;
import org.vocstream.pack.PackLoader;
import org.vocstream.scoring.FeedbackScorer;
import org.vocstream.scoring.ModelFolder;
import org.vocstream.scoring.ScoredFeedback;

/** Says how feedback is scored; the scorer itself is made where the job runs. */
@FunctionalInterface
public interface Scoring extends Serializable {
  /** A new scorer: reads what it needs, a second or so. Used by one thread. */
  Function<Feedback, ScoredFeedback> scorer();

  /**
   * With a pack and trained models.
   *
   * @param pack name of a bundled pack, or path of a pack file
   * @param models folder of models that stand for the bundled ones, or null
   */
  static Scoring with(String pack, Path models) {
    // A path of the local file system is not serializable.
    String folder = models == null ? null : models.toString();
    return () ->
        FeedbackScorer.of(
                new PackLoader().find(pack),
                ModelFolder.of(folder == null ? null : Path.of(folder)))
            ::score;
  }
}
