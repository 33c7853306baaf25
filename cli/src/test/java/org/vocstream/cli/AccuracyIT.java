package org.vocstream.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vocstream.cli.VocProcess.Result;
import org.vocstream.scoring.ModelFolder;
import org.vocstream.scoring.TrainedModels;
import org.vocstream.training.AccuracyPage;
import org.vocstream.training.ScoreTable;

/**
 * Holds the models to docs/accuracy.json: no measure may fall by more than a point. Where the
 * labelled data does not stand beside the project, or is other data than was measured, only what
 * comes with the project is measured. A table that is out of date is renewed with the command in
 * CONTRIBUTING.md.
 */
class AccuracyIT {
  private static final Path DATA = VocProcess.HOME.resolve("../shared/data");
  private static final Path TABLE = VocProcess.HOME.resolve("docs/accuracy.json");
  private static final Path PAGE = VocProcess.HOME.resolve("docs/accuracy.md");

  @TempDir Path work;

  @Test
  void noMeasureIsWorseThanTheCommittedTable() throws Exception {
    boolean data = Files.isDirectory(DATA);
    if (!data) {
      System.err.println("the labelled data is not beside the project: cases and sample feed only");
    }
    Result now =
        data
            ? evaluate("all", "--no-baselines", "--effort", "deep", "--data", DATA.toString())
            : evaluate("cases");
    assertThat(now.exitCode()).as(now.err()).isZero();
    assertThat(now.err()).contains("compared ");
    assertThat(now.out()).contains("sample feed", "cases: negation");
  }

  private Result evaluate(String suite, String... more) throws Exception {
    String[] arguments = new String[5 + more.length];
    System.arraycopy(
        new String[] {"evaluate", "--suite", suite, "--against", TABLE.toString()},
        0,
        arguments,
        0,
        5);
    System.arraycopy(more, 0, arguments, 5, more.length);
    return new VocProcess(work).run(arguments);
  }

  @Test
  void aDropEndsWithCodeOneAndSaysWhereAndHowMuch() throws Exception {
    ScoreTable table = ScoreTable.read(Files.readString(TABLE));
    Path better = work.resolve("better.json");
    Files.writeString(
        better,
        table
            .json()
            .replaceAll(
                "(\"measure\" : \"detection micro-F1\",(?s:.)*?\"ours\" : )0\\.\\d+", "$10.99"));
    Result now =
        new VocProcess(work).run("evaluate", "--suite", "cases", "--against", better.toString());
    assertThat(now.exitCode()).isEqualTo(1);
    assertThat(now.err())
        .containsPattern("sample feed, detection micro-F1: 0\\.\\d+, it was 0\\.99")
        .doesNotContain("pair micro-F1:");
  }

  @Test
  void theCommittedTableIsOfTheCommittedModelsAndThePageIsMadeFromIt() throws Exception {
    ScoreTable table = ScoreTable.read(Files.readString(TABLE));
    assertThat(table.models()).isEqualTo(TrainedModels.digests(ModelFolder.bundled()));
    String page = Files.readString(PAGE);
    assertThat(AccuracyPage.bundled().renewed(page, table)).isEqualTo(page);
  }
}
