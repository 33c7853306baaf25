package org.vocstream.training;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * Predicted against marked pairs of category and polarity, over texts.
 *
 * @param marked pairs that the data has
 * @param predicted pairs that were predicted
 * @param right pairs that are both
 * @param markedCategories categories that the data has
 * @param predictedCategories categories that were predicted
 * @param rightCategories categories that are both
 */
record PairCounts(
    int marked,
    int predicted,
    int right,
    int markedCategories,
    int predictedCategories,
    int rightCategories) {

  /** A category and what is thought of it. */
  record Pair(String category, int polarity) {}

  static PairCounts of(List<LabelledText> texts, Function<LabelledText, Set<Pair>> predict) {
    int[] n = new int[6];
    for (LabelledText text : texts) {
      Set<Pair> marked = new HashSet<>();
      text.aspects().forEach((category, polarity) -> marked.add(new Pair(category, polarity)));
      Set<Pair> predicted = predict.apply(text);
      n[0] += marked.size();
      n[1] += predicted.size();
      n[2] += shared(marked, predicted);
      n[3] += categories(marked).size();
      n[4] += categories(predicted).size();
      n[5] += shared(categories(marked), categories(predicted));
    }
    return new PairCounts(n[0], n[1], n[2], n[3], n[4], n[5]);
  }

  /** Micro-F1 over pairs, 0..1. */
  double pairF1() {
    return 2.0 * right / Math.max(1, marked + predicted);
  }

  /** Micro-F1 over categories, 0..1. */
  double detectionF1() {
    return 2.0 * rightCategories / Math.max(1, markedCategories + predictedCategories);
  }

  private static Set<String> categories(Set<Pair> pairs) {
    Set<String> categories = new HashSet<>();
    pairs.forEach(p -> categories.add(p.category()));
    return categories;
  }

  private static <T> int shared(Set<T> one, Set<T> other) {
    return (int) one.stream().filter(other::contains).count();
  }
}
