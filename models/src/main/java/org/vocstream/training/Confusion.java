package org.vocstream.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * How often each true polarity was taken for which, or for none. Not thread-safe while it counts.
 */
public final class Confusion {
  private final int[][] counts = new int[3][4];

  /** How often {@code truth} was taken for {@code predicted}; each is -1, 0 or 1. */
  public int count(int truth, int predicted) {
    return counts[truth + 1][predicted + 1];
  }

  /** How often nothing was said of {@code truth}. */
  public int missing(int truth) {
    return counts[truth + 1][3];
  }

  /** Counts one more. */
  void add(int truth, int predicted) {
    counts[truth + 1][predicted + 1]++;
  }

  /** Counts one more of which nothing was said, which is wrong. */
  void addMissing(int truth) {
    counts[truth + 1][3]++;
  }

  /** Number counted. */
  public int n() {
    return Arrays.stream(counts).flatMapToInt(Arrays::stream).sum();
  }

  /** Share that was right, 0..1. */
  public double accuracy() {
    return (counts[0][0] + counts[1][1] + counts[2][2]) / (double) Math.max(1, n());
  }

  /** Wilson's interval of the accuracy. */
  Interval accuracyInterval() {
    return Interval.wilson(counts[0][0] + counts[1][1] + counts[2][2], n());
  }

  /** Share of the most frequent true polarity: the accuracy of always saying that. */
  public double majority() {
    return Arrays.stream(counts).mapToInt(row -> Arrays.stream(row).sum()).max().orElse(0)
        / (double) Math.max(1, n());
  }

  /** Of what was taken for this polarity the share that is, 0..1; 0 where nothing was. */
  double precision(int polarity) {
    return counts[polarity + 1][polarity + 1] / (double) Math.max(1, predicted(polarity));
  }

  /** Of what has this polarity the share that was taken for it, 0..1; 0 where nothing has. */
  double recall(int polarity) {
    return counts[polarity + 1][polarity + 1] / (double) Math.max(1, truth(polarity));
  }

  /** Harmonic mean of precision and recall of a polarity, 0..1. */
  double f1(int polarity) {
    return 2.0
        * counts[polarity + 1][polarity + 1]
        / Math.max(1, truth(polarity) + predicted(polarity));
  }

  /** Mean F1 of the polarities that occur, 0..1. */
  double macroF1() {
    double sum = 0;
    int classes = 0;
    for (int polarity = -1; polarity <= 1; polarity++) {
      if (truth(polarity) > 0) {
        sum += f1(polarity);
        classes++;
      }
    }
    return sum / Math.max(1, classes);
  }

  /** How many have this polarity. */
  int truth(int polarity) {
    return Arrays.stream(counts[polarity + 1]).sum();
  }

  private int predicted(int polarity) {
    return Arrays.stream(counts).mapToInt(row -> row[polarity + 1]).sum();
  }

  /** The 95% interval of a measure where each text was counted once: {@link Interval}. */
  Interval interval(ToDoubleFunction<Confusion> measure) {
    List<double[]> texts = new ArrayList<>();
    for (int cell = 0; cell < 12; cell++) {
      double[] one = new double[12];
      one[cell] = 1;
      texts.addAll(Collections.nCopies(counts[cell / 4][cell % 4], one));
    }
    return Interval.bootstrap(texts, sums -> measure.applyAsDouble(of(sums)));
  }

  /** From twelve cells, the last of each row for none, row by row of the true polarity. */
  static Confusion of(double[] cells) {
    Confusion confusion = new Confusion();
    for (int cell = 0; cell < 12; cell++) {
      confusion.counts[cell / 4][cell % 4] = (int) cells[cell];
    }
    return confusion;
  }
}
