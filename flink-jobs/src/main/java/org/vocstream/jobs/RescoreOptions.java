package org.vocstream.jobs;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.vocstream.pack.CompetitorSet;
import org.vocstream.scoring.Effort;
import org.vocstream.scoring.ModelFolder;
import org.vocstream.scoring.ScoringOptions;

/**
 * What {@link RescoreJob} must know. Immutable.
 *
 * @param pack name of a bundled pack, path of a pack file, or URI of one on a file system that
 *     Flink knows
 * @param scoring with which models, among which brands
 * @param modelsAt URI of a folder of models that every machine copies for itself, or null: those of
 *     {@code scoring}
 * @param competitors file of these brands, or null
 * @param zone time zone of the days of the daily cells
 * @param elasticsearch where the index is
 * @param parallelism subtasks that score and index, 1 or more
 * @param retryFor how long to wait for an Elasticsearch that is away before the job fails
 */
public record RescoreOptions(
    String pack,
    ScoringOptions scoring,
    String modelsAt,
    Path competitors,
    String zone,
    URI elasticsearch,
    int parallelism,
    Duration retryFor) {

  /** What the scores depend on, as a generation keeps it. */
  public Map<String, String> scores() {
    Map<String, String> kept = new TreeMap<>();
    kept.put("pack", pack);
    kept.put("zone", zone);
    kept.put("effort", scoring.effort().code());
    scoring.models().folder().ifPresent(f -> kept.put("models", f.toAbsolutePath().toString()));
    if (modelsAt != null) {
      kept.put("models", modelsAt);
    }
    if (scoring.encoder() != null) {
      kept.put("encoder", scoring.encoder().toString());
    }
    kept.putAll(EnglishArguments.of(scoring.english()));
    if (competitors != null) {
      kept.put("competitors", competitors.toAbsolutePath().toString());
    }
    return kept;
  }

  /**
   * The options that score as a generation was scored.
   *
   * @param scores what {@link #scores} gave
   * @throws IllegalArgumentException where the models are no longer there
   * @throws org.vocstream.pack.PackException where the file of the brands is not, or has changed so
   *     that it cannot be used
   */
  public static RescoreOptions of(
      Map<String, String> scores, URI elasticsearch, int parallelism, Duration retryFor) {
    Path competitors = path(scores.get("competitors"));
    String models = scores.get("models");
    boolean elsewhere = LocalCopy.isNeededFor(models);
    return new RescoreOptions(
        scores.get("pack"),
        new ScoringOptions(
                Effort.of(scores.get("effort")).orElse(Effort.STANDARD),
                ModelFolder.of(elsewhere ? null : path(models)),
                path(scores.get("encoder")))
            .reading(EnglishArguments.read(scores))
            .among(competitors == null ? CompetitorSet.NONE : CompetitorSet.load(competitors)),
        elsewhere ? models : null,
        competitors,
        scores.get("zone"),
        elasticsearch,
        parallelism,
        retryFor);
  }

  /**
   * Pack and models by name and digest, {@code cosmetics@1.0.0+models@1f0c22aa}; reads them all.
   *
   * @throws IllegalArgumentException where a model is missing or broken
   * @throws java.io.UncheckedIOException where pack or models stand elsewhere and cannot be copied
   */
  public String scoredBy() {
    return Scoring.read(pack, scoring, modelsAt).scoredBy();
  }

  private static Path path(String name) {
    return name == null ? null : Path.of(name);
  }
}
