package org.vocstream.cli;

import java.io.IOException;
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
  @Option(names = "--port", defaultValue = "9200")
  int port;

  @Mixin PageOption page;

  @Spec CommandSpec spec;

  @Override
  public Integer call() throws IOException, InterruptedException {
    WorkDirectory work = WorkDirectory.ofUser();
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
