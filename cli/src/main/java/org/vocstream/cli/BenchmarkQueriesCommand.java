package org.vocstream.cli;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.vocstream.page.PageOptions;
import org.vocstream.page.PageServer;
import org.vocstream.scoring.ModelFolder;
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
      "Exit code 1 where the median of a view is above --limit. What no view asks (everything at once, clusters by author) is shown and not judged, and waited for no longer than --patience.",
      "What you have indexed is not touched."
    },
    mixinStandardHelpOptions = true,
    footerHeading = "%nExample:%n",
    footer = "  scripts/voc benchmark-queries --mentions 100000")
final class BenchmarkQueriesCommand implements Callable<Integer> {
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

  @Option(
      names = "--patience",
      paramLabel = "S",
      defaultValue = "60",
      description =
          "How long to wait for what no view asks, in seconds. Default: ${DEFAULT-VALUE}.")
  int patience;

  @Spec CommandSpec spec;

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (mentions < 1 || days < 1 || times < 1 || patience < 1) {
      throw UserError.usage("--mentions, --days, --times and --patience must be 1 or more");
    }
    PrintWriter out = spec.commandLine().getOut();
    Progress progress = Progress.onStandardError(spec.commandLine().getErr());
    WorkDirectory work = WorkDirectory.ofUser().benchmark();
    work.delete();
    try (ElasticsearchStack stack = ElasticsearchStack.start(work, 0, progress::step)) {
      ElasticsearchClient client = stack.connection().client();
      new MadeUpIndex(client, progress).fill(mentions, days, out);
      try (PageServer page =
          PageServer.start(
              PageOptions.local(0), client, ModelFolder.bundled(), Clock.systemUTC())) {
        ViewTimes views = new ViewTimes(page.uri(), MadeUpFeedback.BRANDS, MadeUpIndex.FIRST, days);
        return views.measure(times, limit, Duration.ofSeconds(patience), out)
            ? ExitCode.OK
            : ExitCode.SOFTWARE;
      }
    } finally {
      work.delete();
    }
  }
}
