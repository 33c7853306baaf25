package org.vocstream.opinion;

import java.util.ArrayList;
import java.util.List;
import org.vocstream.opinion.BrandNames.Named;
import org.vocstream.opinion.ComparisonWords.Frame;
import org.vocstream.opinion.ComparisonWords.Word;
import org.vocstream.text.Span;

/**
 * Whom a word compares, before it is known who wins. Immutable.
 *
 * @param subject who is spoken of, or null where that is unknown
 * @param others whom they are compared with, at least one
 * @param end where the names of the others end, in the folded text
 * @param known whether the others are brands, as against a noun (比超市便宜)
 */
record Sides(String subject, List<String> others, int end, boolean known) {
  /** How far after its word the other brand may begin: 比隔壁的乙. */
  private static final int NEAR = 6;

  /** How far after it a comparison with oneself begins: 比以前. */
  private static final int NOUN = 3;

  private static final String AND = "和跟与及、";

  /** The brands, or the noun, that follow a word, and whom they are compared with. */
  static Sides after(Word word, Span clause, ComparedText text) {
    int from = word.span().end();
    Named brand = text.brandIn(from, Math.min(clause.end(), from + NEAR));
    int limit = Math.min(clause.end(), brand == null ? from + NOUN : brand.span().start());
    if (text.begins(Frame.SELF, from, limit)) {
      return null;
    }
    if (brand == null) {
      Span noun = NamedThing.after(text.text(), from, clause.end());
      if (noun == null || isOneKind(word.span().start(), noun, text.folded())) {
        return null;
      }
      String name = text.text().text().offsets().toOriginal(noun).of(text.text().text().stored());
      String subject = subject(word.span().start(), clause, null, text);
      return new Sides(subject, List.of(name), noun.end(), false);
    }
    List<String> others = new ArrayList<>(List.of(brand.name()));
    int end = brand.span().end();
    Named next = text.brandIn(end + 1, end + 2);
    while (next != null && end + 1 < clause.end() && AND.indexOf(text.folded().charAt(end)) >= 0) {
      others.add(next.name());
      end = next.span().end();
      next = text.brandIn(end + 1, end + 2);
    }
    String subject = subject(word.span().start(), clause, brand.name(), text);
    return new Sides(subject, List.copyOf(others), end, true);
  }

  /** 大瓶比小瓶: two of a kind, none of them a brand. */
  private static boolean isOneKind(int word, Span noun, String folded) {
    return word > 0 && folded.charAt(word - 1) == folded.charAt(noun.end() - 1);
  }

  /**
   * Who is spoken of before a word: the last brand of the clause, or else the feedback's own, or
   * where that is the other one the last brand of the clause before.
   */
  static String subject(int word, Span clause, String other, ComparedText text) {
    Named before = text.lastBrandIn(clause.start(), word);
    if (before != null) {
      return before.name();
    }
    int at = text.clauseAt(clause.start());
    if (text.own() != null && text.own().equals(other) && text.goesOn(at - 1)) {
      Span last = text.clauses().get(at - 1);
      Named topic = text.lastBrandIn(last.start(), last.end());
      return topic == null ? text.own() : topic.name();
    }
    return text.own();
  }
}
