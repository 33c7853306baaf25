package org.vocstream.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.vocstream.cli.Progress;
import org.vocstream.cli.WorkDirectory;

/**
 * Each benchmark, with next to nothing to measure, tells its figures and leaves nothing behind.
 * What the figures are is not judged here: this is a machine with other work.
 */
@Timeout(400)
class BenchmarksIT {
  /** Enough mentions that the report finds each brand. */
  private static final Amounts LITTLE = new Amounts(1, 1, 60, 3_000, 4, 1, List.of(40, 80));

  @TempDir Path home;

  private final Figures figures = new Figures(new PrintWriter(new StringWriter()));
  private final Progress progress =
      new Progress(new PrintWriter(new StringWriter()), false, System::nanoTime);

  @Test
  void fromEndToEndEveryDocumentOfTheJobIsIndexedOnceMoreAlone() throws Exception {
    measure("end-to-end");
    assertThat(value("documents of a feedback")).isGreaterThan(1);
    assertThat(value("speed of the whole way beside bulk requests alone, by the clock"))
        .isBetween(0.0, 1.5);
    assertThat(value("times that the job wrote a document")).isGreaterThanOrEqualTo(1);
    assertThat(value("10,000 feedback: the job")).isPositive();
  }

  @Test
  @EnabledIfSystemProperty(named = "long.checks", matches = "true")
  void growthTellsCostHeapAndState() throws Exception {
    measure("growth");
    assertThat(value("after 40: a feedback, job and Elasticsearch")).isPositive();
    assertThat(value("heap in use of a TaskManager after the last step")).isPositive();
    assertThat(value("state of a million feedback")).isPositive();
    assertThat(value("brands")).isEqualTo(50);
    assertThat(value("daily cells")).isGreaterThan(10);
  }

  @Test
  @EnabledIfSystemProperty(named = "long.checks", matches = "true")
  void recoveryTellsHowLongAJobStandsStill() throws Exception {
    measure("recovery");
    double running = value("TaskManager killed: until all tasks run again");
    assertThat(running).isPositive();
    assertThat(value("TaskManager killed: until the index grows again"))
        .isGreaterThanOrEqualTo(running);
    assertThat(value("feedback remembered when it was killed last")).isEqualTo(60);
  }

  @Test
  void everyViewIsTimedAmongWhatWasMadeUp() throws Exception {
    measure("queries");
    assertThat(value("mentions")).isBetween(3_000.0, 3_005.0);
    assertThat(figures.all().stream().filter(f -> f.bound() != null).map(Figure::name))
        .contains(
            "overview, median",
            "trend, days, median",
            "priorities, median",
            "voices, searched, median",
            "alerts, median");
    assertThat(figures.all())
        .extracting(Figure::name)
        .contains("compare, by author (no view), once");
  }

  @Test
  @EnabledIfSystemProperty(named = "long.checks", matches = "true")
  void theReportIsTimedInAllFormats() throws Exception {
    measure("report");
    assertThat(figures.all())
        .extracting(Figure::name)
        .contains("pdf", "docx", "xlsx", "html", "all steps, 4 files");
    assertThat(value("heap at its fullest, with what was no longer needed")).isPositive();
  }

  private void measure(String name) throws Exception {
    WorkDirectory work = new WorkDirectory(home.resolve("work"));
    for (Benchmark benchmark : Benchmarks.all(LITTLE, work, progress)) {
      if (benchmark.name().equals(name)) {
        benchmark.measure(figures);
      }
    }
    assertThat(figures.all()).isNotEmpty().allMatch(figure -> figure.benchmark().equals(name));
    assertThat(Files.exists(work.root())).isFalse();
  }

  private double value(String name) {
    return figures.all().stream()
        .filter(figure -> figure.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + name + " in " + figures.all()))
        .value();
  }
}
