package org.vocstream.linear;

import java.util.HashMap;
import java.util.Map;
import org.vocstream.segment.SegmentedText;

/**
 * The features of a whole text, found once for all models that share a recipe. Not thread-safe: one
 * per call.
 */
public final class DocumentFeatures {
  /** The field of n-grams of the whole text. */
  public static final int FIELD = 0;

  private final SegmentedText text;
  private final Map<FeatureRecipe, int[]> found = new HashMap<>();

  /** The features of this text, found when first asked for. */
  public DocumentFeatures(SegmentedText text) {
    this.text = text;
  }

  /** The text. */
  public SegmentedText text() {
    return text;
  }

  /** The distinct features under this recipe, ascending; not to be changed. */
  public int[] of(FeatureRecipe recipe) {
    return found.computeIfAbsent(recipe, this::find);
  }

  private int[] find(FeatureRecipe recipe) {
    String folded = text.folded();
    Features features = new Features(folded.length() * (recipe.charMax() + recipe.wordMax()));
    recipe.addCharacters(folded, 0, folded.length(), FIELD, features);
    recipe.addWords(text.words(), 0, text.words().size(), FIELD, features);
    return features.distinct();
  }
}
