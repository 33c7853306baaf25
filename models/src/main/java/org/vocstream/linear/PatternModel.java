package org.vocstream.linear;

import java.util.Arrays;
import java.util.List;
import org.vocstream.segment.SegmentedText;
import org.vocstream.segment.Token;

/**
 * Patterns of a few characters or words, met anywhere in a text: a convolution with max pooling
 * (Kim, 2014). A pattern of length w fits at place i by {@code sum of P[unit(i + k)][k]}, k from 0
 * to w less 1; {@code logit[o] = start[o] + sum of weight[o][p] * max(0, bias[p] + best fit of p)}.
 * Unlike a sum over n-grams it tells a word said once from the same said ten times, and knows units
 * that are alike. What a unit contributes to each pattern is worked out when the model is read, so
 * a text costs additions only and time linear in its length. Immutable and safe for several
 * threads.
 */
public final class PatternModel {
  /** The row of what stands before and after a text. */
  public static final int EDGE = 0;

  /** The row of a unit that training did not know. */
  public static final int UNKNOWN = 1;

  /** The row of the first unit known. */
  public static final int KNOWN = 2;

  /** What 1 is in whole numbers, of which a processor finds the greatest fastest. */
  private static final int ONE = 1 << 12;

  /** How many places are laid out at once: few enough to stay in the processor's nearest cache. */
  private static final int BLOCK = 16;

  private final PatternWeights weights;
  private final int[] contributions;
  private final int[] slots;

  /**
   * Where each thread lays out a block: taken anew for each text it was a quarter of all memory.
   */
  private final ThreadLocal<int[][]> blocks;

  /** A model over these weights. */
  public PatternModel(PatternWeights weights) {
    this.weights = weights;
    this.contributions = contributions(weights);
    PatternShape shape = weights.shape;
    this.blocks = ThreadLocal.withInitial(() -> new int[shape.longest()][BLOCK * shape.patterns()]);
    this.slots = new int[Integer.highestOneBit(weights.units.length + 1) * 4];
    for (int i = 0; i < weights.units.length; i++) {
      int at = weights.units[i] & (slots.length - 1);
      while (slots[at] != 0) {
        at = (at + 1) & (slots.length - 1);
      }
      slots[at] = KNOWN + i;
    }
  }

  /** Lengths and numbers of the patterns. */
  public PatternShape shape() {
    return weights.shape;
  }

  /** Number of units known. */
  public int known() {
    return weights.units.length;
  }

  PatternWeights weights() {
    return weights;
  }

  /** The hashes of a text's units, in order. */
  public static int[] units(SegmentedText text, PatternShape.Unit unit) {
    int seed = FeatureHash.start(unit.code());
    if (unit == PatternShape.Unit.CHARACTER) {
      int[] units = new int[text.folded().length()];
      for (int i = 0; i < units.length; i++) {
        units[i] = FeatureHash.finish(FeatureHash.add(seed, text.folded().charAt(i)));
      }
      return units;
    }
    List<Token> words = text.words();
    int[] units = new int[words.size()];
    for (int i = 0; i < units.length; i++) {
      units[i] = FeatureHash.finish(FeatureHash.add(seed, words.get(i).text()));
    }
    return units;
  }

  /** This model with each output, and its start, times a factor. */
  public PatternModel times(double[] factors) {
    float[][] outputs = new float[factors.length][];
    float[] starts = new float[factors.length];
    for (int o = 0; o < factors.length; o++) {
      outputs[o] = weights.outputs[o].clone();
      for (int p = 0; p < outputs[o].length; p++) {
        outputs[o][p] *= (float) factors[o];
      }
      starts[o] = (float) (weights.starts[o] * factors[o]);
    }
    return new PatternModel(
        new PatternWeights(
            weights.shape,
            weights.units,
            weights.scales,
            weights.rows,
            weights.places,
            weights.biases,
            outputs,
            starts));
  }

  /**
   * Adds what the text's best fits weigh.
   *
   * @param logits one per output; changed in place and returned
   */
  public double[] add(SegmentedText text, double[] logits) {
    int[] fits = fits(offsets(text));
    float[] lit = new float[fits.length];
    for (int p = 0; p < lit.length; p++) {
      lit[p] = Math.max(0, fits[p] / (float) ONE + weights.biases[p]);
    }
    for (int o = 0; o < logits.length; o++) {
      double sum = weights.starts[o];
      for (int p = 0; p < lit.length; p++) {
        sum += lit[p] * weights.outputs[o][p];
      }
      logits[o] += sum;
    }
    return logits;
  }

