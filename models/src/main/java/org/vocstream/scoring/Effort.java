package org.vocstream.scoring;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How much work goes into each text. */
public enum Effort {
  /** Indicators by the cues of the pack alone; for floods of texts, or a first look. */
  FAST,

  /** Indicators by cues and the trained model of the pack, where it has one. */
  STANDARD,

  /**
   * As standard, with pretrained encoders: the bundled ones for whole texts and for the indicators
   * of some packs, or one of the user's own for the sentiment of whole texts.
   */
  DEEP;

  /** The effort of this name; empty where there is none. */
  public static Optional<Effort> of(String code) {
    return Arrays.stream(values()).filter(e -> e.code().equals(code)).findFirst();
  }

  /** The name in options: {@code fast}, {@code standard}, {@code deep}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
