package org.vocstream.cli;

import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.LoggerFactory;
import org.vocstream.elasticsearch.QuestionException;
import org.vocstream.elasticsearch.ReportRun;
import org.vocstream.elasticsearch.ReportRuns;
import org.vocstream.report.contents.CompetitorReport;
import org.vocstream.report.format.ReportFormats;
import org.vocstream.report.schedule.ReportPlans;
import org.vocstream.report.schedule.ReportService;
import org.vocstream.report.schedule.Setting;
import org.vocstream.statistics.Period;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Reports that nobody has to ask for. */
@Command(
    name = "schedule",
    description = {
      "Makes the reports of a file when they are due and delivers them to directories, by e-mail and to webhooks",
      "(docs/schedule.md). Runs until Ctrl-C, or with --once as a job of cron or Kubernetes."
    },
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  scripts/voc schedule --reports reports.yaml",
      "  scripts/voc schedule --reports reports.yaml --once",
      "  scripts/voc schedule --reports reports.yaml --reissue weekly --period 2026-W43",
      "  scripts/voc schedule --history"
    })
final class ScheduleCommand implements Callable<Integer> {
  private static final Duration LOOK_EVERY = Duration.ofMinutes(1);

  @Option(
      names = "--reports",
      paramLabel = "FILE",
      description = "The file of reports. Default: reports.yaml.")
  Path file = Path.of("reports.yaml");

  @Option(
      names = "--once",
      description =
          "Does what is due now and ends; what fails is tried again for --retry-for. Exit code 1 where something is not delivered.")
  boolean once;

  @Option(
      names = "--retry-for",
      paramLabel = "MINUTES",
      description = "With --once, --reissue: how long to try. Default: 10.")
  int retryMinutes = 10;

  @Option(
      names = "--reissue",
      paramLabel = "CODE",
      description =
          "Makes the report of this code for --period once more: a numbered revision that lists what has changed.")
  String reissue;

  @Option(
      names = "--period",
      paramLabel = "PERIOD",
      description = "With --reissue: the period of the report, such as 2026-W43.")
  String period;

  @Option(names = "--history", description = "Lists the newest runs and ends.")
  boolean history;

  @Mixin ModelsOption models;
  @Mixin ElasticsearchOptions elasticsearch;
  @Spec CommandSpec spec;

  /** Tells what is due. */
  Clock clock = Clock.systemUTC();

  /** Where what is made and not yet delivered is kept. */
  WorkDirectory work = WorkDirectory.ofUser();

  private final Map<ReportRun.Id, ReportRun> seen = new LinkedHashMap<>();

  @Override
  public Integer call() throws IOException, InterruptedException {
    if ((reissue == null) != (period == null)) {
      throw UserError.usage(
          "--reissue CODE and --period PERIOD go together: which report, and of which days");
    }
    if (retryMinutes < 0) {
      throw UserError.usage("--retry-for " + retryMinutes + ": write 0 or more minutes");
    }
    Period days = period == null ? null : UserError.unlessWrong(this::days);
    ReportPlans plans = history ? new ReportPlans(List.of()) : plans();
    Progress progress = Progress.onStandardError(spec.commandLine().getErr());
    try (ElasticsearchStack stack =
        ElasticsearchStack.open(elasticsearch.uri, work, progress::step)) {
      ReportRuns runs = new ReportRuns(stack.connection().client());
      if (history) {
        print(runs.newest());
        return 0;
      }
      CompetitorReport reports =
          new CompetitorReport(
              stack.connection().client(), models.load(), clock, Voc.Version.text());
      ReportService service =
          new ReportService(
              plans,
              runs,
              Setting.of(
                  (plan, of, language) -> reports.of(plan.question(of, language)),
                  ReportFormats.all(),
                  System.getenv(),
                  work.root().resolve("reports")),
              clock);
      if (reissue != null) {
        return revise(service, days);
      }
      return once ? toEnd(service) : serve(service);
    } catch (ElasticsearchException e) {
      throw UserError.failed("Elasticsearch: " + e.getMessage(), e);
    }
  }

  private Period days() {
    try {
      return Period.parse(period);
    } catch (IllegalArgumentException e) {
      throw QuestionException.wrong("period", e.getMessage());
    }
  }

