package org.vocstream.sentiment;

import java.util.List;

/**
 * Reads answers off the numbers of a {@link TextEncoder}: {@code logit = weights . vector + bias}
 * per answer. Immutable; the arrays are not to be changed.
 *
 * @param names what is asked of a text; of sentiment the text as a whole alone, of aspects each
 *     indicator as the trained model of its pack calls it
 * @param weights per answer, in the order of the names and of each its answers: a weight per number
 * @param biases per answer
 */
@SuppressWarnings("ArrayRecordComponent")
public record EncoderHead(List<String> names, float[][] weights, float[] biases) {
  /** Name of the head that reads the sentiment of a text: negative, neutral, positive. */
  public static final String SENTIMENT = "sentiment";

  /** The logit of each answer. */
  public double[] logits(float[] vector) {
    double[] logits = new double[biases.length];
    for (int k = 0; k < logits.length; k++) {
      float sum = biases[k];
      for (int i = 0; i < vector.length; i++) {
        sum += weights[k][i] * vector[i];
      }
      logits[k] = sum;
    }
    return logits;
  }

  /**
   * Name of the head that reads of which indicators of a pack a text speaks, and how: per indicator
   * not at all, negative, neutral, positive.
   */
  public static String aspects(String pack) {
    return "aspects." + pack;
  }
}
