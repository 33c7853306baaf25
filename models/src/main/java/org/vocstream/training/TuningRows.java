package org.vocstream.training;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What the bundled encoder is fine-tuned on: the training rows of {@code sentiment-zh} but for the
 * tenth that its trainer holds out, so that what the encoder counts beside the linear models can be
 * fitted on texts that neither has seen. Immutable.
 */
public final class TuningRows {
  /** A set teaches a pack by the fields of its rows; see {@link DataSets#ASPECTS}. */
  private static final Map<String, String> PACKS =
      Map.of("zjlab_makeup", "cosmetics", "bdci_car2018", "automotive");

  /** Sets with more rows are cut, so that one does not speak for all. */
  private static final Map<String, Integer> MOST =
      Map.of(
          "online_shopping_10_cats",
          14_000,
          "nlpcc2013_weibo_emotion",
          8_000,
          "zh_zhang_aste",
          6_000);

  private final Corpus corpus;
  private final List<LabelledText> texts = new ArrayList<>();

  /**
   * The rows of labelled data.
   *
   * @param data folder of the labelled data
   * @throws IllegalArgumentException where there is no such folder
   */
  public TuningRows(Path data) {
    this.corpus = new Corpus(data);
    Set<String> unseen = unseen(corpus);
    Map<String, Integer> taken = new TreeMap<>();
    for (LabelledText text : shuffled(corpus)) {
      if (!unseen.contains(Corpus.key(text.text()))
          && taken.merge(text.set(), 1, Integer::sum)
              <= MOST.getOrDefault(text.set(), Integer.MAX_VALUE)) {
        texts.add(text);
      }
    }
  }

  /**
   * A text to learn from.
   *
   * @param text as models read it
   * @param label of the text as a whole: 1, 0 or -1
   * @param pack code of the pack whose indicators are marked, or null
   * @param aspects polarity of the marked indicators
   */
  public record Row(String text, int label, String pack, Map<String, Integer> aspects) {}

  /** The rows, in a fixed order. */
  public List<Row> rows() {
    Reading reading = Training.reading();
    return texts.stream()
        .map(
            t -> {
              String pack = PACKS.get(t.set());
              return new Row(
                  reading.read(t.text()).folded(),
                  t.label(),
                  pack,
                  pack == null ? Map.of() : t.aspects());
            })
        .toList();
  }

  /** Tells of the data on a model card: terms, sets, rows, digests of the files. */
  public void describe(ObjectNode card) {
    card.put("terms", ModelCard.terms("numbers that were learned"));
    ModelCard.data(card.putArray("data"), texts, corpus);
  }

  /** Codes of the packs whose indicators it is taught. */
  static List<String> packs() {
    return PACKS.values().stream().sorted().toList();
  }

  /** {@link Corpus#key} of the texts that the encoder is not to see. */
  static Set<String> unseen(Corpus corpus) {
    List<LabelledText> rows = shuffled(corpus);
    return rows.subList(SentimentTrainer.cut(rows.size()), rows.size()).stream()
        .map(t -> Corpus.key(t.text()))
        .collect(Collectors.toCollection(HashSet::new));
  }

  private static List<LabelledText> shuffled(Corpus corpus) {
    return SentimentTrainer.shuffled(corpus.training(DataSets.SENTIMENT_ZH), TrainingPlan.SEED);
  }
}
