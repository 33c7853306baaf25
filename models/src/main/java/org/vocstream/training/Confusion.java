package org.vocstream.training;

import java.util.Arrays;

/** How often each true polarity was taken for which. Not thread-safe while it counts. */
public final class Confusion {
  private final int[][] counts = new int[3][3];

  /** How often {@code truth} was taken for {@code predicted}; each is -1, 0 or 1. */
  public int count(int truth, int predicted) {
    return counts[truth + 1][predicted + 1];
  }

  /** Counts one more. */
  void add(int truth, int predicted) {
    counts[truth + 1][predicted + 1]++;
  }

  /** Number counted. */
  public int n() {
    return Arrays.stream(counts).flatMapToInt(Arrays::stream).sum();
  }

  /** Share that was right, 0..1. */
  public double accuracy() {
    return (counts[0][0] + counts[1][1] + counts[2][2]) / (double) Math.max(1, n());
  }

  /** Share of the most frequent true polarity: the accuracy of always saying that. */
  public double majority() {
    return Arrays.stream(counts).mapToInt(row -> Arrays.stream(row).sum()).max().orElse(0)
        / (double) Math.max(1, n());
  }

  /** Mean F1 of the polarities that occur, 0..1. */
  public double macroF1() {
    double sum = 0;
    int classes = 0;
    for (int k = 0; k < 3; k++) {
      int column = k;
      int truth = Arrays.stream(counts[k]).sum();
      int predicted = Arrays.stream(counts).mapToInt(row -> row[column]).sum();
      if (truth > 0) {
        sum += 2.0 * counts[k][k] / (truth + predicted);
        classes++;
      }
    }
    return sum / Math.max(1, classes);
  }
}
