package org.vocstream.training;

import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.vocstream.feedback.Feedback;
import org.vocstream.opinion.Mention;
import org.vocstream.pack.Pack;
import org.vocstream.scoring.FeedbackScorer;
import org.vocstream.scoring.ModelFolder;

/** Measures mentions on held-out texts, beside what is simpler. Stateless. */
final class AspectEvaluation {
  private AspectEvaluation() {}

  /**
   * Mentions of a pack on the held-out texts of its data: categories found, and category and
   * polarity together.
   *
   * @param pack a pack whose groups are called as the categories of the data
   */
  static List<Measured> measure(
      Path data, Pack pack, ModelFolder models, Consumer<String> progress) {
    progress.accept("mentions of " + pack.id());
    Corpus corpus = new Corpus(data);
    String set = DataSets.ASPECTS.get(pack.code()).get(0);
    List<LabelledText> texts = corpus.heldOut(set);
    Set<String> known = new HashSet<>();
    Map<PairCounts.Pair, Integer> often = new HashMap<>();
    for (LabelledText text : corpus.training(List.of(set))) {
      known.addAll(text.aspects().keySet());
      text.aspects().forEach((c, p) -> often.merge(new PairCounts.Pair(c, p), 1, Integer::sum));
    }
    if (texts.isEmpty() || often.isEmpty()) {
      return List.of();
    }
    PairCounts.Pair most = Collections.max(often.entrySet(), Map.Entry.comparingByValue()).getKey();
    PairCounts majority = PairCounts.of(texts, t -> Set.of(most));
    PairCounts simple =
        PairCounts.of(texts, pairs(FeedbackScorer.of(cuesOnly(pack), models), known));
    PairCounts ours = PairCounts.of(texts, pairs(FeedbackScorer.of(pack, models), known));
    return List.of(
        Measured.of(
            set,
            texts.size(),
            "detection micro-F1",
            majority.detectionF1(),
            simple.detectionF1(),
            ours.detectionF1()),
        Measured.of(
            set, texts.size(), "pair micro-F1", majority.pairF1(), simple.pairF1(), ours.pairF1()));
  }

  /** The same pack with its cues alone. */
  static Pack cuesOnly(Pack pack) {
    return new Pack(
        pack.code(),
        pack.version(),
        pack.label(),
        pack.lineage(),
        null,
        pack.touchpoints(),
        pack.indicators(),
        pack.contactReasons());
  }

  private static Function<LabelledText, Set<PairCounts.Pair>> pairs(
      FeedbackScorer scorer, Set<String> known) {
    return text ->
        pairs(
            scorer.score(Feedback.of(text.id(), text.channel(), null, text.text())).mentions(),
            known);
  }

  /** The categories and polarities of mentions, each pair once. */
  static Set<PairCounts.Pair> pairs(List<Mention> mentions) {
    Set<PairCounts.Pair> pairs = new LinkedHashSet<>();
    mentions.forEach(m -> pairs.add(new PairCounts.Pair(m.label().zh(), m.polarity())));
    return pairs;
  }

  /** The categories, of those that the data know, and polarities of mentions, each pair once. */
  static Set<PairCounts.Pair> pairs(List<Mention> mentions, Set<String> known) {
    Set<PairCounts.Pair> pairs = pairs(mentions);
    pairs.removeIf(p -> !known.contains(p.category()));
    return pairs;
  }
}
