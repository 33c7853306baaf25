package org.vocstream.benchmarks;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.vocstream.cli.Progress;
import org.vocstream.cli.Voc;
import org.vocstream.cli.WorkDirectory;
import org.vocstream.report.Report;
import org.vocstream.report.ReportFormat;
import org.vocstream.report.ReportLanguage;
import org.vocstream.report.contents.CompetitorReport;
import org.vocstream.report.contents.ReportQuestion;
import org.vocstream.report.format.ReportFiles;
import org.vocstream.report.format.ReportFormats;
import org.vocstream.scoring.ModelFolder;
import org.vocstream.statistics.Period;

/**
 * How long a report in all formats over many made-up mentions takes, with as many in the period
 * before, and how full the heap of this process gets; {@code VOC_HEAP} sets that.
 */
final class ReportBenchmark implements Benchmark {
  /** How long it may take, seconds. */
  private static final double LIMIT = 60;

  /** It is over 200,000 where the views are asked over a million. */
  private static final int SHARE = 5;

  private static final int DAYS = 28;

  private final Amounts amounts;
  private final WorkDirectory work;
  private final Progress progress;

  ReportBenchmark(Amounts amounts, WorkDirectory work, Progress progress) {
    this.amounts = amounts;
    this.work = work;
    this.progress = progress;
  }

  @Override
  public String name() {
    return "report";
  }

  @Override
  public void measure(Figures figures) throws IOException, InterruptedException {
    try (OwnElasticsearch own = OwnElasticsearch.start(work, progress::step)) {
      new MadeUpIndex(own.client(), progress).fill(2 * amounts.mentions() / SHARE, 2 * DAYS);
      progress.step("making the report");
      measure(own.client(), work.root().resolve("reports"), figures);
    }
  }

  /** Makes the report as {@code voc report} does. */
  private void measure(ElasticsearchClient client, Path folder, Figures figures)
      throws IOException {
    LocalDate first = MadeUpIndex.FIRST.plusDays(DAYS);
    Period period = Period.ofDays(first, first.plusDays(DAYS - 1L));
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
    Steps steps = new Steps(figures);
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
    figures.require(
        name(), "all steps, " + files.size() + " files", steps.total(), "s", Bound.atMost(LIMIT));
    figures.tell(
        name(), "heap at its fullest, with what was no longer needed", heap.megabytes(), "MB");
    figures.tell(name(), "heap that it may have", PeakHeap.limit(), "MB");
  }

  /** Tells what each step took. For one thread. */
  private final class Steps {
    private final Figures figures;
    private final long begin = System.nanoTime();
    private long last = begin;

    Steps(Figures figures) {
      this.figures = figures;
    }

    void done(String step) {
      long now = System.nanoTime();
      figures.tell(name(), step, (now - last) / 1e9, "s");
      last = now;
    }

    /** Seconds of all steps together. */
    double total() {
      return (last - begin) / 1e9;
    }
  }
}
