package org.vocstream.training;

import java.util.List;
import org.vocstream.linear.DocumentFeatures;
import org.vocstream.linear.FeatureRecipe;

/**
 * The simple baseline that a model must beat: naive Bayes over the presence of characters and pairs
 * of characters, three polarities, trained on the same texts.
 */
final class NaiveBayes {
  private static final FeatureRecipe RECIPE = new FeatureRecipe(1, 2, 0);
  private static final int BITS = 20;

  private final int[][] counts = new int[3][1 << BITS];
  private final long[] totals = new long[3];
  private final int[] texts = new int[3];
  private final Reading reading;

  NaiveBayes(List<LabelledText> training, Reading reading) {
    this.reading = reading;
    for (LabelledText text : training) {
      if (text.label() != null) {
        int k = text.label() + 1;
        texts[k]++;
        for (int feature : features(text.text())) {
          counts[k][feature >>> (32 - BITS)]++;
          totals[k]++;
        }
      }
    }
  }

  /** The likeliest polarity. */
  int label(String text) {
    int[] features = features(text);
    int best = 0;
    double highest = Double.NEGATIVE_INFINITY;
    for (int k = 0; k < 3; k++) {
      double score = Math.log(texts[k] + 1.0);
      for (int feature : features) {
        score += Math.log((counts[k][feature >>> (32 - BITS)] + 1.0) / (totals[k] + (1 << BITS)));
      }
      if (score > highest) {
        highest = score;
        best = k;
      }
    }
    return best - 1;
  }

  private int[] features(String text) {
    return new DocumentFeatures(reading.read(text)).of(RECIPE);
  }
}
