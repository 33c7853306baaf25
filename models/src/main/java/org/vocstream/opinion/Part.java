package org.vocstream.opinion;

import java.util.ArrayList;
import java.util.List;
import org.vocstream.linear.DocumentFeatures;
import org.vocstream.linear.FeatureRecipe;

/**
 * Clauses that are read as one text. A model that adds up words was trained on short reviews; in a
 * long text the many words that say nothing of an indicator would drown the few that do, so it is
 * read piece by piece. Immutable.
 *
 * @param from index of the first clause
 * @param to one past the index of the last
 */
public record Part(int from, int to) {
  /** How many units are read as one where no model says otherwise. */
  public static final int LENGTH = 40;

  /**
   * The parts of a text in order; every clause is in one, and a long clause is one by itself.
   *
   * @param length how many units a part may span
   */
  public static List<Part> of(List<Clause> clauses, int length) {
    List<Part> parts = new ArrayList<>();
    int from = 0;
    for (int i = 1; i <= clauses.size(); i++) {
      if (i == clauses.size()
          || clauses.get(i).span().end() - clauses.get(from).span().start() > length) {
        parts.add(new Part(from, i));
        from = i;
      }
    }
    return List.copyOf(parts);
  }

  /** The features of this part, as {@link DocumentFeatures} has them of a whole text. */
  public int[] features(DocumentFeatures text, FeatureRecipe recipe, List<Clause> clauses) {
    if (from == 0 && to == clauses.size()) {
      return text.of(recipe);
    }
    Clause first = clauses.get(from);
    Clause last = clauses.get(to - 1);
    return text.of(
        recipe,
        DocumentFeatures.FIELD,
        first.span().start(),
        last.span().end(),
        first.firstWord(),
        last.endWord());
  }
}
