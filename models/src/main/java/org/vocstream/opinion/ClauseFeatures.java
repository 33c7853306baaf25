package org.vocstream.opinion;

import java.util.List;
import org.vocstream.linear.DocumentFeatures;
import org.vocstream.linear.FeatureHash;
import org.vocstream.linear.FeatureRecipe;
import org.vocstream.linear.Features;
import org.vocstream.segment.SegmentedText;

/**
 * The features of a clause: its own n-grams, the words of the clauses before and after it, and its
 * place. Those of the whole text are kept apart, because they are the same for all its clauses.
 * Stateless.
 */
public final class ClauseFeatures {
  /** The field of n-grams of a clause. */
  static final int OWN = 1;

  private static final int BEFORE = 2;
  private static final int AFTER = 3;
  private static final int PLACE = 4;
  private static final FeatureRecipe NEIGHBOUR = new FeatureRecipe(1, 0, 1);

  /** How many words of a neighbour count at most: it may be as long as the text. */
  private static final int NEAR = 20;

  private ClauseFeatures() {}

  /** What a clause says itself: n-grams, distinct; not to be changed. */
  public static int[] own(FeatureRecipe recipe, DocumentFeatures text, Clause clause) {
    return text.of(
        recipe,
        OWN,
        clause.span().start(),
        clause.span().end(),
        clause.firstWord(),
        clause.endWord());
  }

  /** Where a clause stands and what stands beside it, distinct. */
  public static int[] around(SegmentedText text, List<Clause> clauses, int at) {
    Clause before = at > 0 ? clauses.get(at - 1) : null;
    Clause after = at + 1 < clauses.size() ? clauses.get(at + 1) : null;
    Features features = new Features(near(before) + near(after) + 1);
    if (before != null) {
      NEIGHBOUR.addWords(
          text.words(), before.endWord() - near(before), before.endWord(), BEFORE, features);
    }
    if (after != null) {
      NEIGHBOUR.addWords(
          text.words(), after.firstWord(), after.firstWord() + near(after), AFTER, features);
    }
    int place = (at == 0 ? 1 : 0) + (at == clauses.size() - 1 ? 2 : 0);
    features.add(FeatureHash.keyed(FeatureHash.start(PLACE), place));
    return features.distinct();
  }

  /**
   * Each feature seen together with an indicator: 快 said of 物流 is not 快 said of 吸收. Distinct as
   * they were, since no two features become the same one under one key.
   */
  public static int[] keyed(int[] own, int key) {
    int[] keyed = new int[own.length];
    for (int i = 0; i < own.length; i++) {
      keyed[i] = FeatureHash.keyed(own[i], key);
    }
    return keyed;
  }

  /** The key of the indicator with this Chinese name. */
  public static int key(String name) {
    return FeatureHash.finish(FeatureHash.add(FeatureHash.start(PLACE), name));
  }

  private static int near(Clause neighbour) {
    return neighbour == null ? 0 : Math.min(NEAR, neighbour.endWord() - neighbour.firstWord());
  }
}
