package org.vocstream.statistics.contact;

import org.vocstream.statistics.Estimate;
import org.vocstream.statistics.SatisfactionIndex;

/**
 * Mean satisfaction of transcripts, -1 to 1, with its 95% interval. Immutable.
 *
 * <p>A transcript is one voice. As for the {@link SatisfactionIndex}, two wholly satisfied and two
 * wholly dissatisfied transcripts are added for the interval only, so that a few that agree do not
 * claim certainty: with m = n + 4 values, mean μ and variance {@code s² = (Σx² - mμ²) / (m - 1)}
 * the interval is {@code μ ± t(m - 1) · s / √m}, and always holds the mean itself.
 *
 * <p>Worked example: ten transcripts, five of 0.5 and five of -0.1: mean 0.2; for the interval m =
 * 14, Σx = 2, Σx² = 5.3, μ = 0.1429, s² = 0.3857, t(13) = 2.160: -0.216 to 0.501.
 *
 * @param value the mean, -1..1
 * @param low lower end of the interval, -1..value
 * @param high upper end, value..1
 * @param n number of transcripts with a satisfaction
 */
public record MeanSatisfaction(double value, double low, double high, long n) {
  private static final int ADDED = 4;

  /**
   * The mean of these.
   *
   * @throws IllegalArgumentException where none of them has a satisfaction
   */
  public static MeanSatisfaction of(ContactSums sums) {
    if (sums.scored() <= 0) {
      throw new IllegalArgumentException("transcripts without satisfaction have no mean");
    }
    double value = sums.satisfaction() / sums.scored();
    double m = sums.scored() + ADDED;
    double mean = sums.satisfaction() / m;
    double variance = Math.max(0, sums.squares() + ADDED - m * mean * mean) / (m - 1);
    Estimate adjusted = new Estimate(mean, Math.sqrt(variance / m), m - 1);
    return new MeanSatisfaction(
        value,
        Math.min(value, Math.max(-1, adjusted.low())),
        Math.max(value, Math.min(1, adjusted.high())),
        sums.scored());
  }

  /** True where there are enough transcripts for a number: else 样本不足. */
  public boolean enough() {
    return n >= SatisfactionIndex.MINIMUM;
  }
}
