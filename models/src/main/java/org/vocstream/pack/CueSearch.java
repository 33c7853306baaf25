package org.vocstream.pack;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import org.vocstream.english.EnglishReader;
import org.vocstream.english.EnglishText;
import org.vocstream.text.Span;

/**
 * Finds the cues of things that customers speak of. Immutable and safe for several threads.
 *
 * <p>All terms are looked for at once, in time linear in the text. A Latin term matches whole words
 * only, with or without a plural s. A term inside an {@code except} phrase of its own cue does not
 * count. Of matches that overlap the longest is kept, of equally long ones the first; matches of
 * exactly the same words for several things are all kept. Where somebody knows English, its terms
 * are found in every inflection, see {@link LemmaIndex}; what is written counts before that.
 *
 * @param <O> what the cues tell of
 */
final class CueSearch<O> {
  private static final Comparator<Hit<?>> LONGEST_FIRST =
      Comparator.comparingInt((Hit<?> m) -> -m.span().length())
          .thenComparingInt(m -> m.span().start())
          .thenComparingInt(m -> -m.term().length());

  private static final Comparator<Hit<?>> AS_READ =
      Comparator.comparingInt((Hit<?> m) -> m.span().start());

  /** Length of the longest term or phrase with its plural s; bounds the work for each match. */
  private static final int LONGEST_REACH = CueReader.MAX_TERM + 1;

  /**
   * A place where the words of a cue stand.
   *
   * @param owner what the cue tells of
   * @param number number of the owner among all of the search
   */
  record Hit<O>(O owner, int number, Cue cue, Span span, String term) {}

  /** A term or an except phrase, and whose it is. */
  private record Entry<O>(O owner, int number, Cue cue, String term, boolean except) {}

  private final TermAutomaton<List<Entry<O>>> automaton;

  /** The English terms, or null where nobody knows their inflections. */
  private final LemmaIndex<List<Entry<O>>> lemmas;

  private final EnglishReader reader;

  /** A search for the cues of all of these, as they are written. */
  CueSearch(List<O> owners, Function<O, List<Cue>> cues) {
    this(owners, cues, null);
  }

  /**
   * A search for the cues of all of these, the English ones in every inflection.
   *
   * @param reader knows inflections; null for none
   */
  CueSearch(List<O> owners, Function<O, List<Cue>> cues, EnglishReader reader) {
    Map<String, List<Entry<O>>> entries = new LinkedHashMap<>();
    for (int i = 0; i < owners.size(); i++) {
      O owner = owners.get(i);
      int number = i;
      for (Cue cue : cues.apply(owner)) {
        cue.terms().forEach(t -> put(entries, new Entry<>(owner, number, cue, t, false)));
        cue.except().forEach(t -> put(entries, new Entry<>(owner, number, cue, t, true)));
      }
    }
    automaton = new TermAutomaton<>(entries);
    lemmas = reader == null ? null : new LemmaIndex<>(entries, reader);
    this.reader = reader;
  }

  private static <O> void put(Map<String, List<Entry<O>>> entries, Entry<O> entry) {
    entries.computeIfAbsent(entry.term(), t -> new ArrayList<>()).add(entry);
  }

  /**
   * The matches in order of their place.
   *
   * @param folded a text in folded form; spans refer to it
   */
  List<Hit<O>> find(String folded) {
    return find(folded, null);
  }

  /**
   * The matches in order of their place.
   *
   * @param english its words as a reader of English sees them; null where terms count only as they
   *     are written
   */
  List<Hit<O>> find(String folded, EnglishText english) {
    List<Hit<O>> terms = new ArrayList<>();
    Map<String, NavigableMap<Integer, Integer>> except = new HashMap<>();
    automaton.find(
        folded,
        (begin, end, entries) -> {
          int reach = wholeWordEnd(folded, begin, end);
          if (reach >= 0) {
            add(entries, new Span(begin, reach), terms, except);
          }
        });
    List<Hit<O>> inflected = new ArrayList<>();
    if (lemmas != null && english != null) {
      lemmas.find(
          english, (begin, end, entries) -> add(entries, new Span(begin, end), inflected, except));
    }
    terms.removeIf(m -> isInside(m.span(), except.get(m.cue().id())));
    inflected.removeIf(m -> isInside(m.span(), except.get(m.cue().id())));
    return longest(terms, inflected, folded.length());
  }

