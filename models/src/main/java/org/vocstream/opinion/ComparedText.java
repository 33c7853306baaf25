package org.vocstream.opinion;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.vocstream.opinion.BrandNames.Named;
import org.vocstream.opinion.ComparisonWords.Frame;
import org.vocstream.opinion.ComparisonWords.Word;
import org.vocstream.segment.SegmentedText;
import org.vocstream.sentiment.Said;
import org.vocstream.text.Clauses;
import org.vocstream.text.Language;
import org.vocstream.text.Span;
import org.vocstream.text.Spans;

/**
 * One text in which brands may be compared: its clauses, the brands, and the words that compare.
 * Immutable.
 */
final class ComparedText {
  private static final Comparator<Span> IN_ORDER = Comparator.comparingInt(Span::start);

  private static final int LONGEST = 240;

  /** What ends a sentence; a comma, a space or a contrast does not. */
  private static final String STOPS = "。!！?？;；…\n.";

  private final SegmentedText text;
  private final String own;
  private final List<Span> clauses;
  private final List<Word> words;
  private final List<Named> brands;
  private final Said said;

  /** By their first unit in the stored text. */
  private final NavigableMap<Integer, List<Mention>> mentions = new TreeMap<>();

  /**
   * A text.
   *
   * @param own the brand it is about, or null; 它, 这款 and 他家 stand for it
   * @param words of the lexicon, in order of place
   * @param brands those that are named, in order of place
   * @param said opinions in it
   * @param mentions opinions on indicators in it
   */
  ComparedText(
      SegmentedText text,
      String own,
      List<Word> words,
      List<Named> brands,
      Said said,
      List<Mention> mentions) {
    this.text = text;
    this.own = own;
    this.clauses = listsJoined(text.folded());
    this.words = words;
    this.brands = OwnPronouns.among(brands, words, own, text.folded());
    this.said = said;
    mentions.forEach(m -> this.mentions.computeIfAbsent(m.start(), at -> new ArrayList<>()).add(m));
  }

  /** Clauses, but 花漾、绮澜都用过 is one. Longer ones than people write are cut, to stay linear. */
  private static List<Span> listsJoined(String folded) {
    List<Span> joined = new ArrayList<>();
    for (Span clause : Clauses.of(folded)) {
      Span last = joined.isEmpty() ? null : joined.get(joined.size() - 1);
      boolean list =
          last != null && clause.start() == last.end() + 1 && folded.charAt(last.end()) == '、';
      int from = list ? joined.remove(joined.size() - 1).start() : clause.start();
      while (clause.end() - from > LONGEST) {
        joined.add(new Span(from, from + LONGEST));
        from += LONGEST;
      }
      joined.add(new Span(from, clause.end()));
    }
    return joined;
  }

  SegmentedText text() {
    return text;
  }

  String folded() {
    return text.folded();
  }

  String own() {
    return own;
  }

  List<Word> words() {
    return words;
  }

  List<Span> clauses() {
    return clauses;
  }

  boolean isEnglish() {
    return text.text().language() == Language.EN;
  }

  /** Index of the clause in which a unit stands, or -1. */
  int clauseAt(int at) {
    List<Span> found = Spans.overlapping(clauses, s -> s, new Span(at, at + 1));
    return found.isEmpty() ? -1 : Collections.binarySearch(clauses, found.get(0), IN_ORDER);
  }

  /** Whether the clause after this one is there and belongs to the same sentence. */
  boolean goesOn(int clause) {
    if (clause < 0 || clause + 1 >= clauses.size()) {
      return false;
    }
    for (int i = clauses.get(clause).end(); i < clauses.get(clause + 1).start(); i++) {
      if (STOPS.indexOf(folded().charAt(i)) >= 0) {
        return false;
      }
    }
    return true;
  }

  /** The clause with up to two before and after it in the same sentence. */
  Span around(int clause) {
    int first = clause;
    while (first > clause - 2 && goesOn(first - 1)) {
      first--;
    }
    int last = clause;
    while (last < clause + 2 && goesOn(last)) {
      last++;
    }
    return new Span(clauses.get(first).start(), clauses.get(last).end());
  }

  /** The brands that stand wholly within a span, in order. */
  List<Named> brandsIn(int from, int to) {
    return within(brands, Named::span, from, to);
  }

  /** The first brand that begins within a span, or null. */
  Named brandIn(int from, int to) {
    return Spans.overlapping(brands, Named::span, span(from, to)).stream()
        .filter(b -> b.span().start() >= from)
        .findFirst()
        .orElse(null);
  }

