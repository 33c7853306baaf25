package org.vocstream.opinion;

import java.util.List;
import org.vocstream.opinion.BrandNames.Named;
import org.vocstream.opinion.ComparisonWords.Frame;
import org.vocstream.opinion.ComparisonWords.Word;
import org.vocstream.text.Span;

/**
 * Reads the sentences that choose among brands: 更喜欢乙, 还是乙香, 甲和乙里选乙, 乙更好用, 乙最好用, 从甲换到乙，回不去了, "I
 * prefer B", "switched from A to B and regret it". Stateless.
 */
final class Preference {
  /** How far after its word the chosen brand may begin: 宁可多花点钱买乙. */
  private static final int REACH = 8;

  /** How far after 选了 or 换到. */
  private static final int NEXT = 3;

  private Preference() {}

  /** What a word of clause {@code at} says; empty where it chooses nothing. */
  static List<ComparisonOutcome> of(Word word, int at, ComparedText text) {
    Span clause = text.clauses().get(at);
    if (word.is(Frame.PREFERS)) {
      return chosen(word, at, REACH, text);
    } else if (word.is(Frame.CHOSE)) {
      return namesAnother(word, at, text) ? chosen(word, at, NEXT, text) : List.of();
    } else if (text.asks(clause)) {
      return List.of();
    } else if (word.is(Frame.RATHER)) {
      Named next = text.brandIn(word.span().end(), word.span().end() + 1);
      boolean praised =
          next != null && text.verdict(clause.start(), next.span().end(), clause.end(), true) > 0;
      return praised ? chosen(word, at, 1, text) : List.of();
    } else if (word.is(Frame.MORE) || word.is(Frame.MOST)) {
      return outstanding(word, at, text);
    } else if (text.isEnglish() && (word.is(Frame.BETTER) || word.is(Frame.WORSE))) {
      return outstanding(word, at, text);
    } else if (word.is(Frame.SWITCH)) {
      return switched(word, at, text);
    }
    return List.of();
  }

  /** Whether another brand than the chosen one was named before. */
  private static boolean namesAnother(Word word, int at, ComparedText text) {
    Named named = text.brandIn(word.span().end(), word.span().end() + NEXT);
    return named != null
        && text.brandsIn(text.around(at).start(), word.span().start()).stream()
            .anyMatch(b -> !b.name().equals(named.name()));
  }

  /** The other brand that is named in a part of the text, or else the feedback's own, or null. */
  static String rival(String brand, Span part, ComparedText text) {
    String rival =
        text.brandsIn(part.start(), part.end()).stream()
            .map(Named::name)
            .filter(b -> !b.equals(brand))
            .findFirst()
            .orElse(text.own());
    return brand == null || brand.equals(rival) ? null : rival;
  }

  private static List<ComparisonOutcome> chosen(Word word, int at, int reach, ComparedText text) {
    Span clause = text.clauses().get(at);
    int from = word.span().end();
    Named chosen = text.brandIn(from, Math.min(clause.end(), from + reach));
    if (chosen == null) {
      return List.of();
    }
    String rival = rival(chosen.name(), text.around(at), text);
    return rival == null
        ? List.of()
        : List.of(new ComparisonOutcome(chosen.name(), rival, clause, word.span()));
  }

  /**
   * 乙更好用, 乙最好用, "B is cheaper": the brand before the word, over the others of the sentence. 更 alone
   * compares with the feedback's own brand where no other is named.
   */
  private static List<ComparisonOutcome> outstanding(Word word, int at, ComparedText text) {
    Span clause = text.clauses().get(at);
    int start = word.span().start();
    Named named = text.lastBrandIn(clause.start(), start);
    boolean ranked =
        text.wordsIn(clause.start(), clause.end()).stream().anyMatch(Preference::ranks);
    if (named == null || ranked) {
      return List.of();
    }
    int from = word.is(Frame.MORE) || word.is(Frame.MOST) ? word.span().end() : start;
    int who = text.verdict(clause.start(), from, clause.end(), true);
    who = who == 0 ? text.mentioned(clause, from) : who;
    Span part = text.around(at);
    List<String> rivals =
        text.brandsIn(part.start(), part.end()).stream()
            .map(Named::name)
            .filter(b -> !b.equals(named.name()))
            .distinct()
            .toList();
    if (rivals.isEmpty() && word.is(Frame.MORE) && text.own() != null) {
      rivals = List.of(text.own());
    }
    boolean wins = who > 0;
    return who == 0
        ? List.of()
        : rivals.stream()
            .map(
                r ->
                    wins
                        ? new ComparisonOutcome(named.name(), r, clause, word.span())
                        : new ComparisonOutcome(r, named.name(), clause, word.span()))
            .toList();
  }

  private static boolean ranks(Word word) {
    return word.is(Frame.THAN)
        || word.is(Frame.VERSUS)
        || word.is(Frame.LACKS)
        || word.is(Frame.UNLIKE)
        || word.is(Frame.LOSES)
        || word.is(Frame.AS);
  }

  /** 从甲换到乙, and what came of it. */
  private static List<ComparisonOutcome> switched(Word word, int at, ComparedText text) {
    Span clause = text.clauses().get(at);
    int start = word.span().start();
    Named before = text.lastBrandIn(clause.start(), start);
    Named after = text.brandIn(word.span().end(), word.span().end() + NEXT);
    String from = before == null ? text.own() : before.name();
    String to = after == null ? text.own() : after.name();
    int end = after == null ? word.span().end() : after.span().end();
    if (text.isEnglish()
        && after != null
        && text.folded().startsWith("from", after.span().start() - 5)) {
      Named second = text.brandIn(end, clause.end());
      from = after.name();
      to = second == null ? text.own() : second.name();
      end = second == null ? end : second.span().end();
    }
    int who = text.verdict(end, end, clause.end(), true);
    int last = at;
    while (who == 0 && last < at + 2 && text.goesOn(last)) {
      last++;
      Span next = text.clauses().get(last);
      who = text.verdict(next.start(), next.start(), next.end(), true);
    }
    Span place = new Span(clause.start(), text.clauses().get(last).end());
    return who == 0
        ? List.of()
        : List.of(
            who > 0
                ? new ComparisonOutcome(to, from, place, word.span())
                : new ComparisonOutcome(from, to, place, word.span()));
  }
}
