package org.vocstream.training;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.vocstream.linear.DocumentFeatures;
import org.vocstream.linear.LinearModel;
import org.vocstream.scoring.ModelFolder;
import org.vocstream.sentiment.LinearSentimentModel;
import org.vocstream.sentiment.Sentiment;

/** Measures the sentiment of whole texts on held-out texts, beside what is simpler. Stateless. */
final class SentimentEvaluation {
  private SentimentEvaluation() {}

  /**
   * Every set of both languages: three-way accuracy.
   *
   * @param data folder of the labelled data
   * @param models what is measured
   * @param baselines whether naive Bayes is trained and measured, too
   * @param progress told of each step
   */
  static List<Measured> measure(
      Path data, ModelFolder models, boolean baselines, Consumer<String> progress) {
    Corpus corpus = new Corpus(data);
    List<Measured> rows = new ArrayList<>();
    Map<String, List<String>> sets = new LinkedHashMap<>();
    sets.put("sentiment-zh", DataSets.SENTIMENT_ZH);
    sets.put("sentiment-en", DataSets.SENTIMENT_EN);
    sets.forEach(
        (name, of) -> {
          NaiveBayes simple = null;
          if (baselines) {
            progress.accept(name + ": naive Bayes for comparison");
            simple = new NaiveBayes(corpus.training(of), Training.reading());
          }
          for (String set : of) {
            progress.accept(name + ": " + set);
            rows.add(row(set, corpus.heldOut(set), models.model(name), simple));
          }
        });
    return rows;
  }

  private static Measured row(
      String set, List<LabelledText> texts, LinearModel model, NaiveBayes simple) {
    Reading reading = Training.reading();
    Confusion bayes = new Confusion();
    if (simple != null) {
      texts.stream()
          .filter(t -> t.label() != null)
          .forEach(t -> bayes.add(t.label(), simple.label(t.text())));
    }
    Confusion confusion = confusion(new LinearSentimentModel(model), texts, reading);
    return Measured.of(
        set,
        confusion.n(),
        "accuracy",
        confusion.majority(),
        simple == null ? Double.NaN : bayes.accuracy(),
        confusion.accuracy(),
        confusion.accuracyInterval());
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
