package org.vocstream.call;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.vocstream.feedback.Speaker;
import org.vocstream.pack.TermAutomaton;
import org.vocstream.sentiment.Lexicon;
import org.vocstream.sentiment.WholeWord;
import org.vocstream.text.Span;

/**
 * Finds the words of {@code contact.yaml} in what one side says. Of words of one entry that overlap
 * the longest counts; one inside an {@code except} phrase of its entry does not. Immutable and safe
 * for several threads; linear in the text.
 */
final class CallWords {
  static final String FILE = "contact.yaml";

  private static final Comparator<Word> LONGEST_FIRST =
      Comparator.comparingInt((Word w) -> -w.span().length())
          .thenComparingInt(w -> w.span().start());

  /** What such words say; {@code contact.yaml} explains each. */
  enum Says {
    ASKS,
    COMPLAINS,
    THREATENS,
    SOLVED,
    UNSOLVED,
    ACCEPTS,
    WAITS,
    DONE,
    PROMISES,
    REFUSES
  }

  /**
   * Words in a text.
   *
   * @param entry code of the entry
   * @param span their place in the folded text
   */
  record Word(String entry, Says says, Span span) {}

  private record Term(int entry, Says says, String code, boolean except) {}

  private final TermAutomaton<List<Term>> automaton;

  /** The words that this side says. */
  CallWords(Speaker speaker) {
    this(Lexicon.bundled(FILE), speaker);
  }

  CallWords(Lexicon lexicon, Speaker speaker) {
    Map<String, List<Term>> terms = new LinkedHashMap<>();
    for (int i = 0; i < lexicon.entries().size(); i++) {
      Lexicon.Entry entry = lexicon.entries().get(i);
      if (entry.text("by").equals(speaker.code())) {
        Says says = Says.valueOf(entry.text("says").toUpperCase(Locale.ROOT));
        Term term = new Term(i, says, entry.code(), false);
        Term except = new Term(i, says, entry.code(), true);
        entry.terms().forEach(t -> terms.computeIfAbsent(t, k -> new ArrayList<>()).add(term));
        entry.except().forEach(t -> terms.computeIfAbsent(t, k -> new ArrayList<>()).add(except));
      }
    }
    automaton = new TermAutomaton<>(terms);
  }

  /** The words in order of their place. */
  List<Word> find(String folded) {
    Map<Integer, List<Word>> found = new LinkedHashMap<>();
    Map<Integer, boolean[]> hidden = new LinkedHashMap<>();
    automaton.find(
        folded,
        (start, end, terms) -> {
          if (!WholeWord.at(folded, start, end)) {
            return;
          }
          for (Term term : terms) {
            if (term.except()) {
              boolean[] places =
                  hidden.computeIfAbsent(term.entry(), e -> new boolean[folded.length()]);
              Arrays.fill(places, start, end, true);
            } else {
              found
                  .computeIfAbsent(term.entry(), e -> new ArrayList<>())
                  .add(new Word(term.code(), term.says(), new Span(start, end)));
            }
          }
        });
    List<Word> words = new ArrayList<>();
    found.forEach(
        (entry, own) -> {
          boolean[] taken = hidden.getOrDefault(entry, new boolean[folded.length()]);
          own.sort(LONGEST_FIRST);
          own.stream().filter(w -> isFree(w.span(), taken)).forEach(words::add);
        });
    words.sort(Comparator.comparingInt(w -> w.span().start()));
    return words;
  }

  /** Whether none of it is taken; takes it. */
  private static boolean isFree(Span span, boolean[] taken) {
    for (int i = span.start(); i < span.end(); i++) {
      if (taken[i]) {
        return false;
      }
    }
    Arrays.fill(taken, span.start(), span.end(), true);
    return true;
  }
}