  /** The matches in a sentence that nobody has read before. */
  List<Hit<O>> findIn(String folded) {
    return find(folded, reader == null ? null : reader.read(folded));
  }

  private void add(
      List<Entry<O>> entries,
      Span span,
      List<Hit<O>> terms,
      Map<String, NavigableMap<Integer, Integer>> except) {
    for (Entry<O> entry : entries) {
      if (entry.except()) {
        except
            .computeIfAbsent(entry.cue().id(), c -> new TreeMap<>())
            .merge(span.end(), span.start(), Math::min);
      } else {
        terms.add(new Hit<>(entry.owner(), entry.number(), entry.cue(), span, entry.term()));
      }
    }
  }

  /** Whether a phrase, of which {@code phrases} has end and first begin, covers the span. */
  private static boolean isInside(Span span, NavigableMap<Integer, Integer> phrases) {
    return phrases != null
        && phrases.subMap(span.end(), span.start() + LONGEST_REACH + 1).values().stream()
            .anyMatch(start -> start <= span.start());
  }

  /** The longest as they are written, and where none of them stands, the longest inflected ones. */
  private static <O> List<Hit<O>> longest(
      List<Hit<O>> written, List<Hit<O>> inflected, int length) {
    Hit<?>[] taken = new Hit<?>[length];
    List<Hit<O>> kept = new ArrayList<>();
    keep(written, taken, kept);
    inflected.removeIf(
        m -> Arrays.stream(taken, m.span().start(), m.span().end()).anyMatch(Objects::nonNull));
    keep(inflected, taken, kept);
    kept.sort(AS_READ);
    return List.copyOf(kept);
  }

  private static <O> void keep(List<Hit<O>> matches, Hit<?>[] taken, List<Hit<O>> kept) {
    matches.sort(LONGEST_FIRST);
    for (Hit<O> match : matches) {
      if (isFree(match, taken, kept)) {
        Arrays.fill(taken, match.span().start(), match.span().end(), match);
        kept.add(match);
      }
    }
  }

  private static <O> boolean isFree(Hit<O> match, Hit<?>[] taken, List<Hit<O>> kept) {
    Span span = match.span();
    Hit<?> there = taken[span.start()];
    if (there != null && there.span().equals(span)) {
      // Same words: kept for another owner, once for this one.
      for (int i = kept.size() - 1; i >= 0 && kept.get(i).span().equals(span); i--) {
        if (kept.get(i).number() == match.number()) {
          return false;
        }
      }
      return true;
    }
    for (int i = span.start(); i < span.end(); i++) {
      if (taken[i] != null) {
        return false;
      }
    }
    return true;
  }

  /** End of the match with its plural s, or -1 where it is a part of a longer Latin word. */
  private static int wholeWordEnd(String text, int begin, int end) {
    if (isLatin(text, begin) && isLatin(text, begin - 1)) {
      return -1;
    }
    if (!isLatin(text, end - 1) || !isLatin(text, end)) {
      return end;
    }
    return text.charAt(end) == 's' && !isLatin(text, end + 1) ? end + 1 : -1;
  }

  private static boolean isLatin(String text, int at) {
    if (at < 0 || at >= text.length()) {
      return false;
    }
    char c = text.charAt(at);
    // To ask for the script of a letter is a search, so Chinese ones are told apart before.
    return Character.isDigit(c)
        || (Character.isLetter(c)
            && !Character.isIdeographic(c)
            && Character.UnicodeScript.of(c) == Character.UnicodeScript.LATIN);
  }
}
