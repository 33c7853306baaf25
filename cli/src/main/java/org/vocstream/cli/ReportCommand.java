package org.vocstream.cli;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.concurrent.Callable;
import org.vocstream.scoring.ModelFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The competitor report as files. */
@Command(
    name = "report",
    description = {
      "Writes the competitor report: key findings, gaps with verdicts, change, journey, customer value, calls, sample, quotes and method",
      "(docs/reports.md)."
    },
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  scripts/voc report --sample --out reports",
      "  scripts/voc report --brand A --against B,C --period 2026-W46 --formats pdf,xlsx --lang en --out reports"
    })
final class ReportCommand implements Callable<Integer> {
  @Mixin ReportOptions options;
  @Mixin ModelsOption models;
  @Mixin ElasticsearchOptions elasticsearch;
  @Spec CommandSpec spec;

  @Override
  public Integer call() throws IOException, InterruptedException {
    // Before anything is started: what is wrong with the options is said at once.
    Clock clock = Clock.systemUTC();
    options.check(LocalDate.now(clock.withZone(ZoneOffset.MAX)));
    if (options.sample && elasticsearch.uri != null) {
      throw UserError.usage("--sample has an Elasticsearch of its own; leave --elasticsearch out");
    }
    ModelFolder scored = models.load();
    Progress progress = Progress.onStandardError(spec.commandLine().getErr());
    ReportRun run = new ReportRun(options, scored, clock, progress);
    if (options.sample) {
      try (SampleIndex index = SampleIndex.start(progress, spec.commandLine().getErr(), clock)) {
        run.write(index.stack().connection().client(), spec.commandLine().getOut());
      }
    } else {
      try (ElasticsearchStack stack =
          ElasticsearchStack.open(elasticsearch.uri, WorkDirectory.ofUser(), progress::step)) {
        run.write(stack.connection().client(), spec.commandLine().getOut());
      }
    }
    return 0;
  }
}
