package org.vocstream.report.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;
import org.vocstream.elasticsearch.Credentials;
import org.vocstream.elasticsearch.ElasticsearchConnection;
import org.vocstream.elasticsearch.EmbeddedElasticsearch;
import org.vocstream.elasticsearch.QuestionException;
import org.vocstream.elasticsearch.ReportRun;
import org.vocstream.elasticsearch.ReportRuns;
import org.vocstream.elasticsearch.Schema;
import org.vocstream.elasticsearch.ServerOptions;
import org.vocstream.report.Report;
import org.vocstream.report.ReportFormat;
import org.vocstream.report.ReportLanguage;
import org.vocstream.report.ReportRenderer;
import org.vocstream.report.format.ReportFiles;
import org.vocstream.statistics.Period;

/** Weeks of a service on a clock of the test, its history in a real Elasticsearch. */
final class ReportServiceIT {
  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
  private static final Instant SUNDAY = Instant.parse("2026-10-04T12:00:00Z");

  @TempDir static Path home;
  private static EmbeddedElasticsearch server;
  private static ElasticsearchConnection connection;

  @TempDir Path folder;
  private final SetClock clock = new SetClock(SUNDAY);
  private final List<String> delivered = new ArrayList<>();
  private final Set<String> refusing = new TreeSet<>();
  private final List<Period> made = new ArrayList<>();
  private double index = 71.4;
  private RuntimeException wrong;
  private String plan;

  @BeforeAll
  static void start() throws IOException, InterruptedException {
    server =
        EmbeddedElasticsearch.start(
            ServerOptions.of(Path.of("../elasticsearch/embedded/target/server"), home)
                .withPort(0)
                .withHeapMegabytes(256)
                .withJvmOptions("-XX:TieredStopAtLevel=1"),
            System.out::println);
    connection = ElasticsearchConnection.open(server.uri(), Credentials.none());
    new Schema(connection.client()).ensure();
  }

  @AfterAll
  static void stop() throws IOException {
    connection.close();
    server.close();
  }

  /** Each test has a plan of its own, so a history of its own. */
  @BeforeEach
  void name(TestInfo test) {
    plan = test.getTestMethod().orElseThrow().getName().toLowerCase(Locale.ROOT);
  }

  @Test
  void deliversOneReportAWeek() throws Exception {
    ReportService service = service("0 8 * * MON", SHANGHAI, "directory", "webhook");
    for (int hour = 0; hour < 21 * 24; hour++) {
      service.work();
      clock.pass(Duration.ofHours(1));
    }
    // That of the Monday before the start was caught up, once.
    assertThat(made)
        .containsExactly(
            Period.parse("2026-W39"),
            Period.parse("2026-W40"),
            Period.parse("2026-W41"),
            Period.parse("2026-W42"));
    assertThat(delivered).hasSize(8).doesNotHaveDuplicates();
    ReportRun run = run("2026-W42", 1);
    assertThat(run.state()).isEqualTo(ReportRun.State.DELIVERED);
    assertThat(run.dueAt()).isEqualTo("2026-10-19T00:00:00Z");
    assertThat(run.summary()).containsExactly("A has 71.4");
  }

  @Test
  void catchesUpOnceAfterARestart() throws Exception {
    service("0 8 * * MON", SHANGHAI, "directory").work();
    clock.pass(Duration.ofDays(24));
    ReportService restarted = service("0 8 * * MON", SHANGHAI, "directory");
    restarted.work();
    restarted.work();
    assertThat(made).containsExactly(Period.parse("2026-W39"), Period.parse("2026-W43"));
  }

  @Test
  void wakesWhenSomethingIsDue() throws Exception {
    ReportService service = service("0 8 * * MON", SHANGHAI, "directory");
    service.work();
    assertThat(service.next()).contains(Instant.parse("2026-10-05T00:00:00Z"));
  }

  /** In Berlin 2026-10-25 has half past two twice. */
  @Test
  void deliversOnceInTheHourThatComesTwice() throws Exception {
    clock.set(Instant.parse("2026-10-24T12:00:00Z"));
    ReportService service = service("30 2 * * SUN", ZoneId.of("Europe/Berlin"), "directory");
    for (int quarter = 0; quarter < 4 * 48; quarter++) {
      service.work();
      clock.pass(Duration.ofMinutes(15));
    }
    assertThat(made).containsExactly(Period.parse("2026-W41"), Period.parse("2026-W42"));
  }

  @Test
  void triesAgainOnlyWhatFailed() throws Exception {
    refusing.add("webhook");
    ReportService service = service("0 8 * * MON", SHANGHAI, "directory", "webhook");
    service.work();
    assertThat(delivered).containsExactly("directory 2026-W39 r1");
    ReportRun failed = run("2026-W39", 1);
    assertThat(failed.state()).isEqualTo(ReportRun.State.MADE);
    assertThat(failed.error()).contains("webhook refuses");
    assertThat(service.next()).contains(clock.instant().plus(Duration.ofMinutes(1)));

    service.work();
    assertThat(run("2026-W39", 1).attempts()).as("not before its time").isEqualTo(1);

    refusing.clear();
    clock.pass(Duration.ofMinutes(1));
    // The index has changed meanwhile, but every destination gets the same.
    index = 50;
    service.work();
    assertThat(delivered).containsExactly("directory 2026-W39 r1", "webhook 2026-W39 r1");
    assertThat(run("2026-W39", 1).state()).isEqualTo(ReportRun.State.DELIVERED);
    assertThat(made).hasSize(1);
    assertThat(folder.resolve("spool")).isEmptyDirectory();
  }

