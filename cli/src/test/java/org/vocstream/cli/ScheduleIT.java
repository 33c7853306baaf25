package org.vocstream.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** {@code scripts/voc schedule} with the file of the sample, on the Monday after its last week. */
@ExtendWith(ScoredSample.Given.class)
class ScheduleIT {
  private static final Clock MONDAY =
      Clock.fixed(Instant.parse("2026-10-26T00:20:00Z"), ZoneOffset.UTC);
  private static final String NAME = "weekly_2026-10-19_2026-10-25_";

  @TempDir Path folder;
  private Path reports;
  private String plan;
  private ScoredSample sample;

  @BeforeEach
  void aFileThatDeliversHere(ScoredSample given) throws IOException {
    sample = given;
    reports = folder.resolve("reports");
    plan =
        Files.readString(VocProcess.HOME.resolve("sample/reports.yaml"))
            .replace("directory: reports", "directory: " + reports);
  }

  @Test
  void aReportIsMadeOnceAndRevisedOnlyWhereSomebodyAsksForIt() throws Exception {
    ScoredSample.Answer first = schedule("--once");
    assertThat(first.exit()).as(first.err()).isZero();
    assertThat(first.out()).contains("weekly 2026-10-19..2026-10-25 delivered [");
    assertThat(files())
        .containsExactly(NAME + "en.pdf", NAME + "en.xlsx", NAME + "zh.pdf", NAME + "zh.xlsx");
    byte[] sent = Files.readAllBytes(reports.resolve(NAME + "zh.pdf"));

    ScoredSample.Answer second = schedule("--once");
    assertThat(second.exit()).isZero();
    assertThat(second.out().strip()).isEqualTo("nothing is due");

    addALateReview();
    ScoredSample.Answer revised = schedule("--reissue", "weekly", "--period", "2026-W43");
    assertThat(revised.exit()).as(revised.err()).isZero();
    assertThat(revised.out()).contains("weekly 2026-10-19..2026-10-25 revision 2 delivered [");
    assertThat(files())
        .hasSize(8)
        .contains(NAME + "zh_r2.pdf", NAME + "zh_r2.xlsx", NAME + "en_r2.xlsx");
    assertThat(reports.resolve(NAME + "zh.pdf")).hasBinaryContent(sent);
    assertThat(changes(reports.resolve(NAME + "zh_r2.xlsx"), "修订说明")).isPositive();
    assertThat(changes(reports.resolve(NAME + "en_r2.xlsx"), "What has changed")).isPositive();

    assertThat(schedule("--history").out().lines().skip(1))
        .hasSize(2)
        .allMatch(
            line -> line.matches(" *weekly +2026-10-19\\.\\.2026-10-25 +[12] +delivered +2026.*"));
  }

  @Test
  void whatIsWrongIsSaidBeforeAnythingIsMade() throws IOException {
    String good = plan;
    plan = good.replace("zone: Asia/Shanghai", "zone: Asia/Shanghay");
    ScoredSample.Answer broken = schedule("--once");
    assertThat(broken.exit()).isEqualTo(1);
    assertThat(broken.err())
        .contains("reports.yaml:5:", "zone", "write a time zone like Asia/Shanghai")
        .doesNotContain("\tat ");

    plan =
        good.replace("      # - webhook", "      - webhook")
            .replace("      #   headers", "        headers")
            .replace("      #     - name", "          - name")
            .replace(
                "      #       from_environment: VOC_", "            from_environment: NO_VOC_");
    ScoredSample.Answer secret = schedule("--once");
    assertThat(secret.exit()).isEqualTo(1);
    assertThat(secret.err()).contains("NO_VOC_REPORT_TOKEN is not set");

    plan = good;
    ScoredSample.Answer unknown = schedule("--reissue", "monthly", "--period", "2026-W43");
    assertThat(unknown.exit()).isEqualTo(2);
    assertThat(unknown.err()).contains("there is no report monthly; the file has weekly");
    ScoredSample.Answer half = schedule("--reissue", "weekly");
    assertThat(half.exit()).isEqualTo(2);
    assertThat(half.err()).contains("--reissue CODE and --period PERIOD go together");
    assertThat(reports).doesNotExist();
  }

  /** Runs the command on that Monday. */
  private ScoredSample.Answer schedule(String... options) throws IOException {
    Path file = Files.writeString(folder.resolve("reports.yaml"), plan);
    CommandLine commands = Voc.commandLine();
    ScheduleCommand command = commands.getSubcommands().get("schedule").getCommand();
    command.clock = MONDAY;
    command.work = new WorkDirectory(folder.resolve("work"));
    return sample.run(
        commands,
        Stream.concat(
                Stream.of("schedule", "--retry-for", "0", "--reports", file.toString()),
                Stream.of(options))
            .toArray(String[]::new));
  }

  private void addALateReview() throws IOException, InterruptedException {
    sample.add(
        Files.writeString(
            folder.resolve("late.jsonl"),
            "{\"id\": \"late\", \"source\": \"late\", \"channel\": \"review\", \"brand\": \"沐禾\","
                + " \"author\": \"late\", \"published_at\": \"2026-10-21T10:00:00+08:00\","
                + " \"text\": \"物流很快，第二天就到了\"}\n"));
  }

  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.list(reports)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  /** How many numbers the chapter of a revision lists. */
  private static long changes(Path workbook, String chapter) throws IOException {
    try (XSSFWorkbook book = new XSSFWorkbook(Files.newInputStream(workbook))) {
      XSSFSheet sheet = book.getSheet(chapter);
      long rows = 0;
      for (var row : sheet) {
        rows +=
            row.getCell(2) != null
                    && !row.getCell(1)
                        .getStringCellValue()
                        .equals(row.getCell(2).getStringCellValue())
                ? 1
                : 0;
      }
      // Without the header.
      return rows - 1;
    }
  }
}
