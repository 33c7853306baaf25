package org.vocstream.pack;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.vocstream.english.EnglishReader;
import org.vocstream.english.EnglishText;
import org.vocstream.english.EnglishWord;
import org.vocstream.english.WordKind;

/**
 * Finds English terms in every inflection. A word of a term stands for a word of a text where it is
 * the lemma of that word (delay: delayed, delays, delaying), or where both have one lemma and the
 * word of the text is a verb or noun as it would have to be (cancelled: cancelling; seats: seat).
 * So "broken" finds "it breaks", and not "a break". Immutable and safe for several threads; linear
 * in the length of the text.
 *
 * @param <V> what is known of a term
 */
final class LemmaIndex<V> {
  /** Terms of plain words; what has other signs is found as it is written. */
  private static final Pattern WORDS = Pattern.compile("[a-z]{2,}( [a-z]+)*");

  /** A word as a text has it: its lemma, and its kind or null for any. */
  private record Key(String lemma, WordKind kind) {}

  private record Term<V>(List<Set<Key>> words, V value) {}

  private final Map<Key, List<Term<V>>> byFirstWord = new HashMap<>();

  /** An index of those of these terms that are plain English words. */
  LemmaIndex(Map<String, V> terms, EnglishReader reader) {
    terms.forEach(
        (term, value) -> {
          if (WORDS.matcher(term).matches()) {
            List<Set<Key>> words = new ArrayList<>();
            for (String word : term.split(" ", -1)) {
              words.add(
                  Set.of(
                      new Key(word, null),
                      new Key(reader.lemma(word, WordKind.VERB), WordKind.VERB),
                      new Key(reader.lemma(word, WordKind.NOUN), WordKind.NOUN)));
            }
            Term<V> whole = new Term<>(words, value);
            for (Key key : words.get(0)) {
              byFirstWord.computeIfAbsent(key, k -> new ArrayList<>()).add(whole);
            }
          }
        });
  }

  /** Tells of every place of every term. */
  void find(EnglishText text, TermAutomaton.Hit<V> hit) {
    List<EnglishWord> words = text.words();
    for (int i = 0; i < words.size(); i++) {
      Set<Term<V>> met = Collections.newSetFromMap(new IdentityHashMap<>());
      for (Key key : keys(words.get(i))) {
        for (Term<V> term : byFirstWord.getOrDefault(key, List.of())) {
          int last = i + term.words().size() - 1;
          if (last < words.size() && matches(term, words, i) && met.add(term)) {
            hit.at(words.get(i).start(), words.get(last).end(), term.value());
          }
        }
      }
    }
  }

  private static boolean matches(Term<?> term, List<EnglishWord> words, int first) {
    for (int i = 1; i < term.words().size(); i++) {
      Set<Key> wanted = term.words().get(i);
      if (keys(words.get(first + i)).stream().noneMatch(wanted::contains)) {
        return false;
      }
    }
    return true;
  }

  private static List<Key> keys(EnglishWord word) {
    return List.of(new Key(word.lemma(), null), new Key(word.lemma(), word.kind()));
  }
}
