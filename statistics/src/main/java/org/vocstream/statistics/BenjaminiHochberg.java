package org.vocstream.statistics;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Keeps the share of false claims down where many are tested together (Benjamini and Hochberg,
 * Journal of the Royal Statistical Society B 57, 1995). Of the claims with an adjusted value of at
 * most 0.05, no more than 5% are expected to be false, and where all are false, any is claimed in
 * at most 5% of cases. Holds for independent tests and for those that lean the same way (Benjamini
 * and Yekutieli, Annals of Statistics 29, 2001). Without state.
 *
 * <p>With the m probabilities in rising order, the adjusted value of the i-th is {@code min over j
 * ≥ i of p(j)·m/j}. Worked example: 0.01, 0.02, 0.03, 0.5 become 0.04, 0.04, 0.04, 0.5.
 */
public final class BenjaminiHochberg {
  /** Expected share of false claims among the claims. */
  public static final double LEVEL = 0.05;

  private BenjaminiHochberg() {}

  /** The adjusted value of each probability, 0..1, in the order given. */
  public static List<Double> adjusted(List<Double> pValues) {
    int m = pValues.size();
    List<Integer> falling =
        IntStream.range(0, m)
            .boxed()
            .sorted(Comparator.<Integer, Double>comparing(pValues::get).reversed())
            .toList();
    Double[] adjusted = new Double[m];
    double least = 1;
    for (int i = 0; i < m; i++) {
      least = Math.min(least, pValues.get(falling.get(i)) * m / (m - i));
      adjusted[falling.get(i)] = least;
    }
    return List.of(adjusted);
  }
}
