package org.vocstream.training;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Mentions found on held-out texts.
 *
 * @param all over all categories
 * @param each by category
 */
record FoundMentions(PairCounts all, SortedMap<String, PairCounts> each) {

  /**
   * What is found on these texts.
   *
   * @param predict the pairs of category and polarity that a text is said to have
   */
  static FoundMentions of(
      List<LabelledText> texts, Function<LabelledText, Set<PairCounts.Pair>> predict) {
    double[] all = new double[6];
    SortedMap<String, double[]> each = new TreeMap<>();
    for (LabelledText text : texts) {
      Set<PairCounts.Pair> marked = new HashSet<>();
      text.aspects().forEach((c, polarity) -> marked.add(new PairCounts.Pair(c, polarity)));
      Set<PairCounts.Pair> predicted = predict.apply(text);
      add(PairCounts.count(marked, predicted), all);
      Set<String> categories = new HashSet<>(text.aspects().keySet());
      predicted.forEach(p -> categories.add(p.category()));
      for (String category : categories) {
        add(
            PairCounts.count(of(category, marked), of(category, predicted)),
            each.computeIfAbsent(category, c -> new double[6]));
      }
    }
    SortedMap<String, PairCounts> counts = new TreeMap<>();
    each.forEach((category, sums) -> counts.put(category, PairCounts.of(sums)));
    return new FoundMentions(PairCounts.of(all), counts);
  }

  private static Set<PairCounts.Pair> of(String category, Set<PairCounts.Pair> pairs) {
    Set<PairCounts.Pair> of = new HashSet<>(pairs);
    of.removeIf(p -> !p.category().equals(category));
    return of;
  }

  private static void add(double[] counts, double[] sums) {
    Arrays.setAll(sums, k -> sums[k] + counts[k]);
  }
}
