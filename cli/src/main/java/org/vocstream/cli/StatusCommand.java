package org.vocstream.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Tells what is up, what it holds and what the jobs do. */
@Command(
    name = "status",
    description = {
      "Tells what is up, what it holds and what the jobs that run do.",
      "Exit code 1 where nothing is up, or Elasticsearch or Flink does not answer."
    },
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  scripts/voc status",
      "  scripts/voc status --flink http://jobmanager:8081 --elasticsearch https://es:9200 --json"
    })
final class StatusCommand implements Callable<Integer> {
  @Mixin ElasticsearchOptions elasticsearch;

  @Option(
      names = "--flink",
      paramLabel = "URL",
      description =
          "REST interface of a Flink cluster whose jobs are shown. Default: the runs of this work"
              + " directory.")
  URI flink;

  @Option(names = "--json", description = "As JSON, for programs (docs/monitoring.md).")
  boolean json;

  @Spec CommandSpec spec;

  @Override
  public Integer call() throws IOException, InterruptedException {
    WorkDirectory work = WorkDirectory.ofUser();
    PrintWriter out = spec.commandLine().getOut();
    if (flink != null && (flink.getHost() == null || !flink.getScheme().startsWith("http"))) {
      throw UserError.usage("--flink " + flink + ": an address such as http://localhost:8081");
    }
    StackStatus status;
    try {
      status = StackStatus.read(work, elasticsearch.uri, flink, Clock.systemUTC().instant());
    } catch (IllegalArgumentException e) {
      throw UserError.usage("--elasticsearch " + elasticsearch.uri + ": " + e.getMessage());
    }
    if (json) {
      out.println(StatusJson.of(status).toPrettyString());
    } else if (status.isNothing()) {
      out.println("nothing is up; scripts/voc up starts it (work directory " + work.root() + ")");
    } else {
      new StatusText(status, out).print();
    }
    return status.isWell() ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
  }
}
