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
 * that cues have of their own, so no cue needs to outweigh it. One for English is linear over
 * {@link Surroundings}. Immutable and safe for several threads.
 */
public final class PackPolarity {
  private static final int CUE = 7;
  private static final int INDICATOR = 8;

  /** Parameter of a model whose features are {@link Surroundings}. */
  public static final String SURROUNDINGS = "surroundings";

  /**
   * Output, there where texts of two manners were learned from: whether a sentence of the one, that
   * tells of several things and names many of them by the way, is before us. Each manner has its
   * own weights beside those of both.
   */
  public static final String MIXED = "mixed";

  private static final int MANNER = 8_000;

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
    return score(features(model.recipe(), text, clauses, part, cues, at, group, key));
  }

  /** Whether it reads what stands around the words of a topic, in place of a clause. */
  boolean isOfSurroundings() {
    return model.has(SURROUNDINGS);
  }

  /**
   * Whether phrases and the polarity of cues count beside it: where texts of two manners were
   * learned from, each has few, and does not know most of these words.
   */
  boolean isBesideCues() {
    return model.outputs().contains(MIXED);
  }

  /** Polarity of a part of a text towards a topic with this key, see {@link Surroundings}. */
  Polarity score(
      DocumentFeatures text,
      List<Clause> clauses,
      Part part,
      ClauseCues cues,
      Topics topics,
      String topic,
      int key) {
    return score(
        Surroundings.features(
            model.recipe(),
            text,
            clauses,
            part,
            topics.spans(cues, part, topic, true),
            topics.spans(cues, part, topic, false),
            key));
  }

  private Polarity score(int[] features) {
    double[] logits = model.logits(features);
    if (model.outputs().contains(MIXED)) {
      model.add(manner(features, logits[model.outputs().indexOf(MIXED)] > 0), logits);
    }
    return Polarity.of(neutral.probability(logits[1]), positive.probability(logits[0]));
  }

  /** Features as seen in one of two manners of speaking. */
  public static int[] manner(int[] features, boolean mixed) {
    return ClauseFeatures.keyed(features, MANNER + (mixed ? 1 : 0));
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
      for (ClauseCues.Met met : cues.written(i)) {
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
