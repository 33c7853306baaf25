package org.vocstream.opinion;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.vocstream.pack.TermAutomaton;
import org.vocstream.sentiment.Lexicon;
import org.vocstream.text.Span;

/**
 * The words of {@code lexicons/comparison.yaml} in a text. Immutable, safe for several threads;
 * linear in the length of the text.
 */
final class ComparisonWords {
  /** The lexicon of these words. */
  static final String FILE = "comparison.yaml";

  /** What a word does, as the head of the lexicon explains. */
  enum Frame {
    THAN,
    NOT_THAN,
    VERSUS,
    BEATS,
    LOSES,
    LACKS,
    UNLIKE,
    AS,
    HUMBLED,
    PREFERS,
    CHOSE,
    RATHER,
    MORE,
    MOST,
    SWITCH,
    BETTER,
    WORSE,
    LESS,
    LARGE,
    SMALL,
    GAIN,
    BURDEN,
    OWN,
    DENIED,
    UNSAID,
    DOUBTED,
    SELF,
    NONE
  }

  /** A place where a word stands that may do several things. */
  record Word(Set<Frame> frames, Span span) {
    boolean is(Frame frame) {
      return frames.contains(frame);
    }
  }

  private static final Comparator<Word> LONGEST_FIRST =
      Comparator.comparingInt((Word w) -> w.span.start()).thenComparingInt(w -> -w.span.length());

  /** Frames that compare by themselves; most texts have none of their words. */
  private static final Set<Frame> COMPARING = EnumSet.range(Frame.THAN, Frame.WORSE);

  /** Those of them that compare with known brands alone, since their words say much else. */
  private static final Set<Frame> WITH_BRANDS =
      EnumSet.complementOf(EnumSet.of(Frame.THAN, Frame.VERSUS, Frame.BEATS, Frame.LOSES));

  private final TermAutomaton<Set<Frame>> words;
  private final TermAutomaton<Set<Frame>> comparing;

  private ComparisonWords(Map<String, Set<Frame>> words) {
    this.words = new TermAutomaton<>(words);
    Map<String, Set<Frame>> some = new LinkedHashMap<>(words);
    some.values().removeIf(frames -> Collections.disjoint(frames, COMPARING));
    this.comparing = new TermAutomaton<>(some);
  }

  /**
   * Whether a text may compare at all; quick, and true too often.
   *
   * @param brands whether it names a known brand
   */
  boolean mayCompare(String folded, boolean brands) {
    boolean[] may = new boolean[1];
    comparing.find(
        folded, (start, end, frames) -> may[0] |= brands || !WITH_BRANDS.containsAll(frames));
    return may[0];
  }

  /** The words that come with the program. */
  static ComparisonWords bundled() {
    Map<String, Set<Frame>> words = new LinkedHashMap<>();
    for (Lexicon.Entry entry : Lexicon.bundled(FILE).entries()) {
      Frame frame = Frame.valueOf(entry.text("frame").toUpperCase(Locale.ROOT));
      for (String term : entry.terms()) {
        words.computeIfAbsent(term, t -> EnumSet.noneOf(Frame.class)).add(frame);
      }
    }
    return new ComparisonWords(words);
  }

  /** The words of a folded text in order of place; of those that overlap the first and longest. */
  List<Word> in(String folded) {
    List<Word> found = new ArrayList<>();
    words.find(
        folded,
        (start, end, frames) -> {
          if (standsAlone(folded, start, end)) {
            found.add(new Word(frames, new Span(start, end)));
          }
        });
    found.sort(LONGEST_FIRST);
    List<Word> apart = new ArrayList<>();
    for (Word word : found) {
      if (apart.isEmpty() || apart.get(apart.size() - 1).span.end() <= word.span.start()) {
        apart.add(word);
      }
    }
    return apart;
  }

  private static boolean standsAlone(String folded, int start, int end) {
    return !(isLatin(folded, start) && isLatin(folded, start - 1))
        && !(isLatin(folded, end - 1) && isLatin(folded, end));
  }

  private static boolean isLatin(String text, int at) {
    return at >= 0 && at < text.length() && text.charAt(at) >= 'a' && text.charAt(at) <= 'z';
  }
}
