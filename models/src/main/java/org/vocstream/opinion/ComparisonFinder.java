package org.vocstream.opinion;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.vocstream.opinion.BrandNames.Named;
import org.vocstream.opinion.ComparisonWords.Frame;
import org.vocstream.opinion.ComparisonWords.Word;
import org.vocstream.segment.SegmentedText;
import org.vocstream.sentiment.Phrases;
import org.vocstream.sentiment.Said;
import org.vocstream.text.Clauses;
import org.vocstream.text.Language;
import org.vocstream.text.Span;
import org.vocstream.text.Spans;

/**
 * Finds which brand is said to beat which: 甲比乙好用, 不如乙, 没有乙保湿, "better than B", "prefer A to B". The
 * words and the ways in which they compare stand in {@code lexicons/comparison.yaml}.
 *
 * <p>A side is a brand the scorer knows, the feedback's own brand where nothing else is named (这款,
 * 它, or no subject), or the noun that is said (比超市便宜). What compares a brand with itself (比上次, 比预期)
 * and what sees no difference (跟乙差不多, 不比乙差) is no comparison. A side without a name gives none
 * either. Immutable and safe for several threads; linear in the length of the text.
 */
public final class ComparisonFinder {
  /** How far after its word the other brand may begin: 比隔壁的乙. */
  private static final int NEAR = 6;

  private static final Comparator<Span> IN_ORDER = Comparator.comparingInt(Span::start);

  private final BrandNames brands;
  private final ComparisonWords words = ComparisonWords.bundled();
  private final Phrases phrases = Phrases.bundled();

  /** A finder that knows these brands. */
  public ComparisonFinder(BrandNames brands) {
    this.brands = brands;
  }

  /** One text, and what stands in it. */
  private record Reading(
      SegmentedText text,
      String own,
      List<Span> clauses,
      List<Word> words,
      List<Named> brands,
      Said said) {
    String folded() {
      return text.folded();
    }

    /** Index of the clause in which a unit stands, or -1. */
    int clauseAt(int at) {
      List<Span> found = Spans.overlapping(clauses, s -> s, new Span(at, at + 1));
      return found.isEmpty() ? -1 : Collections.binarySearch(clauses, found.get(0), IN_ORDER);
    }

    /** The first brand that begins within a span, or null. */
    Named brandIn(int from, int to) {
      return Spans.overlapping(brands, Named::span, span(from, to)).stream()
          .filter(b -> b.span().start() >= from)
          .findFirst()
          .orElse(null);
    }

    /** The last brand that ends within a span, or null. */
    Named lastBrandIn(int from, int to) {
      return Spans.overlapping(brands, Named::span, span(from, to)).stream()
          .filter(b -> b.span().start() >= from && b.span().end() <= to)
          .reduce((first, second) -> second)
          .orElse(null);
    }

    /** 1 where the words of a span praise, -1 where they blame, 0 where they do neither. */
    int verdict(int from, int to) {
      return verdict(from, to, true);
    }

    int verdict(int from, int to, boolean asDenied) {
      if (from >= to) {
        return 0;
      }
      int said = this.said.side(new Span(from, to), asDenied);
      if (said != 0) {
        return said;
      }
      for (Word word : Spans.overlapping(words, Word::span, span(from, to))) {
        if (word.span().start() >= from && word.span().end() <= to) {
          if (word.is(Frame.BETTER)) {
            return 1;
          } else if (word.is(Frame.WORSE)) {
            return -1;
          }
        }
      }
      return 0;
    }

    boolean says(Frame frame, int from, int to) {
      return Spans.overlapping(words, Word::span, span(from, to)).stream()
          .anyMatch(w -> w.is(frame) && w.span().start() >= from);
    }
  }

  /** A word may run past the end of its clause, after which nothing is looked for. */
  private static Span span(int from, int to) {
    return new Span(Math.min(from, to), to);
  }

  /** The two sides and where they are compared. */
  private record Outcome(String winner, String loser, Span place) {
    /** Whether both sides have a name and the clause before did not say the same. */
    boolean isNew(List<Outcome> before) {
      if (winner == null || loser == null || winner.equals(loser)) {
        return false;
      }
      Outcome last = before.isEmpty() ? null : before.get(before.size() - 1);
      return last == null
          || !last.place.overlaps(place)
          || !(last.winner.equals(winner) && last.loser.equals(loser));
    }
  }

