package org.vocstream.opinion;

import java.util.Arrays;
import java.util.List;
import org.vocstream.linear.DocumentFeatures;
import org.vocstream.linear.FeatureHash;
import org.vocstream.linear.FeatureRecipe;
import org.vocstream.linear.Features;
import org.vocstream.linear.LinearModel;
import org.vocstream.linear.Platt;
import org.vocstream.sentiment.LinearSentimentModel;
import org.vocstream.sentiment.Polarity;

/**
 * Polarity of what a text says of an indicator of one pack, where the texts of that pack differ
 * from those of others: in car forums two thirds of what is said of an indicator is neutral. Linear
 * over the text and the clause, each also seen together with the indicator, and over the polarity
 * that cues have of their own, so no cue needs to outweigh it. Immutable and safe for several
 * threads.
 */
public final class PackPolarity {
  private static final int CUE = 7;
  private static final int INDICATOR = 8;

  private final LinearModel model;
  private final Platt positive;
  private final Platt neutral;

  /** A polarity over these weights, with outputs {@code positive, neutral}. */
  public PackPolarity(LinearModel model) {
    this.model = model;
    this.positive = Platt.ofParameter(model.parameter(LinearSentimentModel.POSITIVE));
    this.neutral = Platt.ofParameter(model.parameter(LinearSentimentModel.NEUTRAL));
  }

  /** Polarity of clause {@code at} of a part towards a group with this key. */
  Polarity score(
      DocumentFeatures text,
      List<Clause> clauses,
      Part part,
      ClauseCues cues,
      int at,
      String group,
      int key) {
    double[] logits =
        model.logits(features(model.recipe(), text, clauses, part, cues, at, group, key));
    return Polarity.of(neutral.probability(logits[1]), positive.probability(logits[0]));
  }

  /** The distinct features of a clause of a part seen with an indicator. */
  public static int[] features(
      FeatureRecipe recipe,
      DocumentFeatures text,
      List<Clause> clauses,
      Part part,
      ClauseCues cues,
      int at,
      String group,
      int key) {
    Features features = new Features(1024);
    int[] whole = part.features(text, recipe, clauses);
    int[] own = ClauseFeatures.own(recipe, text, clauses.get(at));
    add(whole, features);
    add(ClauseFeatures.keyed(whole, key), features);
    add(own, features);
    add(ClauseFeatures.keyed(own, key), features);
    add(ClauseFeatures.around(text.text(), clauses, at), features);
    features.add(FeatureHash.keyed(FeatureHash.start(INDICATOR), key));
    for (int i = part.from(); i < part.to(); i++) {
      for (ClauseCues.Met met : cues.in(i)) {
        if (met.told() != null) {
          boolean mine = met.group().equals(group);
          int told = (met.told() + 1) * 4 + (mine ? 2 : 0) + (i == at ? 1 : 0);
          features.add(FeatureHash.keyed(FeatureHash.start(CUE), told));
          if (mine) {
            features.add(FeatureHash.keyed(FeatureHash.start(CUE), 64 * key + told));
          }
        }
      }
    }
    return features.distinct();
  }

  private static void add(int[] some, Features to) {
    Arrays.stream(some).forEach(to::add);
  }
}
