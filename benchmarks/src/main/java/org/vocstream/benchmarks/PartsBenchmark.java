package org.vocstream.benchmarks;

import java.util.Comparator;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** What each part that a feedback passes takes, by JMH: {@link Parts}. By the clock. */
final class PartsBenchmark implements Benchmark {
  private final Amounts amounts;

  PartsBenchmark(Amounts amounts) {
    this.amounts = amounts;
  }

  @Override
  public String name() {
    return "parts";
  }

  @Override
  public void measure(Figures figures) throws RunnerException {
    TimeValue each = TimeValue.seconds(amounts.seconds());
    new Runner(
            new OptionsBuilder()
                .include(Parts.class.getName())
                .forks(1)
                .warmupIterations(2)
                .warmupTime(each)
                .measurementIterations(amounts.rounds())
                .measurementTime(each)
                .verbosity(VerboseMode.SILENT)
                .build())
        .run().stream()
            .sorted(Comparator.comparing(PartsBenchmark::part))
            .forEach(
                result ->
                    figures.tell(name(), part(result), result.getPrimaryResult().getScore(), "us"));
  }

  private static String part(RunResult result) {
    return result.getPrimaryResult().getLabel();
  }
}
