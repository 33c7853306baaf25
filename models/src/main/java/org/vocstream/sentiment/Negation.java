package org.vocstream.sentiment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vocstream.pack.TermAutomaton;

/**
 * Tells whether words before an opinion turn it round: 不会闷痘, 没有想象中那么好用, "never broke me out". A
 * word reaches a number of characters; of words that overlap the longest counts, and two denials
 * cancel each other (不是不好). The words stand in {@code lexicons/negation.yaml}. Immutable, safe for
 * several threads.
 */
public final class Negation {
  /** The lexicon of these words. */
  public static final String FILE = "negation.yaml";

  /** The farthest that is looked back, longer than any word and its reach. */
  private static final int WINDOW = 36;

  private static final Comparator<Word> LONGEST_FIRST =
      Comparator.comparingInt((Word w) -> w.start - w.end).thenComparingInt(w -> w.start);

  private final TermAutomaton<Denial> words;

  /** What a word of the lexicon does: how far it reaches, or that it turns nothing. */
  private record Denial(boolean turns, int reach) {}

  private record Word(int start, int end, Denial denial) {}

  private Negation(Map<String, Denial> words) {
    this.words = new TermAutomaton<>(words);
  }

  /** The words that come with the program. */
  public static Negation bundled() {
    Map<String, Denial> words = new LinkedHashMap<>();
    for (Lexicon.Entry entry : Lexicon.bundled(FILE).entries()) {
      boolean turns = entry.flag("turns", true);
      Denial denial = new Denial(turns, turns ? (int) entry.number("reach") : 0);
      entry.terms().forEach(term -> words.put(term, denial));
    }
    return new Negation(words);
  }

  /**
   * True where what stands before an opinion negates it.
   *
   * @param from where its clause begins
   * @param opinion where the opinion begins
   */
  public boolean turns(String folded, int from, int opinion) {
    int start = Math.max(from, opinion - WINDOW);
    // A word may run into the opinion: 不要太 before 太好用.
    int end = Math.min(folded.length(), opinion + 2);
    List<Word> found = new ArrayList<>();
    words.find(
        folded.substring(start, end),
        (s, e, denial) -> {
          if (s + start < opinion && WholeWord.at(folded, s + start, e + start)) {
            if (!isQuestion(folded, s + start, e + start)) {
              found.add(new Word(s + start, e + start, denial));
            }
          }
        });
    if (found.isEmpty()) {
      return false;
    }
    found.sort(LONGEST_FIRST);
    List<Word> kept = new ArrayList<>();
    int denials = 0;
    for (Word word : found) {
      if (kept.stream().noneMatch(k -> k.start < word.end && word.start < k.end)) {
        kept.add(word);
        boolean reaches =
            word.denial.turns
                && word.end <= opinion
                && opinion - word.end <= word.denial.reach
                && !goesOn(folded, word.end, opinion);
        denials += reaches ? 1 : 0;
      }
    }
    return denials % 2 == 1;
  }

  /** 没有过敏也很好用: what comes after 也 is not denied by what comes before. */
  private static boolean goesOn(String folded, int from, int opinion) {
    for (int i = from + 1; i < opinion; i++) {
      if ("也又且但就却".indexOf(folded.charAt(i)) >= 0) {
        return true;
      }
    }
    return false;
  }

  /** 美不美, 好没好: asked, not denied. */
  private static boolean isQuestion(String folded, int start, int end) {
    return end == start + 1
        && start > 0
        && end < folded.length()
        && folded.charAt(start - 1) == folded.charAt(end);
  }
}
