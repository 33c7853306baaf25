package org.vocstream.statistics.alert;

/**
 * The mentions of one series on one day. Immutable.
 *
 * @param day days since 1970-01-01
 * @param n number of mentions, 0 or more
 * @param negative negative ones among them
 */
public record DayCounts(long day, long n, long negative) {
  /**
   * Checks the counts.
   *
   * @throws IllegalArgumentException where negative is not in 0..n
   */
  public DayCounts {
    if (negative < 0 || negative > n) {
      throw new IllegalArgumentException(
          "day " + day + ": " + negative + " negative mentions of " + n + " cannot be");
    }
  }

  /** A day without mentions. */
  public static DayCounts none(long day) {
    return new DayCounts(day, 0, 0);
  }

  /** The mentions of both, on this day. */
  public DayCounts plus(DayCounts other) {
    return new DayCounts(day, n + other.n, negative + other.negative);
  }

  /** 0 for Thursday (1970-01-01 was one) to 6 for Wednesday. */
  int weekday() {
    return (int) Math.floorMod(day, 7L);
  }
}
