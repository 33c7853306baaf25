package org.vocstream.training;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;

/**
 * A 95% interval of a measure. A plain share of texts has Wilson's score interval (E. B. Wilson,
 * <i>JASA</i> 22, 1927), which claims no certainty where all are right; every other measure the
 * percentile bootstrap over texts (B. Efron, <i>Annals of Statistics</i> 7, 1979) with {@value
 * #RESAMPLES} resamples and a fixed seed, so that the same predictions give the same interval. It
 * holds the chance of which texts were drawn, not that of the training.
 *
 * @param low lower end
 * @param high upper end
 */
public record Interval(double low, double high) {
  private static final int RESAMPLES = 1_000;

  /** 97.5% point of the normal distribution. */
  private static final double Z = 1.959964;

  /** No interval. */
  static final Interval NONE = new Interval(Double.NaN, Double.NaN);

  /** The interval of a share: {@code right} of {@code n}. */
  static Interval wilson(long right, long n) {
    if (n == 0) {
      return NONE;
    }
    double share = right / (double) n;
    double middle = (share + Z * Z / (2 * n)) / (1 + Z * Z / n);
    double half = Z / (1 + Z * Z / n) * Math.sqrt(share * (1 - share) / n + Z * Z / (4.0 * n * n));
    return new Interval(Math.max(0, middle - half), Math.min(1, middle + half));
  }

  /**
   * The interval of a measure of sums over texts.
   *
   * @param texts what each text adds to the sums; all of one length
   * @param measure the measure of such sums
   */
  static Interval bootstrap(List<double[]> texts, ToDoubleFunction<double[]> measure) {
    if (texts.isEmpty()) {
      return NONE;
    }
    Random random = new Random(TrainingPlan.SEED);
    double[] measures = new double[RESAMPLES];
    for (int r = 0; r < RESAMPLES; r++) {
      double[] sums = new double[texts.get(0).length];
      for (int i = 0; i < texts.size(); i++) {
        double[] text = texts.get(random.nextInt(texts.size()));
        for (int k = 0; k < sums.length; k++) {
          sums[k] += text[k];
        }
      }
      measures[r] = measure.applyAsDouble(sums);
    }
    Arrays.sort(measures);
    return new Interval(measures[RESAMPLES / 40], measures[RESAMPLES - 1 - RESAMPLES / 40]);
  }
}
