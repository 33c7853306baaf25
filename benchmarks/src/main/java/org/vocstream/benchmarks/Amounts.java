package org.vocstream.benchmarks;

import java.util.List;

/**
 * How much is measured with. Immutable.
 *
 * @param seconds of processor time for each measure of scoring
 * @param rounds how often a measure is repeated; its median counts
 * @param feedback from end to end in each round
 * @param mentions that the views and half of those that the report are asked over
 * @param days over which mentions are spread
 * @param times how often each view is asked
 * @param growth how many feedback have come by after each step of growth
 */
record Amounts(
    int seconds,
    int rounds,
    int feedback,
    long mentions,
    int days,
    int times,
    List<Integer> growth) {

  /** As the published figures are measured. */
  static Amounts full() {
    return new Amounts(4, 5, 15_000, 1_000_000, 90, 11, List.of(10_000, 100_000, 1_000_000));
  }

  /** In less than ten minutes on two cores. */
  static Amounts quick() {
    return new Amounts(2, 3, 15_000, 50_000, 30, 5, List.of(5_000, 20_000));
  }

  /** The same with a share of everything that takes long. */
  Amounts scaled(double share) {
    return new Amounts(
        (int) Math.max(1, Math.ceil(seconds * Math.min(1, share))),
        rounds,
        (int) Math.max(1, feedback * share),
        (long) Math.max(1, mentions * share),
        (int) Math.max(2, days * Math.min(1, share)),
        times,
        growth.stream().map(n -> (int) Math.max(1, n * share)).toList());
  }
}
