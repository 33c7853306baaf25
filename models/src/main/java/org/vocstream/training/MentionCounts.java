package org.vocstream.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/**
 * What one text adds to the measures of mentions: six counts of pairs, twelve cells of polarity,
 * three counts of evidence. docs/accuracy.md defines the measures. Stateless.
 */
final class MentionCounts {
  private static final int POLARITY = 6;
  private static final int EVIDENCE = 18;
  private static final int LENGTH = 21;

  private record Measure(String name, ToDoubleFunction<double[]> of) {}

  private static final List<Measure> MEASURES =
      List.of(
          new Measure("detection micro-F1", s -> PairCounts.of(s).detectionF1()),
          new Measure("polarity macro-F1", s -> polarity(s).macroF1()),
          new Measure("pair micro-F1", s -> PairCounts.of(s).pairF1()),
          new Measure(
              "evidence F1",
              s -> 2 * s[EVIDENCE + 2] / Math.max(1, s[EVIDENCE] + s[EVIDENCE + 1])));

  private static final Measure GIVEN =
      new Measure("polarity accuracy given the category", s -> polarity(s).accuracy());

  /** Where each complaint has one reason, and nothing else is marked. */
  private static final Measure REASON =
      new Measure("negative reason micro-F1", s -> PairCounts.of(s).pairF1());

  private MentionCounts() {}

  /**
   * The counts of a text.
   *
   * @param predicted what was predicted of it, or null
   * @param polarities what was said of marked categories, by their names
   * @param known the names of all marked categories
   */
  static double[] of(
      Judged gold,
      Judged predicted,
      String text,
      Map<String, Integer> polarities,
      Set<String> known) {
    double[] counts =
        Arrays.copyOf(
            PairCounts.count(
                gold.pairs(known), predicted == null ? Set.of() : predicted.pairs(known)),
            LENGTH);
    for (Judged.Opinion marked : gold.aspects()) {
      Integer said = polarities.get(marked.category(known));
      if (said != null) {
        counts[POLARITY + (marked.polarity() + 1) * 4 + said + 1]++;
      }
    }
    List<Evidence> marked = Evidence.of(gold, text, known);
    if (!marked.isEmpty() || gold.aspects().isEmpty()) {
      List<Evidence> found = predicted == null ? List.of() : Evidence.of(predicted, text, known);
      counts[EVIDENCE] = marked.size();
      counts[EVIDENCE + 1] = found.size();
      counts[EVIDENCE + 2] = Evidence.matches(marked, found);
    }
    return counts;
  }

  /**
   * The lines of the table of a set; that of evidence only where some is marked, those of polarity
   * only where there are several, and its accuracy only for sets made for it.
   *
   * @param called the set, as the lines call it
   * @param set the set itself
   * @param majority counts of always saying the most frequent, per text; empty where not measured
   * @param simple counts of a simple way; empty where not measured
   * @param ours counts of what is measured, at least one
   */
  static List<Measured> rows(
      String called,
      String set,
      AspectData data,
      List<double[]> majority,
      List<double[]> simple,
      List<double[]> ours) {
    if (data.complaintsOnly()) {
      return rows(called, List.of(REASON), majority, simple, ours);
    }
    List<Measure> measures = new ArrayList<>(MEASURES);
    if (sums(ours)[EVIDENCE] == 0) {
      measures.remove(measures.size() - 1);
    }
    if (DataSets.FINE.contains(set)) {
      measures.add(1, GIVEN);
    }
    return rows(called, measures, majority, simple, ours);
  }

  /** The same without what only some sets have. */
  static List<Measured> rows(
      String set, List<double[]> majority, List<double[]> simple, List<double[]> ours) {
    return rows(
        set,
        MEASURES.subList(0, sums(ours)[EVIDENCE] > 0 ? MEASURES.size() : MEASURES.size() - 1),
        majority,
        simple,
        ours);
  }

  private static List<Measured> rows(
      String set,
      List<Measure> measures,
      List<double[]> majority,
      List<double[]> simple,
      List<double[]> ours) {
    double[] most = sums(majority);
    double[] plain = sums(simple);
    double[] all = sums(ours);
    return measures.stream()
        .map(
            m ->
                Measured.of(
                    set,
                    ours.size(),
                    m.name(),
                    majority.isEmpty() ? Double.NaN : m.of().applyAsDouble(most),
                    simple.isEmpty() ? Double.NaN : m.of().applyAsDouble(plain),
                    m.of().applyAsDouble(all),
                    Interval.bootstrap(ours, m.of())))
        .toList();
  }

  private static double[] sums(List<double[]> texts) {
    double[] sums = new double[LENGTH];
    texts.forEach(t -> Arrays.setAll(sums, k -> sums[k] + t[k]));
    return sums;
  }

  private static Confusion polarity(double[] counts) {
    return Confusion.of(Arrays.copyOfRange(counts, POLARITY, EVIDENCE));
  }
}
