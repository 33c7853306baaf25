package org.vocstream.linear;

import java.util.Arrays;

/**
 * How well the patterns of a {@link PatternModel} fit a text at best. What each unit contributes to
 * each place of each pattern is worked out once. Immutable and safe for several threads.
 */
final class PatternFits {
  /**
   * What 1 is in whole numbers of 16 bits, of which a processor adds and compares most at once and
   * keeps most at hand; less where a fit could be more than they hold.
   */
  private static final int ONE = 1 << 12;

  /** How many places are laid out at once: few enough to stay in the processor's nearest cache. */
  private static final int BLOCK = 16;

  private final PatternShape shape;
  private final int one;
  private final short[] contributions;

  /**
   * Where each thread lays out a block, one row for each place in a pattern of each length: taken
   * anew for each text it was a quarter of all memory.
   */
  private final ThreadLocal<short[][]> blocks;

  /** The fits under these weights. */
  PatternFits(PatternWeights weights) {
    shape = weights.shape;
    float[] exact = contributions(weights);
    one = one(exact, shape);
    contributions = new short[exact.length];
    for (int i = 0; i < exact.length; i++) {
      contributions[i] = (short) Math.round(exact[i] * one);
    }
    blocks = ThreadLocal.withInitial(() -> new short[shape.places()][BLOCK * shape.patterns()]);
  }

  /**
   * The best fit of each pattern. A block of places is laid out flat, so that the loops are long
   * and the compiler makes wide instructions of them.
   *
   * @param offsets per place of the text, with the edges around it, the row of its unit times
   *     {@link PatternShape#contributions()}
   */
  float[] best(int[] offsets) {
    int patterns = shape.patterns();
    int places = offsets.length - shape.longest() + 1;
    short[] best = new short[shape.all()];
    Arrays.fill(best, Short.MIN_VALUE);
    short[][] flat = blocks.get();
    for (int from = 0; from < places; from += BLOCK) {
      int count = Math.min(BLOCK, places - from);
      layOut(offsets, from, count, flat);
      int first = 0;
      for (int length = shape.shortest(); length <= shape.longest(); length++) {
        short[] sums = flat[first];
        sum(flat, first, length, count * patterns);
        fold(sums, count, patterns);
        int own = (length - shape.shortest()) * patterns;
        for (int p = 0; p < patterns; p++) {
          best[own + p] = (short) Math.max(best[own + p], sums[p]);
        }
        first += length;
      }
    }
    float[] fits = new float[best.length];
    for (int p = 0; p < fits.length; p++) {
      fits[p] = best[p] / (float) one;
    }
    return fits;
  }

  /**
   * Puts the contributions to each place in a pattern side by side. Those of a unit are read in the
   * order in which they lie in memory, which the processor then fetches ahead.
   */
  private void layOut(int[] offsets, int from, int count, short[][] flat) {
    int patterns = shape.patterns();
    for (int i = 0; i < count + shape.longest() - 1; i++) {
      int row = offsets[from + i];
      int place = 0;
      for (int length = shape.shortest(); length <= shape.longest(); length++) {
        for (int k = 0; k < length; k++) {
          if (i >= k && i - k < count) {
            System.arraycopy(
                contributions, row + place * patterns, flat[place], (i - k) * patterns, patterns);
          }
          place++;
        }
      }
    }
  }

  /** Adds up the contributions to the places of patterns of one length, in the row of the first. */
  private static void sum(short[][] flat, int first, int length, int size) {
    short[] to = flat[first];
    if (length == 2) {
      short[] b = flat[first + 1];
      for (int j = 0; j < size; j++) {
        to[j] = (short) (to[j] + b[j]);
      }
    } else if (length == 3) {
      short[] b = flat[first + 1];
      short[] c = flat[first + 2];
      for (int j = 0; j < size; j++) {
        to[j] = (short) (to[j] + b[j] + c[j]);
      }
    } else if (length == 4) {
      short[] b = flat[first + 1];
      short[] c = flat[first + 2];
      short[] d = flat[first + 3];
      for (int j = 0; j < size; j++) {
        to[j] = (short) (to[j] + b[j] + c[j] + d[j]);
      }
    }
  }

  /**
   * Puts the greatest of {@code count} rows into the first, half of them against the other half.
   */
  private static void fold(short[] rows, int count, int width) {
    for (int left = count; left > 1; ) {
      int half = left / 2;
      int shift = (left - half) * width;
      int size = half * width;
      for (int j = 0; j < size; j++) {
        rows[j] = (short) Math.max(rows[j], rows[j + shift]);
      }
      left -= half;
    }
  }

  /** The greatest power of two, {@link #ONE} at most, with which no fit leaves 16 bits. */
  private static int one(float[] exact, PatternShape shape) {
    int width = shape.contributions();
    float[] greatest = new float[width];
    for (int i = 0; i < exact.length; i++) {
      greatest[i % width] = Math.max(greatest[i % width], Math.abs(exact[i]));
    }
    float fit = 0;
    int first = 0;
    for (int length = shape.shortest(); length <= shape.longest(); length++) {
      for (int p = first; p < first + shape.patterns(); p++) {
        float sum = 0;
        for (int k = 0; k < length; k++) {
          sum += greatest[p + k * shape.patterns()];
        }
        fit = Math.max(fit, sum);
      }
      first += length * shape.patterns();
    }
    int one = ONE;
    // Each place may be rounded up.
    while (one > 1 && one * fit + shape.longest() > Short.MAX_VALUE) {
      one /= 2;
    }
    return one;
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
