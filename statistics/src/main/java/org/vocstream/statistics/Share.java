package org.vocstream.statistics;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * A share of independent things (customers, documents) with its 95% interval, as for intentions and
 * stages of loyalty: of those who say something of it, how many want to buy again, recommend,
 * leave. Immutable.
 *
 * <p>Interval of Wilson (Journal of the American Statistical Association 22, 1927): {@code (p +
 * z²/2n ± z·√(p(1-p)/n + z²/4n²)) / (1 + z²/n)}. Worked example: 30 of 120 are 0.25, 0.181 to
 * 0.334.
 *
 * @param value the share, 0..1
 * @param low lower end of the interval
 * @param high upper end of the interval
 * @param n number of things
 */
public record Share(double value, double low, double high, long n) {
  private static final double Z =
      NormalDistribution.of(0, 1).inverseCumulativeProbability((1 + Estimate.LEVEL) / 2);

  /**
   * The share of these in n.
   *
   * @throws IllegalArgumentException where n is 0 or count is not in 0..n
   */
  public static Share of(long count, long n) {
    if (n <= 0 || count < 0 || count > n) {
      throw new IllegalArgumentException("there is no share of " + count + " in " + n);
    }
    double p = (double) count / n;
    double z2 = Z * Z / n;
    double centre = (p + z2 / 2) / (1 + z2);
    double half = Z * Math.sqrt(p * (1 - p) / n + z2 / n / 4) / (1 + z2);
    return new Share(
        p, Math.max(0, Math.min(p, centre - half)), Math.min(1, Math.max(p, centre + half)), n);
  }

  /** The share of each kind in all of them, each thing being of one kind; empty for no things. */
  public static SortedMap<String, Share> ofEach(Map<String, Long> counts) {
    long n = counts.values().stream().mapToLong(count -> count).sum();
    SortedMap<String, Share> shares = new TreeMap<>();
    if (n > 0) {
      counts.forEach((kind, count) -> shares.put(kind, of(count, n)));
    }
    return shares;
  }

  /** True where there are enough things for a number: else 样本不足. */
  public boolean enough() {
    return n >= SatisfactionIndex.MINIMUM;
  }
}
