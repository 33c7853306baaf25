package org.vocstream.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * The share of mentions of one polarity as it would be without the classifier's known errors, with
 * a 95% interval that holds the uncertainty of both the feedback and the confusion matrix.
 * Immutable.
 *
 * <p>With q the shares of the classes given and M the confusion matrix as shares of each true
 * class, the true shares are {@code π = (Mᵀ)⁻¹ q}. For two classes this is the estimator of Rogan
 * and Gladen (American Journal of Epidemiology 107, 1978), {@code (q + specificity - 1) /
 * (sensitivity + specificity - 1)}. Variance by the delta method: with a the row of (Mᵀ)⁻¹ for the
 * polarity, {@code aᵀ [Cov(q) + Σᵢ πᵢ² Cov(mᵢ)] a}, each Cov multinomial. For q the number of
 * mentions is divided by the design effect ({@link ClusterSums#designEffect}), as mentions of one
 * document are not independent. For the variance only, four mentions, spread evenly over the
 * classes, are added to q and to each row, so that shares of 0 and 1 do not claim certainty.
 * Several strata (language × channel) are added with their shares of the mentions.
 *
 * <p>Worked example: 300 of 1,000 documents are called negative; of 200 negative ones the
 * classifier found 180, of 800 others it called 80 negative: sensitivity 0.9, specificity 0.9,
 * corrected (0.3 - 0.1)/0.8 = 0.25, standard error 0.0221: 0.207 to 0.293.
 *
 * @param value the corrected share, cut at 0 and 1
 * @param low lower end of the interval, 0..value
 * @param high upper end, value..1
 * @param raw the share as the classifier gave it
 * @param note says that the value was cut, and from what; empty where it was not
 */
public record CorrectedShare(double value, double low, double high, double raw, String note) {
  private static final double ADDED = 4;
  private static final double ROUNDING = 1e-9;

  /**
   * Mentions of one language and channel.
   *
   * @param cell the mentions as the classifier gave them
   * @param confusion its errors there
   */
  public record Stratum(ClusterSums cell, Confusion confusion) {}

  /**
   * The corrected share of one polarity over these strata.
   *
   * @param polarity 1, 0 or -1; only -1 where a confusion matrix has two classes
   * @throws IllegalArgumentException for another polarity, or where there is no mention
   */
  public static CorrectedShare of(int polarity, List<Stratum> strata) {
    List<Stratum> filled = strata.stream().filter(s -> s.cell.n() > 0).toList();
    double n = filled.stream().mapToLong(s -> s.cell.n()).sum();
    if (n == 0) {
      throw new IllegalArgumentException("without mentions there is no share to correct");
    }
    List<Estimate> parts = new ArrayList<>();
    List<Double> weights = new ArrayList<>();
    double raw = 0;
    for (Stratum stratum : filled) {
      int target = target(polarity, stratum.confusion);
      parts.add(corrected(stratum, target));
      weights.add(stratum.cell.n() / n);
      raw += given(stratum)[target] / n;
    }
    Estimate sum = Estimate.weighted(parts, weights, 0);
    double value = cut(sum.value());
    return new CorrectedShare(
        value,
        Math.min(value, cut(sum.low())),
        Math.max(value, cut(sum.high())),
        raw,
        Math.abs(value - sum.value()) < ROUNDING
            ? ""
            : String.format(
                Locale.ROOT, "the corrected share %.4f was cut to %.0f", sum.value(), value));
  }

  private static int target(int polarity, Confusion confusion) {
    boolean known = confusion.size() == 3 ? Math.abs(polarity) <= 1 : polarity == -1;
    if (!known) {
      throw new IllegalArgumentException(
          "a confusion matrix of " + confusion.size() + " classes knows no polarity " + polarity);
    }
    return confusion.size() == 3 ? 1 - polarity : 1;
  }

  /** Mentions of each class given. */
  private static double[] given(Stratum stratum) {
    ClusterSums cell = stratum.cell;
    return stratum.confusion.size() == 3
        ? new double[] {cell.positive(), cell.neutral(), cell.negative()}
        : new double[] {cell.positive() + cell.neutral(), cell.negative()};
  }

  private static Estimate corrected(Stratum stratum, int target) {
    Confusion confusion = stratum.confusion;
    int size = confusion.size();
    double[][] inverse = confusion.inverse();
    double[] factors = inverse[target];
    double n = stratum.cell.n();
    double[] q = given(stratum);
    double independent = n / stratum.cell.designEffect();
    double[] observed = IntStream.range(0, size).mapToDouble(j -> q[j] / n).toArray();
    double variance = variance(factors, observed, independent);
    for (int i = 0; i < size; i++) {
      double truth = 0;
      double[] row = new double[size];
      for (int j = 0; j < size; j++) {
        truth += inverse[i][j] * observed[j];
        row[j] = confusion.share(i, j);
      }
      variance += Math.pow(cut(truth), 2) * variance(factors, row, (double) confusion.seen(i));
    }
    double value = 0;
    for (int j = 0; j < size; j++) {
      value += factors[j] * observed[j];
    }
    return new Estimate(value, Math.sqrt(variance), Math.max(1, stratum.cell.clusters() - 1.0));
  }

  /** Variance of Σ factor·share for shares of n mentions, four of them added. */
  private static double variance(double[] factors, double[] shares, double n) {
    double mean = 0;
    double square = 0;
    for (int j = 0; j < factors.length; j++) {
      double share = (n * shares[j] + ADDED / factors.length) / (n + ADDED);
      mean += factors[j] * share;
      square += factors[j] * factors[j] * share;
    }
    return (square - mean * mean) / (n + ADDED);
  }

  private static double cut(double share) {
    return Math.max(0, Math.min(1, share));
  }
}
