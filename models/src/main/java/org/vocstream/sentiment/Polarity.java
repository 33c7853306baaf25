package org.vocstream.sentiment;

/**
 * Probabilities of the three polarities; they add up to 1. Immutable.
 *
 * @param positive probability of positive, 0..1
 * @param neutral probability of neutral, 0..1
 * @param negative probability of negative, 0..1
 */
public record Polarity(double positive, double neutral, double negative) {
  /** How much the words of a cue outweigh the model. */
  private static final double TOLD_ODDS = 20;

  /**
   * From two questions asked one after the other.
   *
   * @param neutral probability that it is neutral
   * @param positive probability that it is positive where it is not neutral
   */
  public static Polarity of(double neutral, double positive) {
    return new Polarity((1 - neutral) * positive, neutral, (1 - neutral) * (1 - positive));
  }

  /**
   * These probabilities after words that are an opinion by themselves were met: the odds of their
   * polarity against each other one are {@value #TOLD_ODDS} times what they were.
   *
   * @param polarity 1, 0 or -1
   */
  public Polarity told(int polarity) {
    double told = Math.log(TOLD_ODDS);
    return weighed(polarity > 0 ? told : 0, polarity == 0 ? told : 0, polarity < 0 ? told : 0);
  }

  /**
   * These probabilities after evidence of which side an opinion is on, where there is one: neutral
   * is as likely as before.
   *
   * @param odds what is added to the log-odds of positive against negative
   */
  Polarity leaning(double odds) {
    double opinion = positive + negative;
    double up = positive * Math.exp(odds / 2);
    double down = negative * Math.exp(-odds / 2);
    return opinion <= 0
        ? this
        : new Polarity(opinion * up / (up + down), neutral, opinion * down / (up + down));
  }

  /**
   * These probabilities after a hint from elsewhere, which makes neutral as much less likely as it
   * makes one side likelier.
   *
   * @param hint what is added to the log-odds of positive and taken from those of negative
   */
  public Polarity hinted(double hint) {
    return weighed(hint, -Math.abs(hint), -hint);
  }

  /**
   * These probabilities after further evidence.
   *
   * @param up what is added to the log-odds of positive against each of the other two
   * @param even the same for neutral
   * @param down the same for negative
   */
  Polarity weighed(double up, double even, double down) {
    double positives = positive * Math.exp(up);
    double neutrals = neutral * Math.exp(even);
    double negatives = negative * Math.exp(down);
    double sum = positives + neutrals + negatives;
    return new Polarity(positives / sum, neutrals / sum, negatives / sum);
  }

  /**
   * These probabilities pulled to the middle, {@code 0.85 p + 0.05}: for words turned round by a
   * negation, of which a model that adds up words may be very sure and wrong.
   */
  public Polarity doubted() {
    return new Polarity(0.85 * positive + 0.05, 0.85 * neutral + 0.05, 0.85 * negative + 0.05);
  }

  /** These probabilities to a power, which makes all of them surer; the order stays. */
  Polarity sharpened(double power) {
    double up = Math.pow(positive, power);
    double even = Math.pow(neutral, power);
    double down = Math.pow(negative, power);
    double sum = up + even + down;
    return new Polarity(up / sum, even / sum, down / sum);
  }

  /** The likeliest: 1, 0 or -1. */
  public int label() {
    if (neutral > positive && neutral > negative) {
      return 0;
    }
    return positive >= negative ? 1 : -1;
  }

  /** Probability of {@link #label()}. */
  public double confidence() {
    return Math.max(neutral, Math.max(positive, negative));
  }

  /** Probability of positive less that of negative, -1..1. */
  public double score() {
    return positive - negative;
  }

  /** Label and score. */
  public Sentiment sentiment() {
    return new Sentiment(label(), score());
  }
}
