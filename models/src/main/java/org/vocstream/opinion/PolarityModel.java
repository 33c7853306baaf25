package org.vocstream.opinion;

import java.util.List;
import org.vocstream.linear.DocumentFeatures;
import org.vocstream.linear.LinearModel;
import org.vocstream.linear.Platt;
import org.vocstream.segment.SegmentedText;
import org.vocstream.sentiment.LinearSentimentModel;
import org.vocstream.sentiment.Polarity;

/**
 * Polarity of what a clause says of an indicator: linear over the clause, the clause seen together
 * with the indicator, its neighbours, and the whole text. Immutable and safe for several threads.
 */
public final class PolarityModel {
  private final LinearModel model;
  private final Platt positive;
  private final Platt neutral;

  /** A polarity model over these weights, with outputs {@code positive, neutral}. */
  public PolarityModel(LinearModel model) {
    this.model = model;
    this.positive = Platt.ofParameter(model.parameter(LinearSentimentModel.POSITIVE));
    this.neutral = Platt.ofParameter(model.parameter(LinearSentimentModel.NEUTRAL));
  }

  /** Name and digest of the weights. */
  public String id() {
    return model.name() + "@" + model.digest().substring(0, 8);
  }

  /** What a part of the text weighs; the same for all its clauses. */
  public double[] whole(DocumentFeatures features, List<Clause> clauses, Part part) {
    return model.logits(part.features(features, model.recipe(), clauses));
  }

  /**
   * Polarity of a clause towards an indicator.
   *
   * @param whole as {@link #whole} gave it
   * @param key key of the indicator, see {@link ClauseFeatures#key}
   */
  public Polarity score(double[] whole, SegmentedText text, List<Clause> clauses, int at, int key) {
    double[] logits = whole.clone();
    int[] own = ClauseFeatures.own(model.recipe(), text, clauses.get(at));
    model.add(own, logits);
    model.add(ClauseFeatures.around(text, clauses, at), logits);
    model.add(ClauseFeatures.keyed(own, key), logits);
    return score(logits);
  }

  /** The calibrated polarity of logits. */
  public Polarity score(double[] logits) {
    return Polarity.of(neutral.probability(logits[1]), positive.probability(logits[0]));
  }
}
