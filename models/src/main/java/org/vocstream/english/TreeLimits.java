package org.vocstream.english;

import java.time.Duration;

/**
 * How much work a text may cost whose sentences are parsed: parsing takes time that grows with the
 * cube of a sentence's length, and memory with its square. Immutable.
 *
 * @param sentenceWords longest sentence that is parsed, in words and signs; longer ones are left
 *     out
 * @param textWords longest text that is parsed at all, in words and signs
 * @param time after this long the text is given up. The other two limits hang on the text alone, so
 *     the same text always fares the same; this one is for a machine that is much too busy
 */
public record TreeLimits(int sentenceWords, int textWords, Duration time) {
  /** What is usual. */
  public static final TreeLimits STANDARD = new TreeLimits(50, 250, Duration.ofSeconds(20));

  /**
   * Checks that something is left to parse.
   *
   * @throws IllegalArgumentException where a limit is less than 1 or no time at all
   */
  public TreeLimits {
    if (sentenceWords < 1 || textWords < 1 || time.isZero() || time.isNegative()) {
      throw new IllegalArgumentException(
          "the limits of CoreNLP must be at least 1 word and more than no time");
    }
  }
}
