package org.vocstream.scoring;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.vocstream.english.EnglishWord;
import org.vocstream.english.WordKind;
import org.vocstream.feedback.Feedback;
import org.vocstream.linear.DocumentFeatures;
import org.vocstream.pack.CueMatch;
import org.vocstream.pack.CueMatcher;
import org.vocstream.segment.SegmentedText;
import org.vocstream.segment.Token;
import org.vocstream.text.Span;
import org.vocstream.text.TextPreparer;

/**
 * The words of a text as search shall find them: those of the segmenter, with the words by which
 * the pack names its indicators (性价比) and the feedback's own brand and product kept whole. The
 * models go on reading the words as they were cut in training. Immutable and safe for several
 * threads; linear in the length of the text.
 */
final class SearchTokens {
  private final CueMatcher cues;
  private final TextPreparer preparer;

  SearchTokens(CueMatcher cues, TextPreparer preparer) {
    this.cues = cues;
    this.preparer = preparer;
  }

  /** The words, joined with spaces. */
  String of(DocumentFeatures features, Feedback feedback) {
    SegmentedText text = features.text();
    List<Span> whole = whole(features, feedback);
    List<Token> words = text.words();
    StringBuilder tokens = new StringBuilder();
    int span = 0;
    for (int i = 0; i < words.size(); i++) {
      while (span < whole.size() && whole.get(span).start() < words.get(i).start()) {
        span++;
      }
      int last = i;
      if (span < whole.size() && whole.get(span).start() == words.get(i).start()) {
        last = endsWith(words, i, whole.get(span).end());
      }
      tokens
          .append(tokens.isEmpty() ? "" : " ")
          .append(text.folded(), words.get(i).start(), words.get(last).end());
      i = last;
    }
    addLemmas(text, tokens);
    return tokens.toString();
  }

  /**
   * Adds, after all words so that phrases stay whole, the lemmas that are none of them: who looks
   * for delay finds delayed.
   */
  private static void addLemmas(SegmentedText text, StringBuilder tokens) {
    if (text.english() == null) {
      return;
    }
    Set<String> known = new HashSet<>(Arrays.asList(tokens.toString().split(" ")));
    for (EnglishWord word : text.english().words()) {
      if (word.kind() != WordKind.OTHER && known.add(word.lemma())) {
        tokens.append(' ').append(word.lemma());
      }
    }
  }

  /**
   * The word that ends where the name ends; the first one again where the name ends within a word.
   */
  private static int endsWith(List<Token> words, int first, int end) {
    int last = first;
    while (last + 1 < words.size() && words.get(last).end() < end) {
      last++;
    }
    return words.get(last).end() == end ? last : first;
  }

  /** Where names stand, in order, the longest of those that overlap. */
  private List<Span> whole(DocumentFeatures text, Feedback feedback) {
    String folded = text.text().folded();
    List<Span> found = new ArrayList<>();
    cues.find(text).stream()
        .filter(m -> m.cue().polarity() == null)
        .map(CueMatch::span)
        .forEach(found::add);
    Stream.of(feedback.brand(), feedback.product())
        .filter(name -> name != null)
        .map(name -> preparer.prepare(name).folded())
        .filter(name -> !name.isEmpty())
        .forEach(name -> addEach(folded, name, found));
    found.removeIf(s -> s.of(folded).chars().anyMatch(Character::isWhitespace));
    found.sort(
        Comparator.comparingInt(Span::start)
            .thenComparing(Comparator.comparingInt(Span::end).reversed()));
    List<Span> apart = new ArrayList<>();
    for (Span span : found) {
      if (apart.isEmpty() || apart.get(apart.size() - 1).end() <= span.start()) {
        apart.add(span);
      }
    }
    return apart;
  }

  private static void addEach(String folded, String name, List<Span> to) {
    for (int at = folded.indexOf(name); at >= 0; at = folded.indexOf(name, at + name.length())) {
      to.add(new Span(at, at + name.length()));
    }
  }
}
