package org.vocstream.linear;

import java.util.Arrays;

/**
 * How well the patterns of a {@link PatternModel} fit a text at best. What each unit contributes to
 * each place of each pattern is worked out once. Immutable and safe for several threads.
 *
 * <p>Four patterns share a number of 64 bits, which adds up and compares all four at once: each has
 * 16 bits of it, in whole numbers that are nought at least, so that none borrows from the next, and
 * the highest of its bits is left free for comparing.
 */
final class PatternFits {
  /** What 1 is in whole numbers; less where the fits of a pattern could differ by more. */
  private static final int ONE = 1 << 12;

  /** How many patterns share a number. */
  private static final int LANES = Long.SIZE / Short.SIZE;

  /** How many numbers are compared side by side: the processor waits for none of them. */
  private static final int BESIDE = 4;

  /** How many numbers the processor fetches at once. */
  private static final int LINE = 8;

  /** The bit of each pattern that is left free. */
  private static final long FREE = 0x8000_8000_8000_8000L;

  private final PatternShape shape;

  /** How many numbers the patterns of one length take. */
  private final int width;

  private final int one;

  /** Per unit and place in the patterns of each length, what the unit contributes there. */
  private final long[] contributions;

  /** The least that all places of a pattern contribute, from which its fits are counted. */
  private final int[] least;

  /** The fits under these weights. */
  PatternFits(PatternWeights weights) {
    shape = weights.shape;
    width = (shape.patterns() + BESIDE * LANES - 1) / (BESIDE * LANES) * BESIDE;
    float[] exact = contributions(weights);
    one = one(exact);
    int[] lows = new int[shape.contributions()];
    for (int i = 0; i < exact.length; i++) {
      int c = i % lows.length;
      lows[c] = Math.min(lows[c], Math.round(exact[i] * one));
    }
    contributions = new long[weights.scales.length * rowLength()];
    for (int i = 0; i < exact.length; i++) {
      int p = i % shape.patterns();
      contributions[i / shape.patterns() * width + p / LANES] |=
          (long) (Math.round(exact[i] * one) - lows[i % lows.length]) << (Short.SIZE * (p % LANES));
    }
    least = overPlaces(lows);
  }

  /** How many numbers stand for what a unit contributes. */
  int rowLength() {
    return shape.places() * width;
  }

  /**
   * The best fit of each pattern.
   *
   * @param offsets per place of the text, with the edges around it, the row of its unit times
   *     {@link #rowLength()}
   */
  float[] best(int[] offsets) {
    int patterns = shape.patterns();
    float[] fits = new float[shape.all()];
    long[] best = new long[width];
    long nought = nought(offsets);
    int from = 0;
    int own = 0;
    for (int length = shape.shortest(); length <= shape.longest(); length++) {
      Arrays.fill(best, nought);
      for (int j = 0; j < width; j += BESIDE) {
        best(offsets, from + j, length, best, j);
      }
      for (int p = 0; p < patterns; p++) {
        int fit = (int) (best[p / LANES] >>> (Short.SIZE * (p % LANES))) & 0xFFFF;
        fits[own] = (fit + least[own]) / (float) one;
        own++;
      }
      from += length * width;
    }
    return fits;
  }

  /**
   * The best fits of the patterns of a length that stand in some numbers side by side. Each length
   * has a loop of its own, without a branch or a loop in it: that takes two thirds of the time.
   */
  private void best(int[] offsets, int from, int length, long[] best, int to) {
    int places = offsets.length - shape.longest() + 1;
    switch (length) {
      case 1 -> best1(offsets, places, from, best, to);
      case 2 -> best2(offsets, places, from, best, to);
      case 3 -> best3(offsets, places, from, best, to);
      default -> best4(offsets, places, from, best, to);
    }
  }

  private void best1(int[] offsets, int places, int from, long[] best, int to) {
    long[] x = contributions;
    long p = best[to];
    long q = best[to + 1];
    long r = best[to + 2];
    long s = best[to + 3];
    for (int i = 0; i < places; i++) {
      int a = offsets[i] + from;
      p = greater(p, x[a]);
      q = greater(q, x[a + 1]);
      r = greater(r, x[a + 2]);
      s = greater(s, x[a + 3]);
    }
    put(p, q, r, s, best, to);
  }

  private void best2(int[] offsets, int places, int from, long[] best, int to) {
    long[] x = contributions;
    long p = best[to];
    long q = best[to + 1];
    long r = best[to + 2];
    long s = best[to + 3];
    for (int i = 0; i < places; i++) {
      int a = offsets[i] + from;
      int b = offsets[i + 1] + from + width;
      p = greater(p, x[a] + x[b]);
      q = greater(q, x[a + 1] + x[b + 1]);
      r = greater(r, x[a + 2] + x[b + 2]);
      s = greater(s, x[a + 3] + x[b + 3]);
    }
    put(p, q, r, s, best, to);
  }

