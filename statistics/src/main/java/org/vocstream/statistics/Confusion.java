package org.vocstream.statistics;

import java.util.List;

/**
 * How often a classifier was seen to say what, for one language and channel: the counts of its
 * model card. Immutable.
 *
 * @param counts one row for each true class, in it the number of mentions that were given each
 *     class; the classes are positive, neutral, negative, or in a matrix of two rows "not negative"
 *     and negative
 */
public record Confusion(List<List<Long>> counts) {

  /**
   * Copies the counts.
   *
   * @throws IllegalArgumentException where the matrix is not 2×2 or 3×3, a true class was never
   *     seen, or a class is not given more often to its own mentions than to each other class's: of
   *     such a classifier nothing can be corrected
   */
  public Confusion {
    counts = counts.stream().map(List::copyOf).toList();
    int size = counts.size();
    if (size < 2 || size > 3 || counts.stream().anyMatch(row -> row.size() != size)) {
      throw new IllegalArgumentException(
          "a confusion matrix has 2 rows of 2 or 3 rows of 3 counts, not " + counts);
    }
    if (counts.stream().anyMatch(row -> row.stream().mapToLong(c -> c).sum() == 0)) {
      throw new IllegalArgumentException("a true class was never seen: " + counts);
    }
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < size; j++) {
        if (j != i && share(counts, i, i) <= share(counts, j, i)) {
          throw new IllegalArgumentException(
              "class "
                  + i
                  + " is given no more often to its own mentions than to others: "
                  + counts);
        }
      }
    }
  }

  /** Number of classes, 2 or 3. */
  int size() {
    return counts.size();
  }

  /**
   * Turns shares of the classes given into shares of the true classes: (Mᵀ)⁻¹. There is one: three
   * rows without would lie on a line, and the middle one could have the largest share of no class.
   */
  double[][] inverse() {
    double[][] turned = new double[size()][size()];
    for (int i = 0; i < size(); i++) {
      for (int j = 0; j < size(); j++) {
        turned[j][i] = share(i, j);
      }
    }
    return SquareMatrix.inverse(turned);
  }

  /** Number of mentions seen of this true class. */
  long seen(int truth) {
    return seen(counts, truth);
  }

  /** Share of this true class's mentions that were given the class. */
  double share(int truth, int given) {
    return share(counts, truth, given);
  }

  private static long seen(List<List<Long>> counts, int truth) {
    return counts.get(truth).stream().mapToLong(count -> count).sum();
  }

  private static double share(List<List<Long>> counts, int truth, int given) {
    return (double) counts.get(truth).get(given) / seen(counts, truth);
  }
}
