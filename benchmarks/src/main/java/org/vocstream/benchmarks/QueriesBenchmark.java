package org.vocstream.benchmarks;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import org.vocstream.cli.Progress;
import org.vocstream.cli.WorkDirectory;
import org.vocstream.page.PageOptions;
import org.vocstream.page.PageServer;
import org.vocstream.scoring.ModelFolder;

/** How long the views of the page wait for Elasticsearch among many made-up mentions. */
final class QueriesBenchmark implements Benchmark {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Amounts amounts;
  private final WorkDirectory work;
  private final Progress progress;

  QueriesBenchmark(Amounts amounts, WorkDirectory work, Progress progress) {
    this.amounts = amounts;
    this.work = work;
    this.progress = progress;
  }

  @Override
  public String name() {
    return "queries";
  }

  @Override
  public void measure(Figures figures) throws IOException, InterruptedException {
    try (OwnElasticsearch own = OwnElasticsearch.start(work, progress::step)) {
      ElasticsearchClient client = own.client();
      new MadeUpIndex(client, progress)
          .fill(amounts.mentions(), amounts.days())
          .forEach((what, count) -> figures.tell(name(), what, (double) count, ""));
      try (PageServer page =
          PageServer.start(
              PageOptions.local(0), client, ModelFolder.bundled(), Clock.systemUTC())) {
        new ViewTimes(page.uri(), MadeUpFeedback.BRANDS, MadeUpIndex.FIRST, amounts.days())
            .measure(name(), amounts.times(), PATIENCE, figures);
      }
    }
  }
}
