package org.vocstream.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Stops what {@code voc up} started; the data stays. */
@Command(
    name = "down",
    description = "Stops what \"voc up\" started. The data stays in the work directory.",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExample:%n",
    footer = "  scripts/voc down")
final class DownCommand implements Callable<Integer> {
  private static final Duration WITHIN = Duration.ofSeconds(30);

  @Spec CommandSpec spec;

  @Override
  public Integer call() throws IOException, InterruptedException, ExecutionException {
    WorkDirectory work = WorkDirectory.ofUser();
    PrintWriter out = spec.commandLine().getOut();
    Optional<ProcessHandle> process = StackFile.running(work).flatMap(StackFile::process);
    if (process.isEmpty()) {
      out.println("nothing is up");
      return 0;
    }
    process.get().destroy();
    try {
      process.get().onExit().get(WITHIN.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      process.get().destroyForcibly();
    }
    Files.deleteIfExists(work.stackFile());
    out.println("down");
    return 0;
  }
}
