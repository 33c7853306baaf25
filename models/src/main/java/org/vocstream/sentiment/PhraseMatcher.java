package org.vocstream.sentiment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vocstream.pack.TermAutomaton;
import org.vocstream.text.Span;

/**
 * Finds the phrases of lexicons in a text, all in one pass. {@code …} in a term stands for up to
 * eight characters of one clause. Of phrases that overlap the longest is kept; one inside an {@code
 * except} phrase of its own entry does not count. Immutable, safe for several threads.
 */
final class PhraseMatcher {
  private static final int GAP = 8;
  private static final String STOPS = "，,。.！!？?；;…\n";

  private static final Comparator<Match> LONGEST_FIRST =
      Comparator.comparingInt((Match m) -> -m.span.length()).thenComparingInt(m -> m.span.start());

  private final TermAutomaton<List<Pattern>> automaton;

  /** A term cut at its gaps, of which the automaton finds the first piece. */
  private record Pattern(Phrase phrase, boolean except, List<String> rest) {}

  /** A place where a phrase stands. */
  record Match(Phrase phrase, boolean except, Span span) {}

  PhraseMatcher(List<Lexicon> lexicons) {
    Map<String, List<Pattern>> patterns = new LinkedHashMap<>();
    for (Lexicon lexicon : lexicons) {
      for (Lexicon.Entry entry : lexicon.entries()) {
        Phrase phrase = Phrase.of(lexicon, entry);
        entry.terms().forEach(t -> put(patterns, phrase, false, t));
        entry.except().forEach(t -> put(patterns, phrase, true, t));
      }
    }
    automaton = new TermAutomaton<>(patterns);
  }

  private static void put(
      Map<String, List<Pattern>> patterns, Phrase phrase, boolean except, String term) {
    List<String> pieces = List.of(term.split("…"));
    patterns
        .computeIfAbsent(pieces.get(0), p -> new ArrayList<>())
        .add(new Pattern(phrase, except, pieces.subList(1, pieces.size())));
  }

  /** The phrases of a folded text in order of place; none overlaps another. */
  List<Match> find(String folded) {
    List<Match> found = new ArrayList<>();
    automaton.find(
        folded,
        (start, end, patterns) -> {
          if (WholeWord.at(folded, start, end)) {
            for (Pattern pattern : patterns) {
              int last = end(folded, end, pattern.rest);
              if (last >= 0) {
                found.add(new Match(pattern.phrase, pattern.except, new Span(start, last)));
              }
            }
          }
        });
    if (found.isEmpty()) {
      return found;
    }
    found.sort(LONGEST_FIRST);
    List<Match> kept = new ArrayList<>(found.size());
    Match[] taken = new Match[folded.length()];
    Match[] excepted = new Match[folded.length()];
    for (Match match : found) {
      if (isFree(match, taken, excepted)) {
        Arrays.fill(match.except ? excepted : taken, match.span.start(), match.span.end(), match);
        if (!match.except) {
          kept.add(match);
        }
      }
    }
    kept.sort(Comparator.comparingInt(m -> m.span.start()));
    return kept;
  }

  /** Whether a longer match leaves room; an exception takes it from words of its own entry only. */
  private static boolean isFree(Match match, Match[] taken, Match[] excepted) {
    for (int i = match.span.start(); i < match.span.end(); i++) {
      boolean hidden = excepted[i] != null && excepted[i].phrase.equals(match.phrase);
      if (hidden || (taken[i] != null && !match.except)) {
        return false;
      }
    }
    return true;
  }

  /** Where the last piece ends, or -1 where one is missing. */
  private static int end(String folded, int from, List<String> rest) {
    int at = from;
    for (String piece : rest) {
      int limit = Math.min(folded.length() - piece.length(), at + GAP);
      int next = at;
      while (next <= limit && !folded.startsWith(piece, next)) {
        next = STOPS.indexOf(folded.charAt(next)) >= 0 ? limit + 1 : next + 1;
      }
      if (next > limit) {
        return -1;
      }
      at = next + piece.length();
    }
    return at;
  }
}
