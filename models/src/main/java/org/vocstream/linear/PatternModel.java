package org.vocstream.linear;

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

  private final PatternWeights weights;
  private final PatternFits fits;
  private final int[] slots;

  /** A model over these weights. */
  public PatternModel(PatternWeights weights) {
    this.weights = weights;
    this.fits = new PatternFits(weights);
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
    float[] lit = fits.best(offsets(text));
    for (int p = 0; p < lit.length; p++) {
      lit[p] = Math.max(0, lit[p] + weights.biases[p]);
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
      offsets[i + 1] = row(units[i]) * fits.rowLength();
    }
    return offsets;
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
