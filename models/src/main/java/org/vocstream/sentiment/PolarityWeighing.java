package org.vocstream.sentiment;

import org.vocstream.linear.LinearModel;

/**
 * The polarity of a linear model and that of an encoder, weighed. Immutable.
 *
 * @param positive weighs whether it is positive where it is not neutral
 * @param neutral weighs whether it is neutral
 */
public record PolarityWeighing(Weighing positive, Weighing neutral) {
  /**
   * From the parameters of a model.
   *
   * @param ending of their names, such as {@code /review}; the names begin with the outputs
   */
  public static PolarityWeighing of(LinearModel model, String ending) {
    return new PolarityWeighing(
        Weighing.ofParameter(model.parameter(LinearSentimentModel.POSITIVE + ending)),
        Weighing.ofParameter(model.parameter(LinearSentimentModel.NEUTRAL + ending)));
  }

  /**
   * The weighed polarity.
   *
   * @param logits of the encoder: negative, neutral, positive from {@code at} on
   */
  public Polarity weigh(Polarity linear, double[] logits, int at) {
    return Polarity.of(
        neutral.probability(linear.neutral(), neutral(logits, at)),
        positive.probability(side(linear), positive(logits, at)));
  }

  /** Probability of positive where it is not neutral. */
  public static double side(Polarity polarity) {
    double opinion = polarity.positive() + polarity.negative();
    return opinion <= 0 ? 0.5 : polarity.positive() / opinion;
  }

  /** The log-odds of positive against negative. */
  public static double positive(double[] logits, int at) {
    return logits[at + 2] - logits[at];
  }

  /** The log-odds of neutral against the other two. */
  public static double neutral(double[] logits, int at) {
    return logits[at + 1] - Weighing.either(logits[at], logits[at + 2]);
  }
}
