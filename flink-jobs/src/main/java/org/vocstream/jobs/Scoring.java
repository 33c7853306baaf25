package org.vocstream.jobs;

import java.io.Serializable;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Function;
import org.vocstream.feedback.Feedback;
import org.vocstream.pack.CompetitorSet;
import org.vocstream.pack.PackLoader;
import org.vocstream.scoring.Effort;
import org.vocstream.scoring.FeedbackScorer;
import org.vocstream.scoring.ModelFolder;
import org.vocstream.scoring.ScoredFeedback;
import org.vocstream.scoring.ScoringOptions;

/** Says how feedback is scored; the scorer itself is made where the job runs. */
@FunctionalInterface
public interface Scoring extends Serializable {
  /** A new scorer: reads what it needs, a second or so. Used by one thread. */
  Function<Feedback, ScoredFeedback> scorer();

  /**
   * With a pack and trained models.
   *
   * @param pack name of a bundled pack, or path of a pack file
   * @param options with which models; their folders must be there on every machine of the cluster
   */
  static Scoring with(String pack, ScoringOptions options) {
    // A path of the local file system is not serializable.
    Effort effort = options.effort();
    String models = options.models().folder().map(Path::toString).orElse(null);
    String encoder = options.encoder() == null ? null : options.encoder().toString();
    CompetitorSet competitors = options.competitors();
    Map<String, String> english = EnglishArguments.of(options.english());
    return () ->
        FeedbackScorer.of(
                new PackLoader().find(pack),
                new ScoringOptions(
                    effort,
                    ModelFolder.of(path(models)),
                    path(encoder),
                    competitors,
                    EnglishArguments.read(english)))
            ::score;
  }

  private static Path path(String name) {
    return name == null ? null : Path.of(name);
  }
}
