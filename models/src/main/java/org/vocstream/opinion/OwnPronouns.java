package org.vocstream.opinion;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.vocstream.opinion.BrandNames.Named;
import org.vocstream.opinion.ComparisonWords.Frame;
import org.vocstream.opinion.ComparisonWords.Word;
import org.vocstream.text.Span;
import org.vocstream.text.Spans;

/** Reads 它, 这款, 他家 and "this one" as the brand that a text is about. Stateless. */
final class OwnPronouns {
  private OwnPronouns() {}

  /**
   * These brands, with the pronouns of a text as its own brand, in order of place.
   *
   * @param own the brand the text is about, or null, which no pronoun stands for
   */
  static List<Named> among(List<Named> brands, List<Word> words, String own, String folded) {
    List<Named> all = new ArrayList<>(brands);
    if (own != null) {
      for (Word word : words) {
        if (word.is(Frame.OWN) && !belongs(word.span(), brands, folded)) {
          all.add(new Named(own, word.span()));
        }
      }
      all.sort(Comparator.comparingInt(n -> n.span().start()));
    }
    return all;
  }

  /** 乙牌这款, 乙牌的这款: still 乙牌. */
  private static boolean belongs(Span pronoun, List<Named> brands, String folded) {
    int back = pronoun.start() > 0 && folded.charAt(pronoun.start() - 1) == '的' ? 2 : 1;
    Span near = new Span(Math.max(0, pronoun.start() - back), pronoun.end());
    return !Spans.overlapping(brands, Named::span, near).isEmpty();
  }
}
