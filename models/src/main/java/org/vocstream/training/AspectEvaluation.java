package org.vocstream.training;

import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.vocstream.feedback.Channel;
import org.vocstream.feedback.Feedback;
import org.vocstream.opinion.Mention;
import org.vocstream.pack.Pack;
import org.vocstream.scoring.FeedbackScorer;
import org.vocstream.scoring.ModelFolder;

/** Measures mentions on held-out texts, beside what is simpler. Stateless. */
final class AspectEvaluation {
  private AspectEvaluation() {}

  /**
   * Mentions of a pack on the held-out cosmetics reviews: categories found, and category and
   * polarity together.
   *
   * @param pack a pack whose groups are called as the categories of the data
   */
  static List<Measured> measure(
      Path data, Pack pack, ModelFolder models, Consumer<String> progress) {
    progress.accept("mentions of " + pack.id());
    Corpus corpus = new Corpus(data);
    List<LabelledText> texts = corpus.heldOut(DataSets.COSMETICS);
    PairCounts majority = PairCounts.of(texts, t -> Set.of(new PairCounts.Pair("整体", 1)));
    PairCounts simple = PairCounts.of(texts, pairs(FeedbackScorer.of(cuesOnly(pack), models)));
    PairCounts ours = PairCounts.of(texts, pairs(FeedbackScorer.of(pack, models)));
    return List.of(
        Measured.of(
            DataSets.COSMETICS,
            texts.size(),
            "detection micro-F1",
            majority.detectionF1(),
            simple.detectionF1(),
            ours.detectionF1()),
        Measured.of(
            DataSets.COSMETICS,
            texts.size(),
            "pair micro-F1",
            majority.pairF1(),
            simple.pairF1(),
            ours.pairF1()));
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
        pack.indicators());
  }

  private static Function<LabelledText, Set<PairCounts.Pair>> pairs(FeedbackScorer scorer) {
    return text ->
        pairs(scorer.score(Feedback.of(text.id(), Channel.REVIEW, null, text.text())).mentions());
  }

  /** The categories and polarities of mentions, each pair once. */
  static Set<PairCounts.Pair> pairs(List<Mention> mentions) {
    Set<PairCounts.Pair> pairs = new LinkedHashSet<>();
    mentions.forEach(m -> pairs.add(new PairCounts.Pair(m.label().zh(), m.polarity())));
    return pairs;
  }
}