  /** What is wrong with the file, or missing in the environment, is said before anything starts. */
  private ReportPlans plans() {
    ReportPlans plans;
    try {
      plans = ReportPlans.load(file);
    } catch (IOException e) {
      throw UserError.usage(
          "--reports "
              + file
              + " cannot be read; docs/schedule.md says what stands in such a file");
    }
    for (String variable : plans.variables()) {
      if (UserError.secret(variable).isEmpty()) {
        throw UserError.failed(
            variable + " is not set: a destination in " + file + " needs it from the environment");
      }
    }
    return plans;
  }

  private int revise(ReportService service, Period days) throws IOException, InterruptedException {
    ReportRun.Id id;
    try {
      id = service.reissue(reissue, days);
    } catch (QuestionException e) {
      throw UserError.of(e);
    }
    int code = toEnd(service);
    ReportRun run = seen.get(id);
    return run != null && run.state() == ReportRun.State.DELIVERED ? 0 : Math.max(1, code);
  }

  private int toEnd(ReportService service) throws IOException, InterruptedException {
    Instant until = clock.instant().plus(retryMinutes, ChronoUnit.MINUTES);
    while (true) {
      note(service.work());
      Optional<Instant> again =
          seen.values().stream()
              .filter(run -> !run.finished())
              .map(ReportRun::nextTryAt)
              .min(Instant::compareTo);
      if (again.isEmpty() || again.get().isAfter(until)) {
        break;
      }
      pause(Duration.between(clock.instant(), again.get()));
    }
    if (seen.isEmpty()) {
      out().println("nothing is due");
    }
    return seen.values().stream().allMatch(r -> r.state() == ReportRun.State.DELIVERED) ? 0 : 1;
  }

  /** Returns only by Ctrl-C, which ends the process. */
  private int serve(ReportService service) throws InterruptedException {
    Instant told = null;
    while (true) {
      Duration rest = LOOK_EVERY;
      try {
        note(service.work());
        Instant next = service.next().orElse(null);
        if (next != null && !next.equals(told)) {
          out().println("next at " + next.truncatedTo(ChronoUnit.SECONDS));
          out().flush();
          told = next;
        }
        if (next != null) {
          Duration left = Duration.between(clock.instant(), next);
          rest = left.compareTo(rest) < 0 ? left : rest;
        }
      } catch (IOException | ElasticsearchException e) {
        // The service outlives an index that is away.
        LoggerFactory.getLogger(ScheduleCommand.class).warn("the index is away", e);
        spec.commandLine()
            .getErr()
            .println("voc: " + Voc.rootMessage(e) + "; tried again in a minute");
      }
      pause(rest);
    }
  }

  private static void pause(Duration time) throws InterruptedException {
    // Nothing counts it down: Ctrl-C ends the process.
    new CountDownLatch(1).await(Math.max(1, time.toMillis()), TimeUnit.MILLISECONDS);
  }

  private void note(List<ReportRun> runs) {
    for (ReportRun run : runs) {
      seen.put(run.id(), run);
      out().println(line(run));
    }
    out().flush();
  }

  private static String line(ReportRun run) {
    List<String> words = new ArrayList<>();
    words.add(run.id().plan());
    words.add(run.id().period().toString());
    if (run.id().revision() > 1) {
      words.add("revision " + run.id().revision());
    }
    words.add(run.state().code());
    run.deliveries().stream()
        .filter(d -> d.at() != null)
        .forEach(d -> words.add("[" + d.destination() + "]"));
    if (run.error() != null) {
      words.add("- " + run.error());
    }
    if (run.nextTryAt() != null) {
      words.add("- tried again at " + run.nextTryAt().truncatedTo(ChronoUnit.SECONDS));
    }
    return String.join(" ", words);
  }

  private void print(List<ReportRun> runs) {
    if (runs.isEmpty()) {
      out().println("no report was due yet");
      return;
    }
    TextTable table =
        new TextTable("report", List.of("period", "revision", "state", "due", "made", "error"));
    for (ReportRun run : runs) {
      table.row(
          run.id().plan(),
          List.of(
              run.id().period().toString(),
              String.valueOf(run.id().revision()),
              run.state().code(),
              minute(run.dueAt()),
              minute(run.madeAt()),
              run.error() == null ? "" : run.error()));
    }
    table.print(out());
    out().flush();
  }

  private static String minute(Instant at) {
    return at == null
        ? "-"
        : at.atOffset(ZoneOffset.UTC).truncatedTo(ChronoUnit.MINUTES).toString();
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }
}
