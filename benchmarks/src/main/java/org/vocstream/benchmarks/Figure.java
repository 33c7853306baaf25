package org.vocstream.benchmarks;

/**
 * One measured number. Immutable.
 *
 * @param benchmark which benchmark measured it
 * @param name what it is, in words
 * @param value in {@code unit}; a ratio is a plain number, 0.6 for 60%
 * @param unit such as {@code reviews/s}; {@code ratio} for a ratio
 * @param bound what it must keep to, or null
 */
record Figure(String benchmark, String name, double value, String unit, Bound bound) {
  static final String RATIO = "ratio";

  boolean isRatio() {
    return unit.equals(RATIO);
  }

  boolean isMissed() {
    return bound != null && !bound.keeps(value);
  }
}
