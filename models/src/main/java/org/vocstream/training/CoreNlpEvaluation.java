package org.vocstream.training;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.vocstream.english.CoreNlpUse;
import org.vocstream.english.EnglishOptions;
import org.vocstream.english.EnglishReader;
import org.vocstream.english.EnglishText;
import org.vocstream.english.SentenceSentiment;
import org.vocstream.english.TreeLimits;
import org.vocstream.english.WordKind;
import org.vocstream.feedback.Channel;
import org.vocstream.linear.DocumentFeatures;
import org.vocstream.scoring.ModelFolder;
import org.vocstream.sentiment.LinearSentimentModel;
import org.vocstream.sentiment.Polarity;
import org.vocstream.sentiment.TreeSentimentModel;

/**
 * Measures what Stanford CoreNLP brings to the sentiment of English texts: the linear model, the
 * parse trees alone, and both together where the linear model is not sure and everywhere.
 * Stateless.
 */
final class CoreNlpEvaluation {
  /** A set with films, on which the trees were trained, and one without. */
  static final List<String> SETS = List.of("sst2", "airline_tweets");

  private CoreNlpEvaluation() {}

  /**
   * Three-way accuracy of every way, and two-way accuracy where no text of a set is neutral: which
   * side of nought the score is on, as the paper of the trees counts it. Empty where CoreNLP is not
   * on the class path. Some ten texts a second.
   */
  static List<Measured> measure(Corpus corpus, ModelFolder models, Consumer<String> progress) {
    List<Measured> rows = new ArrayList<>();
    if (!EnglishReader.isThere()) {
      progress.accept("CoreNLP is not built (scripts/voc corenlp): not measured");
      return rows;
    }
    EnglishReader reader = new ReadOnce(EnglishReader.find());
    LinearSentimentModel linear = new LinearSentimentModel(models.model("sentiment-en"));
    Map<String, BiFunction<DocumentFeatures, Channel, Polarity>> ways = new LinkedHashMap<>();
    ways.put("linear", linear::polarity);
    ways.put("CoreNLP alone", (text, channel) -> alone(reader, text));
    ways.put("unsure", together(linear, reader, CoreNlpUse.UNSURE));
    ways.put("always", together(linear, reader, CoreNlpUse.ALWAYS));
    for (String set : SETS) {
      List<LabelledText> texts =
          corpus.heldOut(set).stream().filter(t -> t.label() != null).toList();
      ways.forEach(
          (way, model) -> {
            progress.accept("CoreNLP: " + set + ", " + way);
            rows.addAll(rows(set + ", " + way, texts, model));
          });
    }
    return rows;
  }

  private static BiFunction<DocumentFeatures, Channel, Polarity> together(
      LinearSentimentModel linear, EnglishReader reader, CoreNlpUse use) {
    return new TreeSentimentModel(linear, reader, EnglishOptions.of(use))::polarity;
  }

  private static Polarity alone(EnglishReader reader, DocumentFeatures text) {
    return reader
        .sentiment(text.text().text().stored(), TreeLimits.STANDARD)
        .map(TreeSentimentModel::of)
        .orElse(new Polarity(0, 1, 0));
  }

  private static List<Measured> rows(
      String name,
      List<LabelledText> texts,
      BiFunction<DocumentFeatures, Channel, Polarity> model) {
    Reading reading = Training.reading();
    Confusion three = new Confusion();
    Confusion two = new Confusion();
    for (LabelledText text : texts) {
      Polarity polarity =
          model.apply(new DocumentFeatures(reading.read(text.text())), text.channel());
      three.add(text.label(), polarity.label());
      two.add(text.label(), polarity.score() >= 0 ? 1 : -1);
    }
    List<Measured> rows = new ArrayList<>();
    rows.add(row(name, "accuracy", three));
    if (three.truth(0) == 0) {
      rows.add(row(name, "two-way accuracy", two));
    } else {
      rows.add(
          Measured.of(
              name,
              three.n(),
              "macro-F1",
              Double.NaN,
              Double.NaN,
              three.macroF1(),
              three.interval(Confusion::macroF1)));
    }
    return rows;
  }

  private static Measured row(String name, String measure, Confusion confusion) {
    return Measured.of(
        name,
        confusion.n(),
        measure,
        confusion.majority(),
        Double.NaN,
        confusion.accuracy(),
        confusion.accuracyInterval());
  }

  /** Parses each text once for all ways. */
  private record ReadOnce(EnglishReader reader, Map<String, Optional<List<SentenceSentiment>>> read)
      implements EnglishReader {
    ReadOnce(EnglishReader reader) {
      this(reader, new HashMap<>());
    }

    @Override
    public String id() {
      return reader.id();
    }

    @Override
    public EnglishText read(String text) {
      return reader.read(text);
    }

    @Override
    public String lemma(String word, WordKind kind) {
      return reader.lemma(word, kind);
    }

    @Override
    public Optional<List<SentenceSentiment>> sentiment(String text, TreeLimits limits) {
      return read.computeIfAbsent(text, t -> reader.sentiment(t, limits));
    }
  }
}
