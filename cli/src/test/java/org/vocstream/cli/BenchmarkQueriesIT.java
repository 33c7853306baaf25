package org.vocstream.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The benchmark of the page's views fills an index of its own, asks every view, and cleans up. */
class BenchmarkQueriesIT {
  @TempDir Path work;

  @Test
  void everyViewIsTimedOverWhatWasMadeUpAndNothingIsLeft() throws Exception {
    VocProcess.Result result =
        new VocProcess(work)
            .run("benchmark-queries", "--mentions=600", "--days=4", "--times=1", "--limit=300000");
    assertThat(result.exitCode()).as(result.err()).isZero();
    assertThat(result.out())
        .containsPattern("60[0-9] mentions of \\d+ feedback, [\\d,]+ daily cells, 6 brands, 4 days")
        .contains(
            "compare, by author",
            "no view: asked once, not judged",
            "trend, days",
            "priorities",
            "voices, searched",
            "alerts")
        .doesNotContain("above the limit");
    assertThat(Files.exists(work.resolve("benchmark"))).isFalse();
  }
}
