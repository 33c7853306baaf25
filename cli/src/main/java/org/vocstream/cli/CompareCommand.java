package org.vocstream.cli;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** One brand against its competitors, from what stands in the index. */
@Command(
    name = "compare",
    description = {
      "Compares a brand with its competitors: index with interval, gap and verdict per indicator, and what else is asked for",
      "(docs/comparison.md)."
    },
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  scripts/voc compare --brand A --against B,C --period 2026-W40..2026-W43",
      "  scripts/voc compare --brand A --against B --segment product=X --channel review --show all --json"
    })
final class CompareCommand implements Callable<Integer> {
  @Mixin CompareOptions options;
  @Mixin ModelsOption models;
  @Mixin ElasticsearchOptions elasticsearch;
  @Spec CommandSpec spec;

  @Override
  public Integer call() throws IOException, InterruptedException {
    // Before anything is started: what is wrong with the options is said at once.
    Clock clock = Clock.systemUTC();
    options.check(LocalDate.now(clock.withZone(ZoneOffset.MAX)));
    Progress progress = Progress.onStandardError(spec.commandLine().getErr());
    try (ElasticsearchStack stack =
        ElasticsearchStack.open(elasticsearch.uri, WorkDirectory.ofUser(), progress::step)) {
      new ComparisonRun(options, models.load(), clock)
          .print(stack.connection().client(), spec.commandLine().getOut());
    }
    return 0;
  }
}
