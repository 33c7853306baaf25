package org.vocstream.opinion;

import java.util.List;
import org.vocstream.opinion.BrandNames.Named;
import org.vocstream.opinion.ComparisonWords.Frame;
import org.vocstream.opinion.ComparisonWords.Word;
import org.vocstream.text.Span;

/**
 * Reads the sentences that set one brand against another: 甲比乙好, 没有乙好, 不如乙, 跟乙没法比, 被乙吊打, "better
 * than B", "not as good as B". Stateless.
 */
final class Ranking {
  /** How much may follow the other's name before the next clause is asked: 比起乙来说. */
  private static final int TAIL = 3;

  /** How far before "than" a denial may stand: "isn't any cheaper than". */
  private static final int DENIAL = 24;

  private static final String WITH = "和跟与同较";

  private Ranking() {}

  /** What a word of clause {@code at} says; empty where it ranks nothing. */
  static List<ComparisonOutcome> of(Word word, int at, ComparedText text) {
    Span clause = text.clauses().get(at);
    boolean asks = text.asks(clause);
    if (word.is(Frame.NOT_THAN)) {
      // 不比乙好吗 says that it is better; without a question it says that neither is.
      return asks ? than(word, at, text) : List.of();
    } else if (asks && !word.is(Frame.LOSES) && !word.is(Frame.HUMBLED)) {
      return List.of();
    } else if (word.is(Frame.THAN)) {
      List<ComparisonOutcome> than = than(word, at, text);
      return than.isEmpty() ? versus(word, at, text) : than;
    } else if (word.is(Frame.VERSUS)) {
      List<ComparisonOutcome> versus = versus(word, at, text);
      boolean follows = text.brandIn(word.span().end(), word.span().end() + 2) != null;
      versus = versus.isEmpty() && follows ? than(word, at, text) : versus;
      return versus.isEmpty() ? aside(word, at, text) : versus;
    } else if (word.is(Frame.BEATS)) {
      return beats(word, clause, text);
    } else if (word.is(Frame.LOSES)) {
      return decided(-1, Sides.after(word, clause, text), clause, word);
    } else if (word.is(Frame.LACKS) || word.is(Frame.UNLIKE)) {
      return lacks(word, clause, text);
    } else if (word.is(Frame.AS)) {
      return as(word, clause, text);
    } else if (word.is(Frame.HUMBLED)) {
      return humbled(word, at, text);
    }
    return List.of();
  }

  private static List<ComparisonOutcome> decided(int who, Sides sides, Span place, Word word) {
    if (who == 0 || sides == null) {
      return List.of();
    }
    return sides.others().stream()
        .map(
            other ->
                who > 0
                    ? new ComparisonOutcome(sides.subject(), other, place, word.span())
                    : new ComparisonOutcome(other, sides.subject(), place, word.span()))
        .toList();
  }

  private static List<ComparisonOutcome> than(Word word, int at, ComparedText text) {
    Span clause = text.clauses().get(at);
    Sides sides = Sides.after(word, clause, text);
    if (sides == null) {
      return List.of();
    }
    if (!text.isEnglish()) {
      return verdictAfter(sides, word, at, text);
    }
    int start = word.span().start();
    if (text.says(Frame.DENIED, Math.max(clause.start(), start - DENIAL), start)) {
      return List.of();
    }
    int who = text.verdict(clause.start(), clause.start(), start, true);
    return who != 0 ? decided(who, sides, clause, word) : verdictAfter(sides, word, at, text);
  }

  /** 跟乙相比: the other stands between 跟 and the word. */
  private static List<ComparisonOutcome> versus(Word word, int at, ComparedText text) {
    Span clause = text.clauses().get(at);
    Named brand = text.lastBrandIn(clause.start(), word.span().start());
    if (brand == null || brand.span().start() == 0 || !isAfter(WITH, brand, text)) {
      return List.of();
    }
    Named first = text.brandIn(clause.start(), brand.span().start());
    String subject = first == null ? text.own() : first.name();
    Sides sides = new Sides(subject, List.of(brand.name()), word.span().end(), true);
    return word.is(Frame.HUMBLED) || text.says(Frame.DENIED, clause.start(), brand.span().start())
        ? decided(-1, sides, clause, word)
        : verdictAfter(sides, word, at, text);
  }

  private static boolean isAfter(String letters, Named brand, ComparedText text) {
    int before = brand.span().start() - 1;
    return before >= 0 && letters.indexOf(text.folded().charAt(before)) >= 0;
  }

