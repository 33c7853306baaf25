package org.vocstream.statistics;

/**
 * How far one part (an indicator, a topic, a touchpoint) raises or lowers the index of the whole.
 * Immutable.
 *
 * <p>{@code n(t)·(S(t) - S) / (N - n(t))}, which equals S minus the index of the whole without t: a
 * weighted mean taken apart. Worked example: 20 of 100 mentions have index 30, the whole 70: 20 ·
 * (30 - 70)/80 = -10; without them the index is 80.
 *
 * @param value points the part adds to the whole; below 0 where it lowers it
 * @param without the index of the whole without the part, 0..100
 */
public record Impact(double value, double without) {

  /**
   * The impact of a part on the whole that contains it.
   *
   * @throws IllegalArgumentException where the part has no mention, or nothing is left without it
   */
  public static Impact of(ClusterSums part, ClusterSums whole) {
    if (part.n() == 0 || part.n() >= whole.n()) {
      throw new IllegalArgumentException(
          "no impact of " + part.n() + " mentions on a whole of " + whole.n());
    }
    double value = part.n() * (part.mean() - whole.mean()) / (whole.n() - part.n());
    return new Impact(value, whole.mean() - value);
  }
}
