package org.vocstream.training;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.vocstream.linear.DocumentFeatures;
import org.vocstream.opinion.DeepAspects;
import org.vocstream.opinion.Mention;
import org.vocstream.opinion.MentionFinder;
import org.vocstream.pack.CueMatcher;
import org.vocstream.pack.Pack;
import org.vocstream.scoring.Effort;
import org.vocstream.scoring.ModelFolder;
import org.vocstream.scoring.ScoringOptions;
import org.vocstream.scoring.TrainedModels;

/**
 * Measures the mentions of a pack on held-out texts, beside the cues of the pack alone and the most
 * frequent category and polarity of the training rows. What is found of categories that the data do
 * not mark counts nothing.
 */
final class AspectEvaluation {
  private final Pack pack;
  private final AspectData data;
  private final MentionFinder finder;

  /**
   * An evaluation of mentions.
   *
   * @param data how the sets call the indicators of the pack
   * @param finder finds them
   */
  AspectEvaluation(Pack pack, AspectData data, MentionFinder finder) {
    this.pack = pack;
    this.data = data;
    this.finder = finder;
  }

  private static AspectEvaluation of(Pack pack, Effort effort, ModelFolder models) {
    TrainedModels trained =
        TrainedModels.of(new ScoringOptions(effort, models, null), pack.aspectModel());
    MentionFinder finder =
        new MentionFinder(
            pack,
            new CueMatcher(pack),
            trained.aspects(),
            trained.chinesePolarity(),
            trained.englishPolarity());
    return new AspectEvaluation(pack, DataSets.ASPECTS.get(pack.code()), finder);
  }

  /** How a set of the data calls the indicators of the pack, by their codes. */
  private record Names(Map<String, String> categories, Set<String> known) {}

  /**
   * Mentions of a pack on the held-out texts of its data: categories found, polarity of the marked
   * categories, both together, and where the data show the words of every opinion, the evidence.
   *
   * @param deep whether they are measured once more with the encoder, where it knows the pack
   */
  static List<Measured> measure(
      Corpus corpus, Pack pack, ModelFolder models, boolean deep, Consumer<String> progress) {
    progress.accept("mentions of " + pack.id());
    AspectEvaluation cues = of(cuesOnly(pack), Effort.STANDARD, models);
    List<Measured> rows = new ArrayList<>();
    for (String set : DataSets.ASPECTS.get(pack.code()).measured()) {
      rows.addAll(of(pack, Effort.STANDARD, models).measure(corpus, set, set, cues));
      if (deep && models.has(pack.aspectModel() + DeepAspects.ENDING)) {
        progress.accept("mentions of " + pack.id() + Evaluation.DEEP);
        rows.addAll(
            of(pack, Effort.DEEP, models).measure(corpus, set, set + Evaluation.DEEP, cues));
      }
    }
    return rows;
  }

  private List<Measured> measure(Corpus corpus, String set, String called, AspectEvaluation cues) {
    List<LabelledText> texts = corpus.heldOut(set);
    Map<PairCounts.Pair, Integer> pairs = new HashMap<>();
    Map<Integer, Integer> polarities = new HashMap<>();
    Names names = names(corpus, set);
    for (LabelledText text : corpus.training(List.of(set))) {
      text.aspects()
          .forEach(
              (category, polarity) -> {
                pairs.merge(new PairCounts.Pair(category, polarity), 1, Integer::sum);
                polarities.merge(polarity, 1, Integer::sum);
              });
    }
    if (texts.isEmpty() || pairs.isEmpty()) {
      return List.of();
    }
    boolean evidence = texts.stream().allMatch(t -> t.aspects().isEmpty() || t.showsItsOpinions());
    Reading reading = Training.reading();
    List<double[]> majority = new ArrayList<>();
    List<double[]> simple = new ArrayList<>();
    List<double[]> found = new ArrayList<>();
    for (LabelledText text : texts) {
      majority.add(always(most(pairs), most(polarities), text, names, evidence));
      DocumentFeatures read = new DocumentFeatures(reading.read(text.text()));
      simple.add(cues.counts(text, read, names, evidence));
      found.add(counts(text, read, names, evidence));
    }
    return MentionCounts.rows(called, set, data, majority, simple, found);
  }

  /** Mentions found on the held-out texts of a set. */
  FoundMentions found(Corpus corpus, String set) {
    Names names = names(corpus, set);
    Reading reading = Training.reading();
    return FoundMentions.of(
        corpus.heldOut(set),
        text -> judged(new DocumentFeatures(reading.read(text.text())), names).pairs(names.known));
  }

  private Names names(Corpus corpus, String set) {
    Set<String> known = new HashSet<>();
    corpus.training(List.of(set)).forEach(t -> known.addAll(t.aspects().keySet()));
    return new Names(data.categories(pack, known), known);
  }

  private static <T> T most(Map<T, Integer> counts) {
    return Collections.max(counts.entrySet(), Map.Entry.comparingByValue()).getKey();
  }

  /** Counts of always finding one pair, in the text as a whole, and of one polarity. */
  private static double[] always(
      PairCounts.Pair pair, int polarity, LabelledText text, Names names, boolean evidence) {
    Judged.Opinion opinion =
        new Judged.Opinion(
            List.of(pair.category()), pair.polarity(), null, null, 0, text.text().length());
    Map<String, Integer> polarities = new HashMap<>();
    text.aspects().keySet().forEach(category -> polarities.put(category, polarity));
    return MentionCounts.of(
        Judged.of(text, evidence),
        new Judged("", null, true, List.of(opinion), List.of(opinion)),
        text.text(),
        polarities,
        names.known);
  }

  private double[] counts(LabelledText text, DocumentFeatures read, Names names, boolean evidence) {
    Map<String, String> asked = new LinkedHashMap<>();
    names.categories.forEach(
        (code, category) -> {
          if (text.aspects().containsKey(category)) {
            asked.put(category, code);
          }
        });
    Map<String, Integer> told = finder.polarities(read, asked.values());
    Map<String, Integer> polarities = new HashMap<>();
    asked.forEach((category, code) -> polarities.put(category, told.get(code)));
    return MentionCounts.of(
        Judged.of(text, evidence), judged(read, names), text.text(), polarities, names.known);
  }

  /** The mentions of a text that the data know, by their names. */
  private Judged judged(DocumentFeatures text, Names names) {
    return Judged.of(
        finder.find(text, null, "").stream()
            .filter(m -> !data.complaintsOnly() || m.polarity() < 0),
        m -> AspectData.category(names.categories, m));
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

  /** The groups, by their Chinese labels, and polarities of mentions, each pair once. */
  static Set<PairCounts.Pair> pairs(List<Mention> mentions) {
    Set<PairCounts.Pair> pairs = new LinkedHashSet<>();
    mentions.forEach(m -> pairs.add(new PairCounts.Pair(m.label().zh(), m.polarity())));
    return pairs;
  }
}
