package org.vocstream.training;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.vocstream.linear.DocumentFeatures;
import org.vocstream.scoring.ModelFolder;
import org.vocstream.sentiment.LinearSentimentModel;
import org.vocstream.sentiment.Polarity;
import org.vocstream.sentiment.Sentiment;

/** Measures the sentiment of whole texts on held-out texts, beside what is simpler. Stateless. */
final class SentimentEvaluation {
  private SentimentEvaluation() {}

  /**
   * Every set of both languages: three-way accuracy, macro-F1 where some texts are neutral, and per
   * language the calibration error of all sets together ({@link Reliability}), but for dialogues;
   * with the baselines, {@link Transfer} to categories not trained on.
   *
   * @param models what is measured
   * @param baselines whether naive Bayes is trained and measured, too
   * @param progress told of each step
   */
  static List<Measured> measure(
      Corpus corpus, ModelFolder models, boolean baselines, Consumer<String> progress) {
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
          LinearSentimentModel ours = new LinearSentimentModel(models.model(name));
          Reliability reliability = new Reliability();
          for (String set : of) {
            progress.accept(name + ": " + set);
            rows.addAll(rows(set, corpus.heldOut(set), ours, simple, reliability));
          }
          rows.add(
              Measured.of(
                  name + ", all sets",
                  reliability.n(),
                  "calibration error",
                  Double.NaN,
                  Double.NaN,
                  reliability.error(),
                  reliability.errorInterval()));
        });
    if (baselines) {
      rows.addAll(Transfer.measure(corpus, progress));
    }
    return rows;
  }

  private static List<Measured> rows(
      String set,
      List<LabelledText> texts,
      LinearSentimentModel ours,
      NaiveBayes simple,
      Reliability reliability) {
    Reading reading = Training.reading();
    Confusion bayes = new Confusion();
    Confusion confusion = new Confusion();
    for (LabelledText text : texts) {
      if (text.label() != null) {
        DocumentFeatures read = new DocumentFeatures(reading.read(text.text()));
        Polarity polarity = ours.polarity(read, text.channel());
        confusion.add(text.label(), polarity.label());
        // Satisfaction with a service desk is no sentiment of the text: see Corpus.
        if (!set.equals(DataSets.DIALOGUES)) {
          reliability.add(polarity, text.label());
        }
        if (simple != null) {
          bayes.add(text.label(), simple.label(text.text()));
        }
      }
    }
    List<Measured> rows = new ArrayList<>();
    rows.add(
        Measured.of(
            set,
            confusion.n(),
            "accuracy",
            confusion.majority(),
            simple == null ? Double.NaN : bayes.accuracy(),
            confusion.accuracy(),
            confusion.accuracyInterval()));
    if (confusion.truth(0) > 0) {
      rows.add(
          Measured.of(
              set,
              confusion.n(),
              "macro-F1",
              Double.NaN,
              simple == null ? Double.NaN : bayes.macroF1(),
              confusion.macroF1(),
              confusion.interval(Confusion::macroF1)));
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
