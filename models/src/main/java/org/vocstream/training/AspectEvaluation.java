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
import org.vocstream.opinion.Mention;
import org.vocstream.opinion.MentionFinder;
import org.vocstream.pack.CueMatcher;
import org.vocstream.pack.Indicator;
import org.vocstream.pack.Pack;
import org.vocstream.scoring.ModelFolder;
import org.vocstream.scoring.ScoringOptions;
import org.vocstream.scoring.TrainedModels;

/**
 * Measures the mentions of a pack on held-out texts, beside the cues of the pack alone and the most
 * frequent category and polarity of the training rows. What is found of categories that the data do
 * not mark counts nothing.
 */
final class AspectEvaluation {
  private final MentionFinder finder;
  private final Map<String, String> codes = new HashMap<>();
  private final Set<String> known;
  private final boolean evidence;

  private AspectEvaluation(Pack pack, ModelFolder models, Set<String> known, boolean evidence) {
    TrainedModels trained = TrainedModels.of(ScoringOptions.of(models), pack.aspectModel());
    this.finder =
        new MentionFinder(
            pack,
            new CueMatcher(pack),
            trained.aspects(),
            trained.chinesePolarity(),
            trained.englishPolarity());
    for (Indicator group : pack.groups()) {
      codes.put(group.label().zh(), group.code());
    }
    this.known = known;
    this.evidence = evidence;
  }

  /**
   * Mentions of a pack on the held-out texts of its data: categories found, polarity of the marked
   * categories, both together, and where the data show the words of every opinion, the evidence.
   *
   * @param pack a pack whose groups are called as the categories of the data
   */
  static List<Measured> measure(
      Corpus corpus, Pack pack, ModelFolder models, Consumer<String> progress) {
    progress.accept("mentions of " + pack.id());
    String set = DataSets.ASPECTS.get(pack.code()).get(0);
    List<LabelledText> texts = corpus.heldOut(set);
    Map<PairCounts.Pair, Integer> pairs = new HashMap<>();
    Map<Integer, Integer> polarities = new HashMap<>();
    Set<String> known = new HashSet<>();
    for (LabelledText text : corpus.training(List.of(set))) {
      known.addAll(text.aspects().keySet());
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
    AspectEvaluation cues = new AspectEvaluation(cuesOnly(pack), models, known, evidence);
    AspectEvaluation ours = new AspectEvaluation(pack, models, known, evidence);
    Reading reading = Training.reading();
    List<double[]> majority = new ArrayList<>();
    List<double[]> simple = new ArrayList<>();
    List<double[]> found = new ArrayList<>();
    for (LabelledText text : texts) {
      majority.add(ours.always(most(pairs), most(polarities), text));
      DocumentFeatures read = new DocumentFeatures(reading.read(text.text()));
      simple.add(cues.counts(text, read));
      found.add(ours.counts(text, read));
    }
    return MentionCounts.rows(set, majority, simple, found);
  }

  private static <T> T most(Map<T, Integer> counts) {
    return Collections.max(counts.entrySet(), Map.Entry.comparingByValue()).getKey();
  }

  /** Counts of always finding one pair, in the text as a whole, and of one polarity. */
  private double[] always(PairCounts.Pair pair, int polarity, LabelledText text) {
    Judged.Opinion opinion =
        new Judged.Opinion(
            List.of(pair.category()), pair.polarity(), null, null, 0, text.text().length());
    Map<String, Integer> polarities = new HashMap<>();
    text.aspects().keySet().forEach(category -> polarities.put(category, polarity));
    return counts(text, new Judged("", null, true, List.of(opinion), List.of(opinion)), polarities);
  }

  private double[] counts(LabelledText text, DocumentFeatures read) {
    Map<String, String> asked = new LinkedHashMap<>();
    for (String category : text.aspects().keySet()) {
      if (codes.containsKey(category)) {
        asked.put(category, codes.get(category));
      }
    }
    Map<String, Integer> told = finder.polarities(read, asked.values());
    Map<String, Integer> polarities = new HashMap<>();
    asked.forEach((category, code) -> polarities.put(category, told.get(code)));
    List<Mention> mentions = finder.find(read, null, "");
    return counts(
        text, Judged.of(mentions.stream().filter(m -> known.contains(m.label().zh()))), polarities);
  }

  private double[] counts(LabelledText text, Judged found, Map<String, Integer> polarities) {
    return MentionCounts.of(Judged.of(text, evidence), found, text.text(), polarities, known);
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

  /** The categories and polarities of mentions, each pair once. */
  static Set<PairCounts.Pair> pairs(List<Mention> mentions) {
    Set<PairCounts.Pair> pairs = new LinkedHashSet<>();
    mentions.forEach(m -> pairs.add(new PairCounts.Pair(m.label().zh(), m.polarity())));
    return pairs;
  }

  /** The categories, of those that the data know, and polarities of mentions, each pair once. */
  static Set<PairCounts.Pair> pairs(List<Mention> mentions, Set<String> known) {
    Set<PairCounts.Pair> pairs = pairs(mentions);
    pairs.removeIf(p -> !known.contains(p.category()));
    return pairs;
  }
}
