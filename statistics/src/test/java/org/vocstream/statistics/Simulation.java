package org.vocstream.statistics;

import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.Predicate;

/**
 * One line of {@code docs/simulations.md}: what came of so many constructed corpora.
 *
 * @param subject what is simulated
 * @param setting the corpora
 * @param runs how many of them
 * @param seen share of runs in which it came about, 0..1
 * @param atLeast what is promised, at least
 * @param atMost what is promised, at most
 */
record Simulation(
    String subject, String setting, int runs, double seen, double atLeast, double atMost) {
  private static final long SEED = 20261122;

  /** The share of runs that pass, each with randomness of its own. */
  static Simulation of(
      String subject,
      String setting,
      int runs,
      double atLeast,
      double atMost,
      Predicate<SplittableRandom> passes) {
    SplittableRandom seeds = new SplittableRandom(SEED);
    int passed = 0;
    for (int run = 0; run < runs; run++) {
      passed += passes.test(seeds.split()) ? 1 : 0;
    }
    return new Simulation(subject, setting, runs, (double) passed / runs, atLeast, atMost);
  }

  /** True where the promise is kept. */
  boolean kept() {
    return seen >= atLeast && seen <= atMost;
  }

  /** The line of the table. */
  String line() {
    return String.format(
        Locale.ROOT,
        "| %s | %s | %,d | %.1f%% | %s |",
        subject,
        setting,
        runs,
        100 * seen,
        promise());
  }

  private String promise() {
    if (atLeast == 0 && atMost == 1) {
      return "none";
    }
    if (atLeast == 0) {
      return String.format(Locale.ROOT, "at most %.0f%%", 100 * atMost);
    }
    if (atMost == 1) {
      return String.format(Locale.ROOT, "at least %.0f%%", 100 * atLeast);
    }
    return String.format(Locale.ROOT, "%.0f%% to %.0f%%", 100 * atLeast, 100 * atMost);
  }
}
