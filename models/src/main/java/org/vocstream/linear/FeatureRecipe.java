package org.vocstream.linear;

import java.util.List;
import org.vocstream.segment.Token;

/**
 * Which n-grams of a text are features. Stands in the model file, so a model is always read with
 * the features it was trained on. Immutable.
 *
 * @param charMin shortest n-gram of UTF-16 units, 1 or more
 * @param charMax longest; 0 for none
 * @param wordMax longest n-gram of words; 0 for none
 */
public record FeatureRecipe(int charMin, int charMax, int wordMax) {
  /** Checks the ranges. */
  public FeatureRecipe {
    if (charMin < 1 || charMax < 0 || charMax > 8 || wordMax < 0 || wordMax > 4) {
      throw new IllegalArgumentException(
          "not a recipe: characters " + charMin + ".." + charMax + ", words 1.." + wordMax);
    }
  }

  /** Adds the n-grams of the units {@code start} to {@code end} as features of a field. */
  public void addCharacters(String folded, int start, int end, int field, Features to) {
    int seed = FeatureHash.start(field);
    for (int i = start; i < end; i++) {
      int hash = seed;
      int last = Math.min(end, i + charMax);
      for (int j = i; j < last; j++) {
        hash = FeatureHash.add(hash, folded.charAt(j));
        if (j - i + 1 >= charMin) {
          to.add(FeatureHash.finish(hash));
        }
      }
    }
  }

  /**
   * Adds the n-grams of the words {@code from} to {@code to} (exclusive) as features of a field.
   */
  public void addWords(List<Token> words, int from, int to, int field, Features features) {
    // Words and characters must not meet in one feature, hence the shifted field.
    int seed = FeatureHash.start(field + 1_000);
    for (int i = from; i < to; i++) {
      int hash = seed;
      int last = Math.min(to, i + wordMax);
      for (int j = i; j < last; j++) {
        hash = FeatureHash.add(hash, words.get(j).text());
        features.add(FeatureHash.finish(hash));
      }
    }
  }
}
