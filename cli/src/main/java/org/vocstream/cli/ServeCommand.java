package org.vocstream.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.util.concurrent.Callable;
import org.vocstream.page.PageServer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The process behind {@code voc up}: keeps the stack until it is told to end. */
@Command(
    name = "serve",
    hidden = true,
    description = "Keeps the stack up in the foreground until Ctrl-C.",
    mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {
  @Option(
      names = "--port",
      paramLabel = "PORT",
      defaultValue = "9200",
      description =
          "Port of the embedded Elasticsearch; a free one where it is taken. Default: ${DEFAULT-VALUE}.")
  int port;

  @Option(
      names = "--elasticsearch",
      paramLabel = "URL",
      description = {
        "A cluster of your own, such as https://host:9200, with credentials from the environment (see voc run --help).",
        "Default: an embedded one, started here."
      })
  URI elasticsearch;

  @Mixin PageOption page;

  @Spec CommandSpec spec;

  @Override
  public Integer call() throws IOException, InterruptedException {
    page.check();
    WorkDirectory work = WorkDirectory.ofUser();
    if (elasticsearch != null) {
      PrintWriter out = spec.commandLine().getOut();
      try (ElasticsearchStack stack = ElasticsearchStack.open(elasticsearch, work, out::println)) {
        Serving.withPage(stack, page, out);
      }
      return 0;
    }
    try (ElasticsearchStack stack =
            ElasticsearchStack.start(work, port, spec.commandLine().getOut()::println);
        PageServer pages = page.start(stack.connection().client())) {
      StackFile.ofThisProcess(stack.uri(), pages.uri()).write(work);
      try {
        Serving.untilInterrupted(stack, pages, spec.commandLine().getOut());
      } finally {
        Files.deleteIfExists(work.stackFile());
      }
    }
    return 0;
  }
}
