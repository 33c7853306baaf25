package org.vocstream.training;

import java.util.HashSet;
import java.util.Set;

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

  /** What one text adds, in the order of the components. */
  static double[] count(Set<Pair> marked, Set<Pair> predicted) {
    return new double[] {
      marked.size(),
      predicted.size(),
      shared(marked, predicted),
      categories(marked).size(),
      categories(predicted).size(),
      shared(categories(marked), categories(predicted))
    };
  }

  /** From sums of {@link #count}. */
  static PairCounts of(double[] sums) {
    return new PairCounts(
        (int) sums[0], (int) sums[1], (int) sums[2], (int) sums[3], (int) sums[4], (int) sums[5]);
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
