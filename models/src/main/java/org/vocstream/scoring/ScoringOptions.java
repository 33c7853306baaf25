package org.vocstream.scoring;

import java.nio.file.Path;
import org.vocstream.english.EnglishOptions;
import org.vocstream.pack.CompetitorSet;

/**
 * With what feedback is scored. Immutable.
 *
 * @param effort how much work goes into each text
 * @param models where trained models are read from
 * @param encoder folder of a pretrained encoder of one's own, see {@link
 *     org.vocstream.sentiment.EncoderRuntime#open}; only with {@link Effort#DEEP}, null for the
 *     bundled one
 * @param competitors the brands that are known, with what else people call them
 * @param english how far English is read by Stanford CoreNLP
 */
public record ScoringOptions(
    Effort effort,
    ModelFolder models,
    Path encoder,
    CompetitorSet competitors,
    EnglishOptions english) {
  /** The bundled models with standard effort. */
  public static final ScoringOptions STANDARD = of(ModelFolder.bundled());

  /** These models with standard effort. */
  public static ScoringOptions of(ModelFolder models) {
    return new ScoringOptions(Effort.STANDARD, models, null);
  }

  /** With no brands known but those that feedback is about, and English read as is usual. */
  public ScoringOptions(Effort effort, ModelFolder models, Path encoder) {
    this(effort, models, encoder, CompetitorSet.NONE, EnglishOptions.standard());
  }

  /** The same with other models. */
  public ScoringOptions with(ModelFolder others) {
    return new ScoringOptions(effort, others, encoder, competitors, english);
  }

  /** The same with these brands. */
  public ScoringOptions among(CompetitorSet brands) {
    return new ScoringOptions(effort, models, encoder, brands, english);
  }

  /** The same with English read so. */
  public ScoringOptions reading(EnglishOptions how) {
    return new ScoringOptions(effort, models, encoder, competitors, how);
  }

  /**
   * Checks that effort and encoder go together.
   *
   * @throws IllegalArgumentException where they do not
   */
  public ScoringOptions {
    if (effort != Effort.DEEP && encoder != null) {
      throw new IllegalArgumentException(
          "an encoder is only used with --effort deep; add that, or leave --encoder out");
    }
  }
}
