package org.vocstream.segment;

import java.util.List;
import org.vocstream.english.EnglishText;
import org.vocstream.text.PreparedText;

/**
 * A prepared text and its words, so that each model reads the same words and none cuts them again.
 * Immutable.
 *
 * @param text the prepared text
 * @param words the words of its folded form, in order; trained models read these
 * @param english its words and sentences as a reader of English sees them, in units of the folded
 *     form; null where it is not English or there is no reader
 */
public record SegmentedText(PreparedText text, List<Token> words, EnglishText english) {
  /** A text that no reader of English has read. */
  public SegmentedText(PreparedText text, List<Token> words) {
    this(text, words, null);
  }

  /** The folded form, which models read. */
  public String folded() {
    return text.folded();
  }
}
