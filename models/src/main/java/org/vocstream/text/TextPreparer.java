package org.vocstream.text;

/**
 * Makes a stored text ready for scoring: folds it and finds its language. Personal data is masked
 * before, where the envelope is read. Immutable, safe for several threads; never throws.
 */
public final class TextPreparer {
  private final Folding folding = new Folding();
  private final SpokenText spoken = new SpokenText();
  private final LanguageDetector detector = new LanguageDetector();

  /** The prepared form of {@code stored}. */
  public PreparedText prepare(String stored) {
    Folded folded = folding.fold(stored);
    return new PreparedText(
        stored, folded.text(), folded.offsets(), detector.detect(folded.text()));
  }

  /**
   * The prepared form of speech that was recognised: fillers, repetitions and signs of the
   * recogniser are not read, and clauses are parted where punctuation is missing. Offsets lead to
   * {@code stored} all the same.
   */
  public PreparedText prepareSpoken(String stored) {
    return prepareSpoken(stored, HeardNames.NONE);
  }

  /** The same, with names read as they were meant. */
  public PreparedText prepareSpoken(String stored, HeardNames names) {
    Folded folded = spoken.asWritten(names.meant(folding.fold(stored)));
    return new PreparedText(
        stored, folded.text(), folded.offsets(), detector.detect(folded.text()));
  }
}
