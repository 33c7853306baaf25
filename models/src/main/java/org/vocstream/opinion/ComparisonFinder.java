package org.vocstream.opinion;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.vocstream.linear.DocumentFeatures;
import org.vocstream.opinion.BrandNames.Named;
import org.vocstream.opinion.ComparisonWords.Frame;
import org.vocstream.opinion.ComparisonWords.Word;
import org.vocstream.segment.SegmentedText;
import org.vocstream.sentiment.Phrases;
import org.vocstream.text.Language;
import org.vocstream.text.Span;

/**
 * Finds which brand is said to beat which: 甲比乙好用, 不如乙, 没有乙保湿, 还是乙香, "better than B", "prefer A to
 * B". The words and the ways in which they compare stand in {@code lexicons/comparison.yaml}.
 *
 * <p>A side is a brand the scorer knows, the feedback's own brand where nothing else is named (这款,
 * 它, or no subject), or the noun that is said (比超市便宜). What compares a brand with itself (比上次,
 * 比预期), what sees no difference (跟乙差不多, 不比乙差), and what is asked, wished or heard is no comparison.
 * A side without a name gives none either. Immutable and safe for several threads; linear in the
 * length of the text.
 */
public final class ComparisonFinder {
  private final BrandNames brands;
  private final ComparisonWords words = ComparisonWords.bundled();
  private final Phrases phrases = Phrases.bundled();

  /** A finder that knows these brands. */
  public ComparisonFinder(BrandNames brands) {
    this.brands = brands;
  }

  /**
   * The comparisons of a text in order of place.
   *
   * @param own the brand the text is about, or null
   * @param mentions the opinions found in it, which tell the indicator
   */
  public List<Comparison> find(DocumentFeatures features, String own, List<Mention> mentions) {
    SegmentedText text = features.text();
    if (text.text().language() == Language.OTHER) {
      return List.of();
    }
    String folded = text.folded();
    List<Named> named = brands.in(folded, own);
    if (!words.mayCompare(folded, !named.isEmpty())) {
      return List.of();
    }
    ComparedText compared =
        new ComparedText(text, own, words.in(folded), named, phrases.in(features), mentions);
    List<ComparisonOutcome> outcomes = new ArrayList<>();
    for (Word word : compared.words()) {
      for (ComparisonOutcome outcome : outcomes(word, compared)) {
        if (outcome.isComparison() && isNew(outcome, outcomes)) {
          outcomes.add(outcome);
        }
      }
    }
    return comparisons(outcomes, compared);
  }

  private static List<ComparisonOutcome> outcomes(Word word, ComparedText text) {
    // 干不过 has the 不过 of a contrast, at which clauses are cut.
    int at = text.clauseAt(word.span().end() - 1);
    if (at < 0 || isUnsaid(word, text.clauses().get(at), text)) {
      return List.of();
    }
    List<ComparisonOutcome> ranked = Ranking.of(word, at, text);
    return ranked.isEmpty() ? Preference.of(word, at, text) : ranked;
  }

  /** 听说比乙好, 如果比乙便宜, 哪里比乙差了: nobody says that it is so. */
  private static boolean isUnsaid(Word word, Span clause, ComparedText text) {
    return text.says(Frame.UNSAID, clause.start(), word.span().start())
        || text.says(Frame.DOUBTED, clause.start(), clause.end());
  }

  /** Whether no word of the same clause said so, or the contrary, before. */
  private static boolean isNew(ComparisonOutcome outcome, List<ComparisonOutcome> before) {
    // Only the last few can reach into the clause.
    return before.subList(Math.max(0, before.size() - 4), before.size()).stream()
        .noneMatch(b -> b.place().overlaps(outcome.place()) && b.says(outcome));
  }

  private static List<Comparison> comparisons(List<ComparisonOutcome> outcomes, ComparedText text) {
    List<Comparison> found = new ArrayList<>();
    ComparisonOutcome before = null;
    for (ComparisonOutcome outcome : outcomes) {
      String indicator = indicator(outcome, text);
      if (indicator == null && before != null && continues(outcome, before, text)) {
        indicator = found.get(found.size() - 1).indicator();
      }
      Span place = text.text().text().offsets().toOriginal(outcome.place());
      found.add(
          new Comparison(outcome.winner(), outcome.loser(), indicator, place.start(), place.end()));
      before = outcome;
    }
    return List.copyOf(found);
  }

  /** What is compared: named before the word (屏幕不如乙), or else after it, and something before 整体. */
  private static String indicator(ComparisonOutcome outcome, ComparedText text) {
    return text.mentionsIn(outcome.place()).stream()
        .filter(m -> !outcome.word().of(text.folded()).equals(m.cue()))
        .min(
            Comparator.comparing((Mention m) -> m.group().equals("overall"))
                .thenComparing(m -> distance(m, outcome, text))
                .thenComparing(m -> -m.confidence()))
        .map(Mention::indicator)
        .orElse(null);
  }

  /** Units between the cue of an opinion and the word; what follows the word counts as far. */
  private static int distance(Mention mention, ComparisonOutcome outcome, ComparedText text) {
    String place = outcome.place().of(text.folded());
    int word = outcome.word().start() - outcome.place().start();
    int cue = mention.cue() == null ? -1 : place.lastIndexOf(mention.cue(), word);
    if (cue < 0 && mention.cue() != null) {
      cue = place.indexOf(mention.cue());
    }
    if (cue < 0) {
      return 2 * place.length();
    }
    return cue < word ? word - cue : place.length() + cue - word;
  }

  /** 续航比甲好，但不如乙: nothing new is named before the word, so it is still about the same. */
  private static boolean continues(
      ComparisonOutcome outcome, ComparisonOutcome before, ComparedText text) {
    int at = text.clauseAt(outcome.place().start());
    if (!text.goesOn(at - 1) || text.clauses().get(at - 1).end() > before.place().end()) {
      return false;
    }
    int from = outcome.place().start();
    int to = outcome.word().start();
    int named = text.brandsIn(from, to).stream().mapToInt(b -> b.span().length()).sum();
    return to - from - named <= (text.isEnglish() ? "but not ".length() : "但是却".length());
  }
}
