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
    Features features = new Features(64);
    if (at > 0) {
      addWords(text, clauses.get(at - 1), BEFORE, features);
    }
    if (at + 1 < clauses.size()) {
      addWords(text, clauses.get(at + 1), AFTER, features);
    }
    int place = (at == 0 ? 1 : 0) + (at == clauses.size() - 1 ? 2 : 0);
    features.add(FeatureHash.keyed(FeatureHash.start(PLACE), place));
    return features.distinct();
  }

  /** Each feature seen together with an indicator: 快 said of 物流 is not 快 said of 吸收. */
  public static int[] keyed(int[] own, int key) {
    Features features = new Features(own.length);
    for (int feature : own) {
      features.add(FeatureHash.keyed(feature, key));
    }
    return features.distinct();
  }

  /** The key of the indicator with this Chinese name. */
  public static int key(String name) {
    return FeatureHash.finish(FeatureHash.add(FeatureHash.start(PLACE), name));
  }

  private static void addWords(SegmentedText text, Clause clause, int field, Features to) {
    // A neighbour may be as long as the text; what is near counts, and time stays linear.
    int first =
        field == BEFORE ? Math.max(clause.firstWord(), clause.endWord() - 20) : clause.firstWord();
    NEIGHBOUR.addWords(text.words(), first, Math.min(clause.endWord(), first + 20), field, to);
  }
}
