package org.vocstream.training;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.vocstream.pack.PackLoader;
import org.vocstream.text.Language;

/**
 * What the bundled encoder of a language is fine-tuned on: the training rows of its sentiment model
 * but for the tenth that its trainer holds out, so that what the encoder counts beside the linear
 * models can be fitted on texts that neither has seen. English texts that have opinions and no
 * label of the whole teach indicators alone. Immutable.
 */
public final class TuningRows {
  /** The packs whose indicators an encoder is taught. */
  private static final Map<Language, List<String>> PACKS =
      Map.of(
          Language.ZH, List.of("automotive", "cosmetics"),
          Language.EN, List.of("airline", "restaurant"));

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
  private final Map<String, PackTopics> packs = new TreeMap<>();
  private final List<LabelledText> texts = new ArrayList<>();
  private final List<LabelledText> unseen = new ArrayList<>();

  /**
   * The rows of labelled data.
   *
   * @param data folder of the labelled data
   * @param language of the encoder, Chinese or English
   * @throws IllegalArgumentException where there is no such folder
   */
  public TuningRows(Path data, Language language) {
    this.corpus = new Corpus(data);
    for (String pack : PACKS.get(language)) {
      packs.put(
          pack, PackTopics.of(new PackLoader().load(pack), DataSets.ASPECTS.get(pack), corpus));
    }
    Set<String> keys = unseen(corpus, language);
    Map<String, Integer> taken = new TreeMap<>();
    for (LabelledText text : all(corpus, language)) {
      if (keys.contains(Corpus.key(text.text()))) {
        unseen.add(text);
      } else if (taken.merge(text.set(), 1, Integer::sum)
          <= MOST.getOrDefault(text.set(), Integer.MAX_VALUE)) {
        texts.add(text);
      }
    }
  }

  /**
   * A text to learn from.
   *
   * @param text as models read it
   * @param label of the text as a whole: 1, 0 or -1, or null where it has none
   * @param pack code of the pack whose indicators are marked, or null
   * @param aspects polarity of the marked indicators, as the trained model of the pack calls them
   * @param open the indicators of which nobody knows whether the text speaks of them
   */
  public record Row(
      String text, Integer label, String pack, Map<String, Integer> aspects, Set<String> open) {}

  /** The rows, in a fixed order. */
  public List<Row> rows() {
    return rows(texts);
  }

  /** The rows that the encoder is not to see. */
  public List<Row> unseen() {
    return rows(unseen);
  }

  /** The indicators that are taught, by the code of their pack. */
  public SortedMap<String, List<String>> indicators() {
    SortedMap<String, List<String>> indicators = new TreeMap<>();
    packs.forEach(
        (pack, topics) -> indicators.put(pack, topics.names().stream().sorted().toList()));
    return indicators;
  }

  private List<Row> rows(List<LabelledText> some) {
    Reading reading = Training.reading();
    Map<String, String> teaches = new HashMap<>();
    Map<String, OpenTopics> open = new HashMap<>();
    packs.forEach(
        (pack, topics) -> {
          topics.data().taught().forEach(set -> teaches.put(set, pack));
          open.put(pack, topics.open(corpus));
        });
    return some.stream()
        .map(
            t -> {
              String pack = teaches.get(t.set());
              String folded = reading.read(t.text()).folded();
              if (pack == null) {
                return new Row(folded, t.label(), null, Map.of(), Set.of());
              }
              PackTopics topics = packs.get(pack);
              LabelledText named = topics.renamed(t, reading);
              Map<String, Integer> aspects = new LinkedHashMap<>(named.aspects());
              aspects.keySet().retainAll(topics.names());
              return new Row(folded, t.label(), pack, aspects, open.get(pack).of(named));
            })
        .toList();
  }

  /** Tells of the data on a model card: terms, sets, rows, digests of the files. */
  public void describe(ObjectNode card) {
    card.put("terms", ModelCard.terms("numbers that were learned"));
    ModelCard.data(card.putArray("data"), texts, corpus);
  }

  /** Codes of the packs whose indicators an encoder is taught. */
  static List<String> packs() {
    return PACKS.values().stream().flatMap(List::stream).sorted().toList();
  }

  /** {@link Corpus#key} of the texts that the encoder of a language is not to see. */
  static Set<String> unseen(Corpus corpus, Language language) {
    Set<String> keys = new HashSet<>();
    for (List<LabelledText> rows :
        List.of(labelled(corpus, language), unlabelled(corpus, language))) {
      rows.subList(SentimentTrainer.cut(rows.size()), rows.size())
          .forEach(t -> keys.add(Corpus.key(t.text())));
    }
    return keys;
  }

  private static List<LabelledText> all(Corpus corpus, Language language) {
    List<LabelledText> all = new ArrayList<>(labelled(corpus, language));
    all.addAll(unlabelled(corpus, language));
    return all;
  }

  private static List<LabelledText> labelled(Corpus corpus, Language language) {
    return SentimentTrainer.shuffled(
        corpus.training(DataSets.sentiment(language)), TrainingPlan.SEED);
  }

  /** Texts that both praise and blame, whose opinions are marked all the same. */
  private static List<LabelledText> unlabelled(Corpus corpus, Language language) {
    if (language != Language.EN) {
      return List.of();
    }
    Set<String> sets =
        PACKS.get(language).stream()
            .flatMap(pack -> DataSets.ASPECTS.get(pack).taught().stream())
            .collect(Collectors.toSet());
    return Shuffle.of(corpus.training(DataSets.sentiment(language)), TrainingPlan.SEED).stream()
        .filter(t -> t.label() == null && sets.contains(t.set()) && !t.aspects().isEmpty())
        .toList();
  }
}