  /**
   * The comparisons of a text in order of place.
   *
   * @param own the brand the text is about, or null
   * @param mentions the opinions found in it, which tell the indicator
   */
  public List<Comparison> find(SegmentedText text, String own, List<Mention> mentions) {
    if (text.text().language() == Language.OTHER) {
      return List.of();
    }
    String folded = text.folded();
    List<Named> named = brands.in(folded, own);
    if (!words.mayCompare(folded, !named.isEmpty())) {
      return List.of();
    }
    List<Word> met = words.in(folded);
    Reading reading = new Reading(text, own, Clauses.of(folded), met, named, phrases.in(folded));
    List<Outcome> outcomes = new ArrayList<>();
    for (Word word : met) {
      Outcome outcome = outcome(word, reading);
      if (outcome != null && outcome.isNew(outcomes)) {
        outcomes.add(outcome);
      }
    }
    return outcomes.stream().map(o -> comparison(o, text, mentions)).toList();
  }

  private static Comparison comparison(
      Outcome outcome, SegmentedText text, List<Mention> mentions) {
    Span place = text.text().offsets().toOriginal(outcome.place);
    String indicator =
        mentions.stream()
            .filter(m -> m.start() < place.end() && place.start() < m.end())
            .min(
                Comparator.comparing((Mention m) -> m.group().equals("overall"))
                    .thenComparing(m -> -m.confidence()))
            .map(Mention::indicator)
            .orElse(null);
    return new Comparison(outcome.winner, outcome.loser, indicator, place.start(), place.end());
  }

  private static Outcome outcome(Word word, Reading reading) {
    int at = reading.clauseAt(word.span().start());
    if (at < 0) {
      return null;
    }
    Span clause = reading.clauses.get(at);
    if (word.is(Frame.THAN)) {
      Outcome than = than(word.span(), at, reading);
      return than != null ? than : versus(word.span(), at, reading);
    } else if (word.is(Frame.VERSUS)) {
      return versus(word.span(), at, reading);
    } else if (word.is(Frame.BEATS)) {
      return beats(word.span(), clause, reading);
    } else if (word.is(Frame.LOSES)) {
      Other other = other(word.span().end(), clause, reading);
      return other == null
          ? null
          : ranked(other.name, subject(word.span(), clause, reading), clause);
    } else if (word.is(Frame.LACKS)) {
      return lacks(word.span(), clause, reading);
    } else if (word.is(Frame.PREFERS)) {
      return prefers(reading.brandIn(word.span().end(), word.span().end() + 3), at, reading);
    } else if (word.is(Frame.RATHER)) {
      Named next = reading.brandIn(word.span().end(), word.span().end() + 1);
      boolean praised = next != null && reading.verdict(next.span().end(), clause.end()) > 0;
      return praised ? prefers(next, at, reading) : null;
    }
    return null;
  }

  private static Outcome ranked(String winner, String loser, Span place) {
    return new Outcome(winner, loser, place);
  }

  /** The side that is named after a word, and where its name ends. */
  private record Other(String name, int end) {}

  private static Other other(int from, Span clause, Reading reading) {
    Named brand = reading.brandIn(from, Math.min(clause.end(), from + NEAR));
    int limit = brand == null ? Math.min(clause.end(), from + 3) : brand.span().start() + 1;
    if (reading.says(Frame.SELF, from, limit)) {
      return null;
    }
    if (brand != null) {
      return new Other(brand.name(), brand.span().end());
    }
    Span noun = NamedThing.after(reading.text, from, clause.end());
    return noun == null ? null : other(noun, reading);
  }

  private static Other other(Span name, Reading reading) {
    Span stored = reading.text.text().offsets().toOriginal(name);
    return new Other(stored.of(reading.text.text().stored()), name.end());
  }

