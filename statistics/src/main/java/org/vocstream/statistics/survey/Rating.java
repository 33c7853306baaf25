package org.vocstream.statistics.survey;

/**
 * One answer, on the scale 0 (worst) to 100 (best): {@code 100 * (value - low) / (high - low)}, so
 * that questionnaires with different scales can be compared. Immutable.
 *
 * @param indicator code of the indicator
 * @param performance how good it is, 0..100, or null
 * @param expectation what was expected of it, 0..100, or null
 * @param topTwo whether the performance is one of the two best values; null where there is none, or
 *     the scale has fewer than four
 * @param scale the scale as it was asked: {@code 1-5}
 */
public record Rating(
    String indicator, Double performance, Double expectation, Boolean topTwo, String scale) {
  private static final int FEWEST_STEPS = 3;

  /**
   * An answer as it was given.
   *
   * @param performance low..high, or null
   * @param expectation low..high, or null
   * @throws IllegalArgumentException where {@code low} is not below {@code high}
   */
  public static Rating of(
      String indicator, Double performance, Double expectation, int low, int high) {
    if (low >= high) {
      throw new IllegalArgumentException("there is no scale " + low + "-" + high);
    }
    return new Rating(
        indicator,
        scaled(performance, low, high),
        scaled(expectation, low, high),
        (performance == null || high - low < FEWEST_STEPS) ? null : performance >= high - 1,
        low + "-" + high);
  }

  private static Double scaled(Double value, int low, int high) {
    return value == null ? null : 100 * (value - low) / (high - low);
  }
}
