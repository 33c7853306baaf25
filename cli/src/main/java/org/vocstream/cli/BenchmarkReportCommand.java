package org.vocstream.cli;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.vocstream.report.Report;
import org.vocstream.report.ReportFormat;
import org.vocstream.report.ReportLanguage;
import org.vocstream.report.contents.CompetitorReport;
import org.vocstream.report.contents.ReportQuestion;
import org.vocstream.report.format.ReportFiles;
import org.vocstream.report.format.ReportFormats;
import org.vocstream.scoring.ModelFolder;
import org.vocstream.statistics.Period;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures how long a report over many mentions takes, and how much memory. */
@Command(
    name = "benchmark-report",
    description = {
      "Fills an embedded Elasticsearch of its own with made-up mentions, and times a report in all formats over them, with as many mentions in the period before.",
      "Exit code 1 where the report takes longer than --limit. What you have indexed is not touched. VOC_HEAP sets the heap: VOC_HEAP=1g scripts/voc benchmark-report"
    },
    mixinStandardHelpOptions = true,
    footerHeading = "%nExample:%n",
    footer = "  VOC_HEAP=1g scripts/voc benchmark-report --mentions 200000")
final class BenchmarkReportCommand implements Callable<Integer> {
  @Option(
      names = "--mentions",
      paramLabel = "N",
      defaultValue = "200000",
      description =
          "How many mentions the report is over, at the least. Default: ${DEFAULT-VALUE}.")
  long mentions;

  @Option(
      names = "--days",
      paramLabel = "N",
      defaultValue = "28",
      description = "How many days it is over. Default: ${DEFAULT-VALUE}.")
  int days;

  @Option(
      names = "--limit",
      paramLabel = "S",
      defaultValue = "60",
      description = "How long it may take, in seconds. Default: ${DEFAULT-VALUE}.")
  int limit;

  @Spec CommandSpec spec;

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (mentions < 1 || days < 1 || limit < 1) {
      throw UserError.usage("--mentions, --days and --limit must be 1 or more");
    }
    PrintWriter out = spec.commandLine().getOut();
    Progress progress = Progress.onStandardError(spec.commandLine().getErr());
    WorkDirectory work = WorkDirectory.ofUser().benchmark();
    work.delete();
    try (ElasticsearchStack stack = ElasticsearchStack.start(work, 0, progress::step)) {
      ElasticsearchClient client = stack.connection().client();
      new MadeUpIndex(client, progress).fill(2 * mentions, 2 * days, out);
      progress.step("making the report");
      return measure(client, work.root().resolve("reports"), out) ? ExitCode.OK : ExitCode.SOFTWARE;
    } finally {
      work.delete();
    }
  }

  /** Makes the report as {@code voc report} does; true where it keeps to the limit. */
  private boolean measure(ElasticsearchClient client, Path folder, PrintWriter out)
      throws IOException {
    LocalDate first = MadeUpIndex.FIRST.plusDays(days);
    Period period = Period.ofDays(first, first.plusDays(days - 1L));
    // The day after, whatever day it is.
    Clock clock = Clock.fixed(period.to().atStartOfDay(ZoneOffset.UTC).toInstant(), ZoneOffset.UTC);
    List<String> brands = MadeUpFeedback.BRANDS;
    ReportQuestion question =
        new ReportQuestion(
            brands.get(0),
            brands.subList(1, brands.size()),
            period.toString(),
            null,
            ReportLanguage.ZH,
            null,
            List.of(),
            Map.of());
    String name = ReportFiles.name(question.brand(), period, question.language());
    Steps steps = new Steps(out);
    PeakHeap heap = PeakHeap.fromNow();
    ModelFolder models = ModelFolder.bundled();
    Report report = new CompetitorReport(client, models, clock, Voc.Version.text()).of(question);
    steps.done("asking the index, choosing what to say");
    Map<String, byte[]> files = new TreeMap<>();
    for (ReportFormat format : ReportFormats.all().keySet()) {
      files.putAll(ReportFiles.render(report, name, List.of(format)));
      steps.done(format.code());
    }
    ReportFiles.write(files, folder);
    steps.done("writing the files");
    double seconds = steps.total();
    boolean kept = seconds <= limit;
    out.printf(
        Locale.ROOT,
        "%-44s %8.1f s%s%n",
        "the report, " + files.size() + " formats, " + period,
        seconds,
        kept ? "" : "  above the limit of " + limit + " s");
    files.forEach(
        (file, bytes) -> out.printf(Locale.ROOT, "%-44s %,8d kB%n", file, bytes.length / 1_000));
    out.printf(
        Locale.ROOT,
        "heap of this process at its fullest, with what was no longer needed: %,d of %,d MB%n",
        heap.megabytes(),
        PeakHeap.limit());
    out.flush();
    return kept;
  }

  /** Prints what each step took. For one thread. */
  private static final class Steps {
    private final PrintWriter out;
    private final long begin = System.nanoTime();
    private long last = begin;

    Steps(PrintWriter out) {
      this.out = out;
    }

    void done(String step) {
      long now = System.nanoTime();
      out.printf(Locale.ROOT, "%-44s %8.1f s%n", step, (now - last) / 1e9);
      out.flush();
      last = now;
    }

    /** Seconds of all steps together. */
    double total() {
      return (last - begin) / 1e9;
    }
  }
}