  @Test
  void givesUpAtLast() throws Exception {
    refusing.add("webhook");
    ReportService service = service("0 8 * * MON", SHANGHAI, "webhook");
    for (int i = 0; i < 6 * 60; i++) {
      service.work();
      clock.pass(Duration.ofMinutes(1));
    }
    ReportRun run = run("2026-W39", 1);
    assertThat(run.state()).isEqualTo(ReportRun.State.FAILED);
    assertThat(run.attempts()).isEqualTo(ReportService.TRIES);
  }

  @Test
  void doesNotAskTwiceWhereThereIsNothing() throws Exception {
    wrong = QuestionException.nothing("nothing is known of these brands");
    ReportService service = service("0 8 * * MON", SHANGHAI, "directory");
    service.work();
    assertThat(run("2026-W39", 1).state()).isEqualTo(ReportRun.State.FAILED);
    assertThat(run("2026-W39", 1).error()).contains("nothing is known");
    assertThat(delivered).isEmpty();
  }

  @Test
  void revisesWithANumberAndSaysWhatChanged() throws Exception {
    ReportService service = service("0 8 * * MON", SHANGHAI, "directory");
    service.work();
    index = 69.2;
    clock.pass(Duration.ofDays(1));
    service.reissue(plan, Period.parse("2026-W39"));
    service.work();
    // The Monday's own report came due as well.
    assertThat(delivered)
        .containsExactlyInAnyOrder(
            "directory 2026-W39 r1", "directory 2026-W40 r1", "directory 2026-W39 r2");
    String file =
        Files.readString(folder.resolve("out/" + plan + "_2026-09-21_2026-09-27_en_r2.html"));
    assertThat(file).contains("71.4 (60.0–80.0)", "69.2 (60.0–80.0)", "1 numbers differ");
  }

  @Test
  void revisesNothingThatWasNeverMade() throws IOException {
    ReportService service = service("0 8 * * MON", SHANGHAI, "directory");
    assertThatThrownBy(() -> service.reissue(plan, Period.parse("2026-W20")))
        .isInstanceOf(QuestionException.class)
        .hasMessageContaining("nothing to revise");
    assertThatThrownBy(() -> service.reissue("other", Period.parse("2026-W20")))
        .hasMessageContaining("the file has " + plan);
  }

  @Test
  void leavesWhatAnotherServiceHolds() throws Exception {
    ReportRuns runs = new ReportRuns(connection.client());
    ReportRun.Id id = new ReportRun.Id(plan, Period.parse("2026-W39"), 1);
    runs.add(
        ReportRun.due(id, "A", clock.instant(), List.of("directory directory"))
            .held(clock.instant().plus(Duration.ofMinutes(30))));
    ReportService service = service("0 8 * * MON", SHANGHAI, "directory");
    service.work();
    assertThat(made).isEmpty();
    // Whoever held it is gone.
    clock.pass(Duration.ofMinutes(31));
    service.work();
    assertThat(made).containsExactly(Period.parse("2026-W39"));
  }

  private ReportRun run(String period, int revision) throws IOException {
    return new ReportRuns(connection.client())
        .find(new ReportRun.Id(plan, Period.parse(period), revision))
        .orElseThrow()
        .run();
  }

  private ReportService service(String cron, ZoneId zone, String... destinations) {
    List<Destination> to = new ArrayList<>();
    for (String destination : destinations) {
      to.add(new Destination.Directory(Path.of(destination)));
    }
    ReportPlan weekly =
        new ReportPlan(
            plan,
            Timetable.parse(cron, zone),
            Span.parse("last-week"),
            "A",
            List.of("B"),
            "previous",
            Map.of(),
            null,
            List.of(ReportLanguage.EN),
            Set.of(ReportFormat.HTML),
            to);
    Setting setting =
        new Setting(
            (p, period, language) -> {
              if (wrong != null) {
                throw wrong;
              }
              made.add(period);
              return RevisionTest.report(index, 100);
            },
            Map.of(ReportFormat.HTML, new Text()),
            this::deliver,
            folder.resolve("spool"));
    return new ReportService(
        new ReportPlans(List.of(weekly)), new ReportRuns(connection.client()), setting, clock);
  }

  private void deliver(Parcel parcel, Destination to) throws IOException {
    String name = ((Destination.Directory) to).path().toString();
    if (refusing.contains(name)) {
      throw new IOException(name + " refuses");
    }
    ReportFiles.write(parcel.files(), folder.resolve("out"));
    int week = parcel.id().period().from().get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
    delivered.add(name + " 2026-W" + week + " r" + parcel.id().revision());
  }

  /** All figures and statements, a line each. */
  private static final class Text implements ReportRenderer {
    @Override
    public ReportFormat format() {
      return ReportFormat.HTML;
    }

    @Override
    public byte[] render(Report report) {
      return report
          .chapters()
          .toString()
          .concat(Figures.of(report).toString())
          .getBytes(StandardCharsets.UTF_8);
    }
  }

  /** A clock that stands until it is told to move. */
  private static final class SetClock extends Clock {
    private Instant now;

    SetClock(Instant now) {
      this.now = now;
    }

    void set(Instant to) {
      now = to;
    }

    void pass(Duration time) {
      now = now.plus(time);
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      throw new UnsupportedOperationException();
    }
  }
}