  /** 用过乙，相比之下甲差点意思: the other was named before. */
  private static List<ComparisonOutcome> aside(Word word, int at, ComparedText text) {
    Span clause = text.clauses().get(at);
    Named named = text.brandIn(word.span().end(), clause.end());
    String subject = named == null ? text.own() : named.name();
    String rival = Preference.rival(subject, text.around(at), text);
    int from = named == null ? word.span().end() : named.span().end();
    int who = text.verdict(clause.start(), from, clause.end(), true);
    return rival == null
        ? List.of()
        : decided(who, new Sides(subject, List.of(rival), from, true), clause, word);
  }

  /** The words after the other's name, or else those of the next two clauses, say who wins. */
  private static List<ComparisonOutcome> verdictAfter(
      Sides sides, Word word, int at, ComparedText text) {
    Span clause = text.clauses().get(at);
    int who = text.verdict(text.topic(at), sides.end(), clause.end(), !word.is(Frame.NOT_THAN));
    if (who == 0 && sides.known() && sides.end() < clause.end()) {
      who = text.mentioned(clause, sides.end());
    }
    if (who != 0 || clause.end() - sides.end() > TAIL) {
      return decided(who, sides, clause, word);
    }
    String subject = sides.subject();
    for (int next = at + 1; next <= at + 2 && text.goesOn(next - 1); next++) {
      Span part = text.clauses().get(next);
      Named named = text.brandIn(part.start(), part.end());
      subject = named == null || sides.others().contains(named.name()) ? subject : named.name();
      int verdict = text.verdict(part.start(), part.start(), part.end(), true);
      verdict = verdict == 0 && sides.known() ? text.mentioned(part, part.start()) : verdict;
      if (verdict != 0) {
        Sides told = new Sides(subject, sides.others(), sides.end(), sides.known());
        return decided(verdict, told, new Span(clause.start(), part.end()), word);
      }
    }
    return List.of();
  }

  private static List<ComparisonOutcome> beats(Word word, Span clause, ComparedText text) {
    int start = word.span().start();
    int by =
        new Span(clause.start(), Math.max(clause.start(), start))
            .of(text.folded())
            .lastIndexOf('被');
    Named before = text.lastBrandIn(clause.start() + Math.max(0, by), start);
    if (by >= 0 && before != null) {
      Named first = text.brandIn(clause.start(), clause.start() + by);
      String subject = first == null ? text.own() : first.name();
      return decided(-1, new Sides(subject, List.of(before.name()), start, true), clause, word);
    }
    return decided(1, Sides.after(word, clause, text), clause, word);
  }

  /** 没有乙好, 不像乙那么油: only a known brand, since 没有 says much else. */
  private static List<ComparisonOutcome> lacks(Word word, Span clause, ComparedText text) {
    int from = word.span().end();
    Named brand = text.brandIn(from, Math.min(clause.end(), from + TAIL));
    // 没有苹果的香味 misses a smell and compares nothing.
    if (brand == null || text.folded().startsWith("的", brand.span().end())) {
      return List.of();
    }
    Sides sides =
        new Sides(
            Sides.subject(word.span().start(), clause, brand.name(), text),
            List.of(brand.name()),
            brand.span().end(),
            true);
    int who = -text.verdict(clause.start(), sides.end(), clause.end(), false);
    who = who == 0 && sides.end() < clause.end() ? text.mentioned(clause, sides.end()) : who;
    return decided(who, sides, clause, word);
  }

  /** "not as good as B"; without the denial the two are equal. */
  private static List<ComparisonOutcome> as(Word word, Span clause, ComparedText text) {
    Word second =
        text.wordsIn(word.span().end(), clause.end()).stream()
            .filter(w -> w.is(Frame.AS))
            .findFirst()
            .orElse(null);
    if (second == null || !text.says(Frame.DENIED, clause.start(), word.span().start())) {
      return List.of();
    }
    int quality = text.verdict(clause.start(), word.span().end(), second.span().start(), false);
    return decided(quality < 0 ? 1 : -1, Sides.after(second, clause, text), clause, word);
  }

  /** 乙拿什么比, 乙就是个弟弟, 跟乙没法比: loses to the other that is named, or to the feedback's own. */
  private static List<ComparisonOutcome> humbled(Word word, int at, ComparedText text) {
    List<ComparisonOutcome> versus = versus(word, at, text);
    if (!versus.isEmpty()) {
      return versus;
    }
    Span clause = text.clauses().get(at);
    Named loser = text.lastBrandIn(clause.start(), word.span().start());
    if (loser == null) {
      return List.of();
    }
    String rival = Preference.rival(loser.name(), text.around(at), text);
    return rival == null
        ? List.of()
        : List.of(new ComparisonOutcome(rival, loser.name(), clause, word.span()));
  }
}
