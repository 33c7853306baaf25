package org.vocstream.benchmarks;

/**
 * What a figure must keep to. Immutable.
 *
 * @param limit in the unit of the figure
 * @param atLeast true where the figure must not be below the limit, false where not above
 */
record Bound(double limit, boolean atLeast) {
  static Bound atLeast(double limit) {
    return new Bound(limit, true);
  }

  static Bound atMost(double limit) {
    return new Bound(limit, false);
  }

  boolean keeps(double value) {
    return atLeast ? value >= limit : value <= limit;
  }
}
