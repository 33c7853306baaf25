package org.vocstream.segment;

import java.util.List;
import org.vocstream.text.PreparedText;

/**
 * A prepared text and its words, so that each model reads the same words and none cuts them again.
 * Immutable.
 *
 * @param text the prepared text
 * @param words the words of its folded form, in order
 */
public record SegmentedText(PreparedText text, List<Token> words) {
  /** The folded form, which models read. */
  public String folded() {
    return text.folded();
  }
}
