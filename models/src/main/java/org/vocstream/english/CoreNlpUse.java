package org.vocstream.english;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How far English is read by the reader that stands in a module of its own, Stanford CoreNLP. */
public enum CoreNlpUse {
  /** Not at all: words by their script, sentiment by the linear model. */
  OFF,

  /** Words, lemmas and sentences; sentiment by the linear model. Some milliseconds a text. */
  WORDS,

  /**
   * Words, and where the linear model is not sure, the sentiment of parsed sentences beside it. A
   * parsed text takes a hundred times as long.
   */
  UNSURE,

  /** Words, and for every text the sentiment of parsed sentences beside the linear model. */
  ALWAYS;

  /** The use of this name; empty where there is none. */
  public static Optional<CoreNlpUse> of(String code) {
    return Arrays.stream(values()).filter(u -> u.code().equals(code)).findFirst();
  }

  /** The name in options: {@code off}, {@code words}, {@code unsure}, {@code always}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
