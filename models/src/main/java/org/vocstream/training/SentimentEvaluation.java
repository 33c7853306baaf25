package org.vocstream.training;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.vocstream.feedback.Channel;
import org.vocstream.linear.DocumentFeatures;
import org.vocstream.scoring.ModelFolder;
import org.vocstream.scoring.TrainedModels;
import org.vocstream.sentiment.DeepSentimentModel;
import org.vocstream.sentiment.LinearSentimentModel;
import org.vocstream.sentiment.Polarity;
import org.vocstream.sentiment.Sentiment;
import org.vocstream.sentiment.SentimentModel;
import org.vocstream.text.Language;

/** Measures the sentiment of whole texts on held-out texts, beside what is simpler. Stateless. */
final class SentimentEvaluation {
  private SentimentEvaluation() {}

  /**
   * Every set of both languages: three-way accuracy, macro-F1 where some texts are neutral, and per
   * language the calibration error of all sets together ({@link Reliability}), but for dialogues;
   * with the baselines, {@link Transfer} to categories not trained on.
   *
   * @param models what is measured
   * @param deep whether they are measured once more, with the bundled encoders
   * @param baselines whether naive Bayes is trained and measured, too
   * @param progress told of each step
   */
  static List<Measured> measure(
      Corpus corpus,
      ModelFolder models,
      boolean deep,
      boolean baselines,
      Consumer<String> progress) {
    List<Measured> rows = new ArrayList<>();
    rows.addAll(language("sentiment-zh", corpus, models, baselines, progress));
    rows.addAll(language("sentiment-en", corpus, models, baselines, progress));
    if (deep) {
      for (Language language : DeepSentimentModel.LANGUAGES) {
        rows.addAll(deep(language, corpus, models, progress));
      }
    }
    if (baselines) {
      rows.addAll(Transfer.measure(corpus, progress));
    }
    return rows;
  }

  /** The English sets alone, with their calibration error. */
  static List<Measured> english(
      Corpus corpus,
      ModelFolder models,
      boolean deep,
      boolean baselines,
      Consumer<String> progress) {
    List<Measured> rows =
        new ArrayList<>(language("sentiment-en", corpus, models, baselines, progress));
    if (deep) {
      rows.addAll(deep(Language.EN, corpus, models, progress));
    }
    return rows;
  }

  private static List<Measured> language(
      String name,
      Corpus corpus,
      ModelFolder models,
      boolean baselines,
      Consumer<String> progress) {
    List<String> sets = name.equals("sentiment-en") ? DataSets.SENTIMENT_EN : DataSets.SENTIMENT_ZH;
    NaiveBayes simple = null;
    if (baselines) {
      progress.accept(name + ": naive Bayes for comparison");
      simple = new NaiveBayes(corpus.training(sets), Training.reading());
    }
    LinearSentimentModel ours = new LinearSentimentModel(models.model(name));
    Reliability reliability = new Reliability();
    List<Measured> rows = new ArrayList<>();
    for (String set : sets) {
      progress.accept(name + ": " + set);
      rows.addAll(rows(set, corpus.heldOut(set), ours::polarity, simple, reliability));
    }
    rows.add(reliability.measured(name + ", all sets"));
    return rows;
  }

  /** The sets of a language, with its encoder. */
  private static List<Measured> deep(
      Language language, Corpus corpus, ModelFolder models, Consumer<String> progress) {
    DeepSentimentModel ours = TrainedModels.deep(models, language);
    String name = DeepSentimentModel.name(language);
    List<Measured> rows = new ArrayList<>();
    Reliability reliability = new Reliability();
    for (String set : DataSets.sentiment(language)) {
      progress.accept(name + ": " + set);
      rows.addAll(
          rows(set + Evaluation.DEEP, corpus.heldOut(set), ours::polarity, null, reliability));
    }
    rows.add(reliability.measured(name));
    return rows;
  }

  private static List<Measured> rows(
      String set,
      List<LabelledText> texts,
      BiFunction<DocumentFeatures, Channel, Polarity> ours,
      NaiveBayes simple,
      Reliability reliability) {
    Reading reading = Training.reading();
    Confusion bayes = new Confusion();
    Confusion confusion = new Confusion();
    for (LabelledText text : texts) {
      if (text.label() != null) {
        DocumentFeatures read = new DocumentFeatures(reading.read(text.text()));
        Polarity polarity = ours.apply(read, text.channel());
        confusion.add(text.label(), polarity.label());
        // Satisfaction with a service desk is no sentiment of the text: see Corpus.
        if (!set.startsWith(DataSets.DIALOGUES)) {
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
  static Confusion confusion(SentimentModel model, List<LabelledText> texts, Reading reading) {
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