  /** The last brand that stands wholly within a span, or null. */
  Named lastBrandIn(int from, int to) {
    List<Named> found = brandsIn(from, to);
    return found.isEmpty() ? null : found.get(found.size() - 1);
  }

  /** The words that stand wholly within a span, in order. */
  List<Word> wordsIn(int from, int to) {
    return within(words, Word::span, from, to);
  }

  /** Whether a word of this kind begins within a span. */
  boolean begins(Frame frame, int from, int to) {
    return Spans.overlapping(words, Word::span, span(from, to)).stream()
        .anyMatch(w -> w.is(frame) && w.span().start() >= from);
  }

  boolean says(Frame frame, int from, int to) {
    return wordsIn(from, to).stream().anyMatch(w -> w.is(frame));
  }

  private static <T> List<T> within(List<T> things, Function<T, Span> place, int from, int to) {
    return Spans.overlapping(things, place, span(from, to)).stream()
        .filter(t -> place.apply(t).start() >= from && place.apply(t).end() <= to)
        .toList();
  }

  /** A word may run past the end of its clause, after which nothing is looked for. */
  private static Span span(int from, int to) {
    return new Span(Math.min(from, to), to);
  }

  /** Whether a clause asks: 比乙好用吗. */
  boolean asks(Span clause) {
    int next = clause.end();
    while (next < folded().length() && folded().charAt(next) == ' ') {
      next++;
    }
    boolean mark = next < folded().length() && "?？".indexOf(folded().charAt(next)) >= 0;
    return mark || "吗么".indexOf(folded().charAt(clause.end() - 1)) >= 0;
  }

  /**
   * Side of the first opinion of a span: 1 praise, -1 blame, 0 none. 高, 大, "less" depend on what
   * they are said of, which stands in the clause from {@code topic} on.
   *
   * @param asDenied whether a denial before the opinion turns it round
   */
  int verdict(int topic, int from, int to, boolean asDenied) {
    if (from >= to) {
      return 0;
    }
    List<Word> judging = wordsIn(from, to);
    int compared = isEnglish() ? judged(judging, 0) : 0;
    if (compared != 0) {
      return compared;
    }
    int side = said.side(new Span(from, to), asDenied);
    if (side != 0) {
      return judging.stream().anyMatch(w -> w.is(Frame.LESS)) ? -side : side;
    }
    return judged(judging, scale(topic, to));
  }

  private static int judged(List<Word> judging, int scale) {
    for (Word word : judging) {
      if (word.is(Frame.BETTER) || word.is(Frame.WORSE)) {
        return word.is(Frame.BETTER) ? 1 : -1;
      } else if (scale != 0 && isSize(word)) {
        return word.is(Frame.LARGE) ? scale : -scale;
      }
    }
    return 0;
  }

  private static boolean isSize(Word word) {
    return word.is(Frame.LARGE) || word.is(Frame.SMALL);
  }

  /**
   * From where on a clause says what it is about: 价格比甲低，比乙高 is about the price twice, but a clause
   * that names such a thing is about that.
   */
  int topic(int clause) {
    Span own = clauses.get(clause);
    return goesOn(clause - 1) && scale(own.start(), own.end()) == 0
        ? clauses.get(clause - 1).start()
        : own.start();
  }

  /** 1 where more of what is spoken of is better (空间), -1 where it is worse (油耗), or 0. */
  private int scale(int from, int to) {
    for (Word word : wordsIn(from, to)) {
      if (word.is(Frame.GAIN)) {
        return 1;
      } else if (word.is(Frame.BURDEN)) {
        return -1;
      }
    }
    return 0;
  }

  /**
   * Polarity of the surest opinion on an indicator in a clause, 0 where there is none, or where
   * from {@code from} on only a size is told: 瓶子比乙小.
   */
  int mentioned(Span clause, int from) {
    if (wordsIn(from, clause.end()).stream().anyMatch(ComparedText::isSize)
        && scale(clause.start(), clause.end()) == 0) {
      return 0;
    }
    return mentionsIn(clause).stream()
        .filter(m -> m.polarity() != 0)
        .max(Comparator.comparingDouble(Mention::confidence))
        .map(Mention::polarity)
        .orElse(0);
  }

  /** The opinions on indicators whose evidence begins in a part of the folded text. */
  List<Mention> mentionsIn(Span part) {
    Span stored = text.text().offsets().toOriginal(part);
    return mentions.subMap(stored.start(), stored.end()).values().stream()
        .flatMap(List::stream)
        .toList();
  }
}
