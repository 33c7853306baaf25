package org.vocstream.cli;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.vocstream.elasticsearch.Counts;
import org.vocstream.elasticsearch.FeedbackCells;
import org.vocstream.elasticsearch.FeedbackIndexer;
import org.vocstream.elasticsearch.Outcome;
import org.vocstream.elasticsearch.ScoreIndexer;
import org.vocstream.elasticsearch.Target;
import org.vocstream.elasticsearch.VocIndex;
import org.vocstream.pack.PackLoader;
import org.vocstream.page.PageOptions;
import org.vocstream.page.PageServer;
import org.vocstream.scoring.ModelFolder;
import org.vocstream.scoring.ScoredFeedback;
import org.vocstream.statistics.CellKey;
import org.vocstream.statistics.ScoreCell;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures how long the views of the page wait for Elasticsearch among many mentions. */
@Command(
    name = "benchmark-queries",
    description = {
      "Fills an embedded Elasticsearch of its own with made-up mentions, their feedback and daily scores, and times what every view of the page asks.",
      "Exit code 1 where the median of a view is above --limit. What you have indexed is not touched."
    },
    mixinStandardHelpOptions = true,
    footerHeading = "%nExample:%n",
    footer = "  scripts/voc benchmark-queries --mentions 100000")
final class BenchmarkQueriesCommand implements Callable<Integer> {
  private static final String PACK = "cosmetics";
  private static final int BATCH = 2_000;
  private static final long SEED = 20_261_001;
  private static final LocalDate FIRST = LocalDate.of(2026, 7, 1);

  @Option(
      names = "--mentions",
      paramLabel = "N",
      defaultValue = "1000000",
      description = "How many mentions at the least. Default: ${DEFAULT-VALUE}.")
  long mentions;

  @Option(
      names = "--days",
      paramLabel = "N",
      defaultValue = "90",
      description = "Over how many days they are spread. Default: ${DEFAULT-VALUE}.")
  int days;

  @Option(
      names = "--times",
      paramLabel = "N",
      defaultValue = "11",
      description =
          "How often each view is asked, after once to warm up. Default: ${DEFAULT-VALUE}.")
  int times;

  @Option(
      names = "--limit",
      paramLabel = "MS",
      defaultValue = "2000",
      description = "What the median may be, in milliseconds. Default: ${DEFAULT-VALUE}.")
  long limit;

  @Spec CommandSpec spec;

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (mentions < 1 || days < 1 || times < 1) {
      throw UserError.usage("--mentions, --days and --times must be 1 or more");
    }
    PrintWriter out = spec.commandLine().getOut();
    Progress progress = Progress.onStandardError(spec.commandLine().getErr());
    WorkDirectory work = WorkDirectory.ofUser().benchmark();
    work.delete();
    try (ElasticsearchStack stack = ElasticsearchStack.start(work, 0, progress::step)) {
      ElasticsearchClient client = stack.connection().client();
      long begin = System.nanoTime();
      fill(client, progress);
      Counts counts = new Counts(client);
      counts.refresh();
      out.printf(
          Locale.ROOT,
          "%,d mentions of %,d feedback, %,d daily cells, %d brands, %d days; indexed in %.0f s%n",
          counts.of(VocIndex.MENTIONS),
          counts.of(VocIndex.FEEDBACK),
          counts.of(VocIndex.SCORES),
          MadeUpFeedback.BRANDS.size(),
          days,
          (System.nanoTime() - begin) / 1e9);
      try (PageServer page =
          PageServer.start(
              PageOptions.local(0), client, ModelFolder.bundled(), Clock.systemUTC())) {
        ViewTimes views = new ViewTimes(page.uri(), MadeUpFeedback.BRANDS, FIRST, days);
        return views.measure(times, limit, out) ? ExitCode.OK : ExitCode.SOFTWARE;
      }
    } finally {
      work.delete();
    }
  }

  private void fill(ElasticsearchClient client, Progress progress) throws IOException {
    Clock clock = Clock.systemUTC();
    FeedbackIndexer feedback = new FeedbackIndexer(client, Target.current(), clock);
    ScoreIndexer scores = new ScoreIndexer(client, Target.current(), ZoneOffset.UTC, clock);
    MadeUpFeedback made = new MadeUpFeedback(new PackLoader().load(PACK), SEED);
    long written = 0;
    for (int day = 0; day < days; day++) {
      Map<CellKey, ScoreCell> cells = new HashMap<>();
      List<ScoredFeedback> batch = new ArrayList<>();
      long until = mentions * (day + 1) / days;
      while (written < until) {
        ScoredFeedback next = made.next(FIRST.plusDays(day));
        written += next.mentions().size();
        batch.add(next);
        for (ScoreCell cell : FeedbackCells.of(next, ZoneOffset.UTC).cells()) {
          cells.merge(cell.key(), cell, ScoreCell::plus);
        }
        if (batch.size() == BATCH) {
          require(feedback.index(batch));
          batch.clear();
          progress.show(String.format(Locale.ROOT, "indexed: %,d mentions", written));
        }
      }
      require(feedback.index(batch));
      List<ScoreCell> all = List.copyOf(cells.values());
      for (int from = 0; from < all.size(); from += BATCH) {
        require(scores.index(all.subList(from, Math.min(all.size(), from + BATCH))));
      }
    }
    progress.clear();
  }

  private static void require(List<Outcome> outcomes) {
    for (Outcome outcome : outcomes) {
      if (outcome.kind() == Outcome.Kind.RETRY || outcome.kind() == Outcome.Kind.REJECTED) {
        throw UserError.failed("a made-up document was not indexed: " + outcome);
      }
    }
  }
}
