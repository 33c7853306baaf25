package org.vocstream.opinion;

import java.util.ArrayList;
import java.util.List;
import org.vocstream.linear.DocumentFeatures;
import org.vocstream.segment.SegmentedText;
import org.vocstream.segment.Token;
import org.vocstream.text.Clauses;
import org.vocstream.text.Span;

/**
 * A part of a text that holds one opinion as a rule, and its words. Immutable.
 *
 * @param span where it stands in the folded text
 * @param firstWord index of its first word
 * @param endWord one past the index of its last word
 */
public record Clause(Span span, int firstWord, int endWord) {
  /** The clauses of a text in order, found once for all who ask. */
  public static List<Clause> of(DocumentFeatures text) {
    return text.once(Clause.class, () -> List.copyOf(of(text.text())));
  }

  /** The clauses of a text in order. */
  public static List<Clause> of(SegmentedText text) {
    List<Token> words = text.words();
    List<Clause> clauses = new ArrayList<>();
    int word = 0;
    for (Span span : spans(text)) {
      while (word < words.size() && words.get(word).start() < span.start()) {
        word++;
      }
      int first = word;
      while (word < words.size() && words.get(word).start() < span.end()) {
        word++;
      }
      clauses.add(new Clause(span, first, word));
    }
    return clauses;
  }

  private static List<Span> spans(SegmentedText text) {
    return text.english() == null
        ? Clauses.of(text.folded())
        : Clauses.of(text.folded(), text.english()::isInsideSentence);
  }
}