  /** Who is spoken of before a word: the last brand of the clause, or else the feedback's own. */
  private static String subject(Span word, Span clause, Reading reading) {
    Named before = reading.lastBrandIn(clause.start(), word.start());
    return before == null ? reading.own : before.name();
  }

  private static Outcome than(Span word, int at, Reading reading) {
    Span clause = reading.clauses.get(at);
    Other other = other(word.end(), clause, reading);
    if (other == null) {
      return null;
    }
    boolean english = reading.text.text().language() == Language.EN;
    int who = english ? reading.verdict(clause.start(), word.start()) : 0;
    return who != 0
        ? decided(who, subject(word, clause, reading), other.name, clause)
        : verdictAfter(other, subject(word, clause, reading), at, reading);
  }

  /** 跟乙相比: the other stands between 跟 and the word. */
  private static Outcome versus(Span word, int at, Reading reading) {
    Span clause = reading.clauses.get(at);
    Named brand = reading.lastBrandIn(clause.start(), word.start());
    if (brand == null
        || brand.span().start() == 0
        || "和跟与同较".indexOf(reading.folded().charAt(brand.span().start() - 1)) < 0) {
      return null;
    }
    Named first = reading.brandIn(clause.start(), brand.span().start());
    return verdictAfter(
        new Other(brand.name(), word.end()),
        first == null ? reading.own : first.name(),
        at,
        reading);
  }

  /** The words after the other's name, or else those of the next clause, say who wins. */
  private static Outcome verdictAfter(Other other, String subject, int at, Reading reading) {
    Span clause = reading.clauses.get(at);
    int who = reading.verdict(other.end, clause.end());
    if (who != 0) {
      return decided(who, subject, other.name, clause);
    }
    if (at + 1 >= reading.clauses.size()) {
      return null;
    }
    Span next = reading.clauses.get(at + 1);
    Named named = reading.brandIn(next.start(), next.end());
    String who2 = named == null || named.name().equals(other.name) ? subject : named.name();
    boolean sentenceGoesOn = "，,".indexOf(reading.folded().charAt(Math.max(0, clause.end()))) >= 0;
    return sentenceGoesOn
        ? decided(
            reading.verdict(next.start(), next.end()),
            who2,
            other.name,
            new Span(clause.start(), next.end()))
        : null;
  }

  private static Outcome decided(int who, String subject, String other, Span place) {
    return who == 0
        ? null
        : who > 0 ? ranked(subject, other, place) : ranked(other, subject, place);
  }

  private static Outcome beats(Span word, Span clause, Reading reading) {
    int by = reading.folded().lastIndexOf('被', word.start());
    Named before = reading.lastBrandIn(Math.max(clause.start(), by), word.start());
    if (by >= clause.start() && before != null) {
      Named first = reading.brandIn(clause.start(), by);
      return ranked(before.name(), first == null ? reading.own : first.name(), clause);
    }
    Other other = other(word.end(), clause, reading);
    return other == null ? null : ranked(subject(word, clause, reading), other.name, clause);
  }

  /** 没有乙好: only a known brand, since 没有 says much else. */
  private static Outcome lacks(Span word, Span clause, Reading reading) {
    Named brand = reading.brandIn(word.end(), Math.min(clause.end(), word.end() + 3));
    // 没有苹果的香味 misses a smell and compares nothing.
    return brand == null || reading.folded().startsWith("的", brand.span().end())
        ? null
        : decided(
            -reading.verdict(brand.span().end(), clause.end(), false),
            subject(word, clause, reading),
            brand.name(),
            clause);
  }

  private static Outcome prefers(Named chosen, int at, Reading reading) {
    Span clause = reading.clauses.get(at);
    if (chosen == null || !chosen.span().overlaps(clause)) {
      return null;
    }
    int from = at > 0 ? reading.clauses.get(at - 1).start() : clause.start();
    int to = reading.clauses.get(Math.min(at + 1, reading.clauses.size() - 1)).end();
    String rival =
        Spans.overlapping(reading.brands, Named::span, span(from, to)).stream()
            .map(Named::name)
            .filter(b -> !b.equals(chosen.name()))
            .findFirst()
            .orElse(reading.own);
    return ranked(chosen.name(), rival, clause);
  }
}
