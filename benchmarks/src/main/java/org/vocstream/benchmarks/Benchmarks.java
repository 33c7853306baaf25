package org.vocstream.benchmarks;

import java.util.List;
import org.vocstream.cli.Progress;
import org.vocstream.cli.WorkDirectory;

/** The benchmarks that there are. */
final class Benchmarks {
  /** Those of a quick run. */
  static final List<String> QUICK = List.of("scoring", "end-to-end", "queries");

  private Benchmarks() {}

  /**
   * All, in the order in which they run.
   *
   * @param work where servers keep what they need; deleted before and after
   */
  static List<Benchmark> all(Amounts amounts, WorkDirectory work, Progress progress) {
    return List.of(
        new ScoringBenchmark(amounts),
        new EndToEndBenchmark(amounts, work, progress),
        new GrowthBenchmark(amounts, work, progress),
        new RecoveryBenchmark(amounts, work, progress),
        new QueriesBenchmark(amounts, work, progress),
        new ReportBenchmark(amounts, work, progress),
        new PartsBenchmark(amounts));
  }
}
