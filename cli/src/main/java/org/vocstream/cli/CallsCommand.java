package org.vocstream.cli;

import java.io.IOException;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** What callers ask about, from what stands in the index. */
@Command(
    name = "calls",
    description = {
      "What callers ask about: calls and chats by contact reason, brand, product line or product, with the shares of complaints and of",
      "what was left unresolved, satisfaction with its peak and end, response and handling time (docs/calls.md)."
    },
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  scripts/voc calls --brand A --period 2026-W40..2026-W43 --wave-against previous",
      "  scripts/voc calls --by line --channel call --json",
      "  scripts/voc calls --list invoice"
    })
final class CallsCommand implements Callable<Integer> {
  @Mixin CallsOptions options;
  @Mixin ElasticsearchOptions elasticsearch;
  @Spec CommandSpec spec;

  @Override
  public Integer call() throws IOException, InterruptedException {
    // Before anything is started: what is wrong with the options is said at once.
    options.check();
    Progress progress = Progress.onStandardError(spec.commandLine().getErr());
    try (ElasticsearchStack stack =
        ElasticsearchStack.open(elasticsearch.uri, WorkDirectory.ofUser(), progress::step)) {
      new CallsRun(options, Clock.systemUTC())
          .print(stack.connection().client(), spec.commandLine().getOut());
    }
    return 0;
  }
}
