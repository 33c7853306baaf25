package org.vocstream.training;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.vocstream.linear.DocumentFeatures;
import org.vocstream.linear.LinearModelFile;
import org.vocstream.scoring.TrainedModels;
import org.vocstream.sentiment.LinearSentimentModel;
import org.vocstream.sentiment.Sentiment;

/** Measures the sentiment of whole texts on held-out texts, beside what is simpler. Stateless. */
public final class SentimentEvaluation {
  private SentimentEvaluation() {}

  /**
   * Every set of both languages: three-way accuracy.
   *
   * @param data folder of the labelled data
   * @param progress told of each step
   */
  public static List<Measured> measure(Path data, Consumer<String> progress) {
    Corpus corpus = new Corpus(data);
    List<Measured> rows = new ArrayList<>();
    rows.addAll(measure(corpus, "sentiment-zh", DataSets.SENTIMENT_ZH, progress));
    rows.addAll(measure(corpus, "sentiment-en", DataSets.SENTIMENT_EN, progress));
    return rows;
  }

  private static List<Measured> measure(
      Corpus corpus, String name, List<String> sets, Consumer<String> progress) {
    Reading reading = Training.reading();
    progress.accept(name + ": naive Bayes for comparison");
    NaiveBayes simple = new NaiveBayes(corpus.training(sets), reading);
    LinearSentimentModel ours =
        new LinearSentimentModel(
            LinearModelFile.readResource(TrainedModels.FOLDER + name + LinearModelFile.ENDING),
            text -> reading.read(text).words());
    List<Measured> rows = new ArrayList<>();
    for (String set : sets) {
      progress.accept(name + ": " + set);
      List<LabelledText> texts = corpus.heldOut(set);
      Confusion bayes = new Confusion();
      texts.stream()
          .filter(t -> t.label() != null)
          .forEach(t -> bayes.add(t.label(), simple.label(t.text())));
      Confusion confusion = confusion(ours, texts, reading);
      rows.add(
          Measured.of(
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
        Sentiment sentiment =
            model.score(new DocumentFeatures(reading.read(text.text())), text.channel());
        confusion.add(text.label(), sentiment.label());
      }
    }
    return confusion;
  }
}
