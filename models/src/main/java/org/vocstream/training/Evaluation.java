package org.vocstream.training;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.vocstream.feedback.Channel;
import org.vocstream.feedback.Feedback;
import org.vocstream.linear.DocumentFeatures;
import org.vocstream.linear.LinearModelFile;
import org.vocstream.opinion.Mention;
import org.vocstream.pack.Pack;
import org.vocstream.scoring.FeedbackScorer;
import org.vocstream.scoring.TrainedModels;
import org.vocstream.sentiment.LinearSentimentModel;
import org.vocstream.sentiment.Sentiment;

/** Measures the bundled models on held-out texts, beside what is simpler. Stateless. */
public final class Evaluation {
  private Evaluation() {}

  /**
   * One line of the table; measures are 0..1, NaN where a column does not apply.
   *
   * @param set name of the data set
   * @param n texts (or opinions) measured
   * @param measure what is measured
   * @param majority always saying the most frequent
   * @param simple naive Bayes over characters, or the cues of the pack alone
   * @param ours the bundled models
   */
  public record Row(
      String set, int n, String measure, double majority, double simple, double ours) {}

  /**
   * Sentiment of whole texts, every set of both languages: three-way accuracy.
   *
   * @param data folder of the labelled data
   * @param progress told of each step
   */
  public static List<Row> sentiment(Path data, Consumer<String> progress) {
    Corpus corpus = new Corpus(data);
    List<Row> rows = new ArrayList<>();
    rows.addAll(sentiment(corpus, "sentiment-zh", DataSets.SENTIMENT_ZH, progress));
    rows.addAll(sentiment(corpus, "sentiment-en", DataSets.SENTIMENT_EN, progress));
    return rows;
  }

  /**
   * Mentions of a pack on the held-out cosmetics reviews: categories found, and category and
   * polarity together.
   *
   * @param pack a pack whose groups are called as the categories of the data
   */
  public static List<Row> aspects(Path data, Pack pack, Consumer<String> progress) {
    progress.accept("mentions of " + pack.id());
    Corpus corpus = new Corpus(data);
    Pack cuesOnly =
        new Pack(
            pack.code(),
            pack.version(),
            pack.label(),
            pack.lineage(),
            null,
            pack.touchpoints(),
            pack.indicators(),
            pack.contactReasons());
    List<LabelledText> texts = corpus.heldOut(DataSets.COSMETICS);
    PairCounts majority = PairCounts.of(texts, t -> Set.of(new PairCounts.Pair("整体", 1)));
    PairCounts simple = PairCounts.of(texts, pairs(FeedbackScorer.of(cuesOnly)));
    PairCounts ours = PairCounts.of(texts, pairs(FeedbackScorer.of(pack)));
    return List.of(
        new Row(
            DataSets.COSMETICS,
            texts.size(),
            "detection micro-F1",
            majority.detectionF1(),
            simple.detectionF1(),
            ours.detectionF1()),
        new Row(
            DataSets.COSMETICS,
            texts.size(),
            "pair micro-F1",
            majority.pairF1(),
            simple.pairF1(),
            ours.pairF1()));
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

  private static List<Row> sentiment(
      Corpus corpus, String name, List<String> sets, Consumer<String> progress) {
    Reading reading = Training.reading();
    progress.accept(name + ": naive Bayes for comparison");
    NaiveBayes simple = new NaiveBayes(corpus.training(sets), reading);
    LinearSentimentModel ours =
        new LinearSentimentModel(
            LinearModelFile.readResource(TrainedModels.FOLDER + name + LinearModelFile.ENDING),
            text -> reading.read(text).words());
    List<Row> rows = new ArrayList<>();
    for (String set : sets) {
      progress.accept(name + ": " + set);
      List<LabelledText> texts = corpus.heldOut(set);
      Confusion bayes = new Confusion();
      texts.stream()
          .filter(t -> t.label() != null)
          .forEach(t -> bayes.add(t.label(), simple.label(t.text())));
      Confusion confusion = confusion(ours, texts, reading);
      rows.add(
          new Row(
              set,
              confusion.n(),
              "accuracy",
              confusion.majority(),
              bayes.accuracy(),
              confusion.accuracy()));
    }
    return rows;
  }

  /** How a sentiment model does on labelled texts. */
  static Confusion confusion(
      LinearSentimentModel model, List<LabelledText> texts, Reading reading) {
    Confusion confusion = new Confusion();
    for (LabelledText text : texts) {
      if (text.label() != null) {
        Sentiment sentiment = model.score(new DocumentFeatures(reading.read(text.text())));
        confusion.add(text.label(), sentiment.label());
      }
    }
    return confusion;
  }
}
