package org.vocstream.statistics;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;

/**
 * What the derived importance of indicators must know of many documents: the sums of products of
 * their polarities with each other and with the document's sentiment or rating. Documents are added
 * one by one and need not be kept; sums over other documents can be added. Changeable, for one
 * thread.
 *
 * <p>Ridge regression (Hoerl and Kennard, Technometrics 12, 1970) of the outcome on one number for
 * each indicator: the mean polarity of its mentions, 0 where it is not mentioned; the constant is
 * not shrunk. With S and c the centred sums of products, {@code A = S + λI} and {@code effects =
 * A⁻¹c}. Standard errors are the roots of the diagonal of {@code σ²A⁻¹}, the posterior under a
 * normal prior with variance σ²/λ, so that they count the shrinkage as uncertainty; σ² is the
 * residual sum of squares over n less the effective number of parameters, {@code tr(A⁻¹S) + 1},
 * which also gives the degrees of freedom. λ = 1 is worth one document for each indicator in which
 * it had no effect: enough to keep indicators that always come together apart, too little to be
 * seen elsewhere. Documents are taken as independent, with the same scatter everywhere.
 */
public final class ImportanceSums {
  private static final double LAMBDA = 1;

  private final List<String> indicators;
  private final double[][] xx;
  private final double[] xy;
  private final double[] x;
  private final long[] mentioned;
  private double y;
  private double yy;
  private long n;

  /** No document yet, for these indicators. */
  public ImportanceSums(Iterable<String> indicators) {
    TreeSet<String> sorted = new TreeSet<>();
    indicators.forEach(sorted::add);
    this.indicators = List.copyOf(sorted);
    int size = this.indicators.size();
    xx = new double[size][size];
    xy = new double[size];
    x = new double[size];
    mentioned = new long[size];
  }

  /** The sums of these names ({@link Judgements}). */
  static ImportanceSums of(Iterable<String> indicators, ToDoubleFunction<String> sums) {
    ImportanceSums importance = new ImportanceSums(indicators);
    importance.n = (long) sums.applyAsDouble("n");
    importance.y = sums.applyAsDouble("y");
    importance.yy = sums.applyAsDouble("yy");
    for (int i = 0; i < importance.indicators.size(); i++) {
      String a = importance.indicators.get(i);
      importance.mentioned[i] = (long) sums.applyAsDouble("m:" + a);
      importance.x[i] = sums.applyAsDouble("x:" + a);
      importance.xy[i] = sums.applyAsDouble("xy:" + a);
      for (int j = i; j < importance.indicators.size(); j++) {
        double product = sums.applyAsDouble("xx:" + a + "|" + importance.indicators.get(j));
        importance.xx[i][j] = product;
        importance.xx[j][i] = product;
      }
    }
    return importance;
  }

  /**
   * Adds one document.
   *
   * @param polarities mean polarity, -1..1, of each indicator that it mentions; others than those
   *     of the sums are ignored
   * @param outcome its sentiment score or rating, in any unit
   */
  public void add(Map<String, Double> polarities, double outcome) {
    n++;
    y += outcome;
    yy += outcome * outcome;
    for (int i = 0; i < indicators.size(); i++) {
      Double own = polarities.get(indicators.get(i));
      if (own != null) {
        mentioned[i]++;
        x[i] += own;
        xy[i] += own * outcome;
        for (int j = 0; j < indicators.size(); j++) {
          xx[i][j] += own * polarities.getOrDefault(indicators.get(j), 0.0);
        }
      }
    }
  }

  /**
   * Adds the sums over other documents.
   *
   * @throws IllegalArgumentException where they are of other indicators
   */
  public void add(ImportanceSums other) {
    if (!indicators.equals(other.indicators)) {
      throw new IllegalArgumentException(
          "sums over " + other.indicators + " cannot be added to sums over " + indicators);
    }
    n += other.n;
    y += other.y;
    yy += other.yy;
    for (int i = 0; i < indicators.size(); i++) {
      mentioned[i] += other.mentioned[i];
      x[i] += other.x[i];
      xy[i] += other.xy[i];
      for (int j = 0; j < indicators.size(); j++) {
        xx[i][j] += other.xx[i][j];
      }
    }
  }

  /**
   * The effect of each indicator that enough documents mention: by how much the outcome rises, in
   * its unit, where the indicator is spoken of well instead of not at all. Empty where there are
   * fewer than ten documents for each indicator.
   */
  public SortedMap<String, Estimate> effects() {
    SortedMap<String, Estimate> effects = new TreeMap<>();
    int size = indicators.size();
    if (size == 0 || n < (long) SatisfactionIndex.MINIMUM * (size + 1)) {
      return effects;
    }
    double[][] centred = new double[size][size];
    double[][] ridged = new double[size][size];
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < size; j++) {
        centred[i][j] = xx[i][j] - x[i] * x[j] / n;
        ridged[i][j] = centred[i][j] + (i == j ? LAMBDA : 0);
      }
    }
    double[][] inverse = SquareMatrix.inverse(ridged);
    double[] effect = new double[size];
    double residual = yy - y * y / n;
    double parameters = 1;
    for (int i = 0; i < size; i++) {
      parameters += 1 - LAMBDA * inverse[i][i];
      for (int j = 0; j < size; j++) {
        effect[i] += inverse[i][j] * (xy[j] - x[j] * y / n);
      }
    }
    for (int i = 0; i < size; i++) {
      residual -= 2 * effect[i] * (xy[i] - x[i] * y / n);
      for (int j = 0; j < size; j++) {
        residual += effect[i] * centred[i][j] * effect[j];
      }
    }
    double freedom = n - parameters;
    double scatter = Math.max(0, residual) / freedom;
    for (int i = 0; i < size; i++) {
      if (mentioned[i] >= SatisfactionIndex.MINIMUM) {
        effects.put(
            indicators.get(i),
            new Estimate(effect[i], Math.sqrt(scatter * inverse[i][i]), freedom));
      }
    }
    return effects;
  }
}
