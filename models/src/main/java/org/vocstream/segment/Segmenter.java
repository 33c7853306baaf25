package org.vocstream.segment;

import java.util.List;

/** Cuts a text into words. Implementations are safe for use by several threads at once. */
public interface Segmenter {
  /**
   * The words of {@code text} in order, without gaps except for white space, never overlapping. An
   * emoji (with its modifiers and joiners) is one token.
   *
   * @param text any text, usually a folded one; empty gives an empty list
   */
  List<Token> segment(String text);
}
