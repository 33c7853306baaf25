package org.vocstream.jobs.settings;

import java.lang.module.ModuleDescriptor.Version;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.vocstream.feedback.Feedback;
import org.vocstream.pack.CompetitorSet;
import org.vocstream.pack.Pack;
import org.vocstream.pack.PackCheck;
import org.vocstream.pack.PackException;
import org.vocstream.pack.PackFinding;
import org.vocstream.pack.PackLoader;
import org.vocstream.scoring.FeedbackScorer;
import org.vocstream.scoring.ScoredFeedback;
import org.vocstream.scoring.ScoringOptions;

/**
 * Scores by a pack and a competitor set, and goes over to others: to a later version of the same
 * pack that passes {@link PackCheck}, and to a later version of the set or another set. The trained
 * models stay. Immutable.
 */
public final class PackScorer implements Scorer {
  /** Findings that a refusal tells; the check tells all. */
  private static final int TOLD = 5;

  private final FeedbackScorer scorer;
  private final Pack pack;
  private final CompetitorSet competitors;

  private PackScorer(FeedbackScorer scorer, Pack pack, CompetitorSet competitors) {
    this.scorer = scorer;
    this.pack = pack;
    this.competitors = competitors;
  }

  /**
   * A scorer by this pack and the competitor set of the options.
   *
   * @throws PackException where something is wrong with the pack
   * @throws IllegalArgumentException where a model that is needed is missing or broken
   */
  public static PackScorer of(Setting pack, ScoringOptions options) {
    Pack loaded = pack.pack();
    return new PackScorer(FeedbackScorer.of(loaded, options), loaded, options.competitors());
  }

  @Override
  public ScoredFeedback score(Feedback feedback) {
    return scorer.score(feedback);
  }

  @Override
  public Scorer with(Setting setting) throws SettingRefused {
    if (setting.fault() != null) {
      throw new SettingRefused(setting.fault());
    }
    try {
      return switch (setting.kind()) {
        case PACK -> withPack(setting);
        case COMPETITORS -> withCompetitors(setting.competitors());
      };
    } catch (PackException e) {
      throw new SettingRefused(told(e.findings()));
    }
  }

  private Scorer withPack(Setting setting) throws SettingRefused {
    Pack next = setting.pack();
    if (next.equals(pack)) {
      return this;
    }
    if (!next.code().equals(pack.code())) {
      throw new SettingRefused(
          "this job scores with the pack %s, and this is the pack %s; give each pack a job of its own"
              .formatted(pack.code(), next.code()));
    }
    requireLater("pack " + pack.code(), pack.version(), next.version());
    if (!Objects.equals(next.aspectModel(), pack.aspectModel())) {
      throw new SettingRefused(
          "another aspect_model (%s, not %s) takes effect only when the job is started again"
              .formatted(next.aspectModel(), pack.aspectModel()));
    }
    List<PackFinding> findings =
        new PackCheck(new PackLoader()).check(setting.file(), setting.texts());
    if (!findings.isEmpty()) {
      throw new SettingRefused(told(findings));
    }
    return changed(next, competitors);
  }

  private Scorer withCompetitors(CompetitorSet next) throws SettingRefused {
    if (next.equals(competitors)) {
      return this;
    }
    if (next.id().equals(competitors.id())) {
      requireLater("competitor set " + next.id(), competitors.version(), next.version());
    }
    return changed(pack, next);
  }

  private Scorer changed(Pack nextPack, CompetitorSet nextSet) throws SettingRefused {
    try {
      return new PackScorer(scorer.with(nextPack, nextSet), nextPack, nextSet);
    } catch (IllegalArgumentException e) {
      throw new SettingRefused(e.getMessage() + "; keep that indicator");
    }
  }

  /** One version is one text for ever, else {@code scored_by} would not tell what scored. */
  private static void requireLater(String what, String inForce, String next) throws SettingRefused {
    int order = Version.parse(next).compareTo(Version.parse(inForce));
    if (order == 0) {
      throw new SettingRefused(
          "%s is in force as %s with another text; raise its version".formatted(what, inForce));
    }
    if (order < 0) {
      throw new SettingRefused(
          "%s is in force as %s, and %s is older; to go back, give the old text a new version"
              .formatted(what, inForce, next));
    }
  }

  private static String told(List<PackFinding> findings) {
    return findings.stream()
            .limit(TOLD)
            .map(PackFinding::toString)
            .collect(Collectors.joining("\n"))
        + (findings.size() > TOLD ? "\nand " + (findings.size() - TOLD) + " more" : "");
  }

  /**
   * Pack, models and competitor set by name and version or digest, {@code
   * cosmetics@1.0.0+models@1f0c22aa+tea-2026@1.0.0}.
   */
  public String scoredBy() {
    return scorer.scoredBy();
  }

  /** Pack and competitor set in force. */
  @Override
  public String toString() {
    return scoredBy();
  }
}
