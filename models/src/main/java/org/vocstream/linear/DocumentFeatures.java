package org.vocstream.linear;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
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

  private final Map<Object, Object> others = new HashMap<>();

  private record Place(FeatureRecipe recipe, int field, int start, int end) {}

  private final Map<Place, int[]> parts = new HashMap<>();

  /** Used for one part after the other: sets of their own were a quarter of all memory taken. */
  private final Features features = new Features(0);

  /** The features of this text, found when first asked for. */
  public DocumentFeatures(SegmentedText text) {
    this.text = text;
  }

  /**
   * What somebody else finds in the text, found when first asked for.
   *
   * @param finder who finds it, and of what; an equal one is given the same answer
   */
  @SuppressWarnings("unchecked")
  public <T> T once(Object finder, Supplier<T> find) {
    return (T) others.computeIfAbsent(finder, f -> find.get());
  }

  /** Whether a finder has been asked of this text yet. */
  public boolean wasAsked(Object finder) {
    return others.containsKey(finder);
  }

  /** The text. */
  public SegmentedText text() {
    return text;
  }

  /** The distinct features under this recipe; not to be changed. */
  public int[] of(FeatureRecipe recipe) {
    return found.computeIfAbsent(recipe, this::find);
  }

  /**
   * The distinct features of a part of the text; not to be changed.
   *
   * @param field {@link #FIELD} as of a text by itself, or another one
   * @param start first unit of the folded text
   * @param end one past the last
   * @param firstWord index of the first word of the part
   * @param endWord one past the index of the last
   */
  public int[] of(FeatureRecipe recipe, int field, int start, int end, int firstWord, int endWord) {
    return parts.computeIfAbsent(
        new Place(recipe, field, start, end),
        p -> find(recipe, field, start, end, firstWord, endWord));
  }

  private int[] find(FeatureRecipe recipe) {
    return find(recipe, FIELD, 0, text.folded().length(), 0, text.words().size());
  }

  private int[] find(
      FeatureRecipe recipe, int field, int start, int end, int firstWord, int endWord) {
    features.clear((end - start) * (recipe.charMax() + recipe.wordMax()));
    recipe.addCharacters(text.folded(), start, end, field, features);
    recipe.addWords(text.words(), firstWord, endWord, field, features);
    return features.distinct();
  }
}
