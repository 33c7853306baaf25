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

  private record Whole(PolarityModel model, Part part) {}

  /**
   * What a part of the text weighs, found once for all who ask; the same for all its clauses and
   * not to be changed.
   */
  public double[] whole(DocumentFeatures features, List<Clause> clauses, Part part) {
    return features.once(
        new Whole(this, part),
        () -> model.logits(part.features(features, model.recipe(), clauses)));
  }

  /**
   * What a clause weighs for every indicator.
   *
   * @param whole as {@link #whole} gave it
   * @param own what the clause says itself, as {@link #own} gave it
   */
  public double[] clause(
      double[] whole, int[] own, SegmentedText text, List<Clause> clauses, int at) {
    double[] logits = model.add(own, whole.clone());
    return model.add(ClauseFeatures.around(text, clauses, at), logits);
  }

  /** What a clause says itself. */
  public int[] own(DocumentFeatures text, Clause clause) {
    return ClauseFeatures.own(model.recipe(), text, clause);
  }

  /**
   * Polarity of a clause towards an indicator.
   *
   * @param clause as {@link #clause} gave it
   * @param own as {@link #own} gave it
   * @param key key of the indicator, see {@link ClauseFeatures#key}
   */
  public Polarity score(double[] clause, int[] own, int key) {
    return score(model.add(ClauseFeatures.keyed(own, key), clause.clone()));
  }

  /** The calibrated polarity of logits. */
  public Polarity score(double[] logits) {
    return Polarity.of(neutral.probability(logits[1]), positive.probability(logits[0]));
  }
}
