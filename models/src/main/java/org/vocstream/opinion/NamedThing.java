package org.vocstream.opinion;

import java.util.List;
import org.vocstream.segment.SegmentedText;
import org.vocstream.segment.Token;
import org.vocstream.text.Language;
import org.vocstream.text.Span;
import org.vocstream.text.Spans;

/**
 * Finds the noun that a comparison names where no known brand stands: 比超市便宜, "than Beta". In
 * English only a word that is written with a capital counts. Stateless.
 */
final class NamedThing {
  /** The most words of a name. */
  private static final int MOST = 3;

  private static final List<String> SKIPPED =
      List.of("the", "my", "a", "an", "that", "隔壁", "那个", "那款", "那家", "这个", "某", "家", "的");

  private NamedThing() {}

  /** Where the noun stands in the folded text, or null where none follows at once. */
  static Span after(SegmentedText text, int from, int to) {
    int start = -1;
    int end = -1;
    int taken = 0;
    Span near = new Span(from, Math.max(from, to));
    for (Token word : Spans.overlapping(text.words(), w -> new Span(w.start(), w.end()), near)) {
      if (word.start() < from || (start < 0 && SKIPPED.contains(word.text()))) {
        continue;
      }
      if (word.end() > to || taken == MOST || !isName(text, word)) {
        break;
      }
      start = start < 0 ? word.start() : start;
      end = word.end();
      taken++;
    }
    return start < 0 || end - start < 2 ? null : new Span(start, end);
  }

  private static boolean isName(SegmentedText text, Token word) {
    if (text.text().language() == Language.EN || word.nature().equals("nx")) {
      Span stored = text.text().offsets().toOriginal(new Span(word.start(), word.end()));
      return Character.isUpperCase(text.text().stored().charAt(stored.start()))
          || (text.text().language() != Language.EN);
    }
    return word.nature().startsWith("n");
  }
}
