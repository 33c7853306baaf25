package org.vocstream.statistics;

import java.util.List;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * A number with its standard error, read by the t distribution. The unit is that of the number
 * itself. Immutable.
 *
 * <p>Sums and differences add the variances; the degrees of freedom of a sum are those of
 * Satterthwaite (Biometrics Bulletin 2, 1946): {@code (Σv)² / Σ(v²/df)} with v the variances.
 *
 * @param value the number
 * @param standardError its standard error, 0 or more
 * @param degreesOfFreedom of the standard error, above 0
 */
public record Estimate(double value, double standardError, double degreesOfFreedom) {
  /** Share of samples in which a 95% interval holds the truth. */
  static final double LEVEL = 0.95;

  /** Lower end of the 95% interval. */
  public double low() {
    return value - half();
  }

  /** Upper end of the 95% interval. */
  public double high() {
    return value + half();
  }

  /** Two-sided probability, 0..1, of a number at least as far from 0 if the truth were 0. */
  public double pValue() {
    if (standardError == 0) {
      return value == 0 ? 1 : 0;
    }
    double t = Math.abs(value) / standardError;
    return 2 * TDistribution.of(degreesOfFreedom).survivalProbability(t);
  }

  /** This number less another that was measured on other feedback. */
  public Estimate minus(Estimate other) {
    return weighted(List.of(this, other), List.of(1.0, -1.0), 0);
  }

  /**
   * The weighted sum of numbers.
   *
   * @param weights one for each number
   * @param covariance what the feedback that several of them share adds to the variance of the sum:
   *     2·Σ w w' cov over their pairs; 0 where they share none
   */
  static Estimate weighted(List<Estimate> parts, List<Double> weights, double covariance) {
    double value = 0;
    double variance = 0;
    double fourth = 0;
    for (int i = 0; i < parts.size(); i++) {
      Estimate part = parts.get(i);
      double v = Math.pow(weights.get(i) * part.standardError, 2);
      value += weights.get(i) * part.value;
      variance += v;
      fourth += v * v / part.degreesOfFreedom;
    }
    double freedom = fourth == 0 ? Double.POSITIVE_INFINITY : variance * variance / fourth;
    return new Estimate(value, Math.sqrt(Math.max(0, variance + covariance)), freedom);
  }

  private double half() {
    double quantile =
        TDistribution.of(degreesOfFreedom).inverseCumulativeProbability((1 + LEVEL) / 2);
    return quantile * standardError;
  }
}
