package org.vocstream.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The benchmark of the report fills an index of its own, makes every format, and cleans up. */
class BenchmarkReportIT {
  @TempDir Path work;

  @Test
  void theReportIsTimedInAllFormatsWithItsHeapAndNothingIsLeft() throws Exception {
    VocProcess.Result result =
        new VocProcess(work).run("benchmark-report", "--mentions=600", "--days=4", "--limit=600");
    assertThat(result.exitCode()).as(result.err()).isZero();
    assertThat(result.out())
        .containsPattern(
            "1,20[0-9] mentions of \\d+ feedback, [\\d,]+ daily cells, 6 brands, 8 days")
        .containsPattern("(?m)^pdf +[\\d.]+ s$")
        .containsPattern("(?m)^the report, 4 formats, 2026-07-05\\.\\.2026-07-08 +[\\d.]+ s$")
        .containsPattern("voc-report_甲_2026-07-05_2026-07-08_zh\\.xlsx +[\\d,]+ kB")
        .containsPattern("heap .*: [\\d,]+ of [\\d,]+ MB")
        .doesNotContain("above the limit");
    assertThat(Files.exists(work.resolve("benchmark"))).isFalse();
  }
}
