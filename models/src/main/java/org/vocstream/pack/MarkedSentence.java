package org.vocstream.pack;

import java.util.Optional;
import org.vocstream.text.Folded;
import org.vocstream.text.Folding;
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

  /** The sentence as models read it, its mark around the same words. */
  MarkedSentence folded(Folding folding) {
    Folded folded = folding.fold(text);
    if (marked == null) {
      return new MarkedSentence(folded.text(), null);
    }
    int start = 0;
    int end = folded.text().length();
    while (start < end && original(folded, start).end() <= marked.start()) {
      start++;
    }
    while (end > start && original(folded, end - 1).start() >= marked.end()) {
      end--;
    }
    return new MarkedSentence(folded.text(), new Span(start, end));
  }

  private static Span original(Folded folded, int unit) {
    return folded.offsets().toOriginal(new Span(unit, unit + 1));
  }

  /** {@code text} with brackets around a span. */
  static String mark(String text, Span span) {
    return text.substring(0, span.start()) + "[" + span.of(text) + "]" + text.substring(span.end());
  }
}
