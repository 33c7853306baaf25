package org.vocstream.scoring;

import java.nio.file.Path;

/**
 * With what feedback is scored. Immutable.
 *
 * @param effort how much work goes into each text
 * @param models where trained models are read from
 * @param encoder folder of a pretrained encoder, see {@link
 *     org.vocstream.sentiment.EncoderRuntime#open}; needed for {@link Effort#DEEP}, else null
 */
public record ScoringOptions(Effort effort, ModelFolder models, Path encoder) {
  /** The bundled models with standard effort. */
  public static final ScoringOptions STANDARD =
      new ScoringOptions(Effort.STANDARD, ModelFolder.bundled(), null);

  /**
   * Checks that effort and encoder go together.
   *
   * @throws IllegalArgumentException where they do not
   */
  public ScoringOptions {
    if (effort == Effort.DEEP && encoder == null) {
      throw new IllegalArgumentException(
          "effort deep needs an encoder, and none is bundled; name the folder of one with --encoder");
    }
    if (effort != Effort.DEEP && encoder != null) {
      throw new IllegalArgumentException(
          "an encoder is only used with --effort deep; add that, or leave --encoder out");
    }
  }
}