  /** Where the contributions of each unit begin, with edges around them. */
  private int[] offsets(SegmentedText text) {
    PatternShape shape = weights.shape;
    int[] units = units(text, shape.unit());
    int[] offsets = new int[units.length + shape.longest()];
    for (int i = 0; i < units.length; i++) {
      offsets[i + 1] = row(units[i]) * shape.contributions();
    }
    return offsets;
  }

  /**
   * The best fit of each pattern. A block of places is laid out flat, so that the loops are long
   * and the compiler makes wide instructions of them.
   */
  private int[] fits(int[] offsets) {
    PatternShape shape = weights.shape;
    int patterns = shape.patterns();
    int places = offsets.length - shape.longest() + 1;
    int[] best = new int[shape.all()];
    Arrays.fill(best, Integer.MIN_VALUE);
    int[][] flat = blocks.get();
    for (int from = 0; from < places; from += BLOCK) {
      int count = Math.min(BLOCK, places - from);
      int first = 0;
      for (int length = shape.shortest(); length <= shape.longest(); length++) {
        for (int k = 0; k < length; k++) {
          int place = first + k * patterns;
          for (int i = 0; i < count; i++) {
            System.arraycopy(
                contributions, offsets[from + i + k] + place, flat[k], i * patterns, patterns);
          }
        }
        sum(flat, length, count * patterns);
        fold(flat[0], count, patterns);
        int own = (length - shape.shortest()) * patterns;
        for (int p = 0; p < patterns; p++) {
          best[own + p] = Math.max(best[own + p], flat[0][p]);
        }
        first += length * patterns;
      }
    }
    return best;
  }

  private static void sum(int[][] flat, int length, int size) {
    int[] to = flat[0];
    if (length == 2) {
      int[] b = flat[1];
      for (int j = 0; j < size; j++) {
        to[j] += b[j];
      }
    } else if (length == 3) {
      int[] b = flat[1];
      int[] c = flat[2];
      for (int j = 0; j < size; j++) {
        to[j] += b[j] + c[j];
      }
    } else if (length == 4) {
      int[] b = flat[1];
      int[] c = flat[2];
      int[] d = flat[3];
      for (int j = 0; j < size; j++) {
        to[j] += b[j] + c[j] + d[j];
      }
    }
  }

  /**
   * Puts the greatest of {@code count} rows into the first, half of them against the other half.
   */
  private static void fold(int[] rows, int count, int width) {
    for (int left = count; left > 1; ) {
      int half = left / 2;
      int shift = (left - half) * width;
      int size = half * width;
      for (int j = 0; j < size; j++) {
        rows[j] = Math.max(rows[j], rows[j + shift]);
      }
      left -= half;
    }
  }

  private int row(int unit) {
    int at = unit & (slots.length - 1);
    while (slots[at] != 0) {
      if (weights.units[slots[at] - KNOWN] == unit) {
        return slots[at];
      }
      at = (at + 1) & (slots.length - 1);
    }
    return UNKNOWN;
  }

  private static int[] contributions(PatternWeights weights) {
    int width = weights.shape.contributions();
    int dimensions = weights.shape.dimensions();
    float[] turned = turned(weights.places, width, dimensions);
    int[] contributions = new int[weights.scales.length * width];
    float[] unit = new float[dimensions];
    float[] own = new float[width];
    for (int row = 0; row < weights.scales.length; row++) {
      for (int d = 0; d < dimensions; d++) {
        unit[d] = weights.scales[row] * weights.rows[row * dimensions + d];
      }
      Arrays.fill(own, 0);
      contribute(unit, turned, own, 0, width);
      for (int q = 0; q < width; q++) {
        contributions[row * width + q] = Math.round(own[q] * ONE);
      }
    }
    return contributions;
  }

  /** The numbers of places, one dimension after the other. */
  public static float[] turned(float[] places, int width, int dimensions) {
    float[] turned = new float[places.length];
    for (int q = 0; q < width; q++) {
      for (int d = 0; d < dimensions; d++) {
        turned[d * width + q] = places[q * dimensions + d];
      }
    }
    return turned;
  }

  /**
   * What a unit contributes to each place of each pattern.
   *
   * @param unit its numbers
   * @param turned as {@link #turned} gave them
   * @param to takes {@code width} numbers from {@code at}; nought before
   */
  public static void contribute(float[] unit, float[] turned, float[] to, int at, int width) {
    // Four at a time: memory is the limit, not arithmetic.
    for (int d = 0; d < unit.length; d += 4) {
      float a = unit[d];
      float b = unit[d + 1];
      float c = unit[d + 2];
      float e = unit[d + 3];
      int from = d * width;
      for (int q = 0; q < width; q++) {
        to[at + q] +=
            a * turned[from + q]
                + b * turned[from + width + q]
                + c * turned[from + 2 * width + q]
                + e * turned[from + 3 * width + q];
      }
    }
  }
}
