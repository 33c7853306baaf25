package org.vocstream.sentiment;

import org.vocstream.linear.Platt;

/**
 * Two opinions on one question, weighed: {@code logit = own * first + other * second + start}, as
 * logistic regression fits it on texts that neither had seen (stacking; Wolpert, <i>Neural
 * Networks</i> 5, 1992). Immutable.
 *
 * @param own what the first counts
 * @param other what the second counts
 * @param start what is added, in logits
 */
public record Weighing(double own, double other, double start) {
  private static final double SUREST = 1e-6;

  /** From three numbers of a model's parameters. */
  public static Weighing ofParameter(float[] parameter) {
    return new Weighing(parameter[0], parameter[1], parameter[2]);
  }

  /**
   * The probability of yes.
   *
   * @param first the first's probability, 0..1
   * @param second the second's log-odds
   */
  public double probability(double first, double second) {
    return Platt.logistic(own * logit(first) + other * second + start);
  }

  /** The log-odds of a probability; one of 0 or 1 counts as one in a million. */
  public static double logit(double probability) {
    double sure = Math.max(SUREST, Math.min(1 - SUREST, probability));
    return Math.log(sure / (1 - sure));
  }

  /** The logarithm of {@code exp(a) + exp(b)}. */
  public static double either(double a, double b) {
    double greater = Math.max(a, b);
    return greater + Math.log(Math.exp(a - greater) + Math.exp(b - greater));
  }
}