  private void best3(int[] offsets, int places, int from, long[] best, int to) {
    long[] x = contributions;
    long p = best[to];
    long q = best[to + 1];
    long r = best[to + 2];
    long s = best[to + 3];
    for (int i = 0; i < places; i++) {
      int a = offsets[i] + from;
      int b = offsets[i + 1] + from + width;
      int c = offsets[i + 2] + from + 2 * width;
      p = greater(p, x[a] + x[b] + x[c]);
      q = greater(q, x[a + 1] + x[b + 1] + x[c + 1]);
      r = greater(r, x[a + 2] + x[b + 2] + x[c + 2]);
      s = greater(s, x[a + 3] + x[b + 3] + x[c + 3]);
    }
    put(p, q, r, s, best, to);
  }

  private void best4(int[] offsets, int places, int from, long[] best, int to) {
    long[] x = contributions;
    long p = best[to];
    long q = best[to + 1];
    long r = best[to + 2];
    long s = best[to + 3];
    for (int i = 0; i < places; i++) {
      int a = offsets[i] + from;
      int b = offsets[i + 1] + from + width;
      int c = offsets[i + 2] + from + 2 * width;
      int d = offsets[i + 3] + from + 3 * width;
      p = greater(p, x[a] + x[b] + x[c] + x[d]);
      q = greater(q, x[a + 1] + x[b + 1] + x[c + 1] + x[d + 1]);
      r = greater(r, x[a + 2] + x[b + 2] + x[c + 2] + x[d + 2]);
      s = greater(s, x[a + 3] + x[b + 3] + x[c + 3] + x[d + 3]);
    }
    put(p, q, r, s, best, to);
  }

  /**
   * Nought, in which no bit that is left free is set, after a look at all rows in the order in
   * which they lie in memory: those the processor fetches ahead, and fits the patterns while the
   * rows are near. Fitting alone reads here and there, and waits.
   */
  private long nought(int[] offsets) {
    long any = 0;
    for (int row : offsets) {
      for (int j = row; j < row + rowLength(); j += LINE) {
        any |= contributions[j];
      }
    }
    return any >>> (Long.SIZE - 1);
  }

  private static void put(long p, long q, long r, long s, long[] best, int to) {
    best[to] = p;
    best[to + 1] = q;
    best[to + 2] = r;
    best[to + 3] = s;
  }

  /** The greater of the numbers of each pattern: the second, and by how much the first is more. */
  private static long greater(long first, long second) {
    long more = (first | FREE) - second;
    long is = more & FREE;
    return second + (more & (is - (is >>> (Short.SIZE - 1))));
  }

  /** The greatest power of two, {@link #ONE} at most, with which no fit leaves its 15 bits. */
  private int one(float[] exact) {
    int places = shape.contributions();
    float[] greatest = new float[places];
    float[] smallest = new float[places];
    for (int i = 0; i < exact.length; i++) {
      greatest[i % places] = Math.max(greatest[i % places], exact[i]);
      smallest[i % places] = Math.min(smallest[i % places], exact[i]);
    }
    int one = ONE;
    while (one > 1 && !fits(greatest, smallest, one)) {
      one /= 2;
    }
    return one;
  }

  private boolean fits(float[] greatest, float[] smallest, int one) {
    int[] ranges = new int[greatest.length];
    for (int i = 0; i < ranges.length; i++) {
      ranges[i] = Math.round(greatest[i] * one) - Math.round(smallest[i] * one);
    }
    return Arrays.stream(overPlaces(ranges)).allMatch(range -> range <= Short.MAX_VALUE);
  }

  /** What stands at the places of each pattern, added up. */
  private int[] overPlaces(int[] each) {
    int[] sums = new int[shape.all()];
    int at = 0;
    for (int length = shape.shortest(); length <= shape.longest(); length++) {
      for (int j = 0; j < length * shape.patterns(); j++) {
        sums[(length - shape.shortest()) * shape.patterns() + j % shape.patterns()] += each[at++];
      }
    }
    return sums;
  }

  private static float[] contributions(PatternWeights weights) {
    int width = weights.shape.contributions();
    int dimensions = weights.shape.dimensions();
    float[] turned = PatternModel.turned(weights.places, width, dimensions);
    float[] contributions = new float[weights.scales.length * width];
    float[] unit = new float[dimensions];
    for (int row = 0; row < weights.scales.length; row++) {
      for (int d = 0; d < dimensions; d++) {
        unit[d] = weights.scales[row] * weights.rows[row * dimensions + d];
      }
      PatternModel.contribute(unit, turned, contributions, row * width, width);
    }
    return contributions;
  }
}
