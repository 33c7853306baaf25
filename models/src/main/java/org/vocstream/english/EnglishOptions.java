package org.vocstream.english;

/**
 * How English is read. Immutable.
 *
 * @param use how far by Stanford CoreNLP
 * @param sureFrom with {@link CoreNlpUse#UNSURE}: from which probability of its label on the linear
 *     model is sure, 0..1
 * @param limits how much work a text may cost
 */
public record EnglishOptions(CoreNlpUse use, double sureFrom, TreeLimits limits) {
  /**
   * What is usual for {@link #sureFrom}. On held-out rows of the training data it asks for the
   * trees of half the tweets and three in four film sentences, and brings nearly all that they can.
   */
  public static final double SURE_FROM = 0.8;

  /** CoreNLP left out. */
  public static final EnglishOptions OFF = of(CoreNlpUse.OFF);

  /**
   * Checks the probability.
   *
   * @throws IllegalArgumentException where it is none
   */
  public EnglishOptions {
    if (!(sureFrom >= 0 && sureFrom <= 1)) {
      throw new IllegalArgumentException(
          "the probability from which on the linear model is sure is " + sureFrom + "; 0 to 1");
    }
  }

  /** This use with what is usual otherwise. */
  public static EnglishOptions of(CoreNlpUse use) {
    return new EnglishOptions(use, SURE_FROM, TreeLimits.STANDARD);
  }

  /** Words by CoreNLP where it is on the class path, else without it. */
  public static EnglishOptions standard() {
    return EnglishReader.isThere() ? of(CoreNlpUse.WORDS) : OFF;
  }

  /** Whether sentences are parsed at all. */
  public boolean parses() {
    return use == CoreNlpUse.UNSURE || use == CoreNlpUse.ALWAYS;
  }
}
