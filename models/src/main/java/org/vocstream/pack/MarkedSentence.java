package org.vocstream.pack;

import java.util.Optional;
import org.vocstream.text.Span;

/**
 * A sentence in which a span is marked with brackets: {@code [发货]很快}.
 *
 * @param text the sentence without the brackets
 * @param marked the marked span of {@code text}, or null where nothing is marked
 */
record MarkedSentence(String text, Span marked) {

  /** The sentence, or empty where brackets are missing, twice, empty, or the wrong way round. */
  static Optional<MarkedSentence> of(String written) {
    int open = written.indexOf('[');
    int close = written.indexOf(']');
    if (open < 0 && close < 0) {
      return Optional.of(new MarkedSentence(written, null));
    }
    boolean once = open == written.lastIndexOf('[') && close == written.lastIndexOf(']');
    if (open < 0 || !once || close < open + 2) {
      return Optional.empty();
    }
    String text =
        written.substring(0, open)
            + written.substring(open + 1, close)
            + written.substring(close + 1);
    return Optional.of(new MarkedSentence(text, new Span(open, close - 1)));
  }

  /** {@code text} with brackets around a span. */
  static String mark(String text, Span span) {
    return text.substring(0, span.start()) + "[" + span.of(text) + "]" + text.substring(span.end());
  }
}
