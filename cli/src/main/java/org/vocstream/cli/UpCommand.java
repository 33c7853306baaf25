package org.vocstream.cli;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Starts the stack in the background and returns when it is healthy. */
@Command(
    name = "up",
    description = {
      "Starts the embedded Elasticsearch and the page in the background and returns when they are healthy; \"voc down\" stops them.",
      "While it is up, run and status use it."
    },
    mixinStandardHelpOptions = true,
    footerHeading = "%nExample:%n",
    footer =
        "  scripts/voc up && scripts/voc run --once --pack cosmetics --input reviews.jsonl && scripts/voc down")
final class UpCommand implements Callable<Integer> {
  private static final Duration WITHIN = Duration.ofMinutes(2);

  @Option(
      names = "--port",
      paramLabel = "PORT",
      defaultValue = "9200",
      description =
          "Port of Elasticsearch; a free one where it is taken. Default: ${DEFAULT-VALUE}.")
  int port;

  @Mixin PageOption page;

  @Spec CommandSpec spec;

  @Override
  public Integer call() throws IOException, InterruptedException {
    page.check();
    WorkDirectory work = WorkDirectory.ofUser();
    PrintWriter out = spec.commandLine().getOut();
    Optional<StackFile> running = StackFile.running(work);
    if (running.isPresent()) {
      out.println(
          "up already: Elasticsearch at "
              + running.get().elasticsearch()
              + ", the page at "
              + running.get().page());
      return 0;
    }
    Files.createDirectories(work.logs());
    Path log = work.logs().resolve("serve.log");
    Process server = launch(log);
    long deadline = System.nanoTime() + WITHIN.toNanos();
    while (System.nanoTime() < deadline) {
      Optional<StackFile> up = StackFile.running(work);
      if (up.isPresent()) {
        out.println(
            "up: Elasticsearch at "
                + up.get().elasticsearch()
                + ", the page at "
                + up.get().page()
                + "; scripts/voc down stops both");
        return 0;
      }
      if (server.waitFor(200, TimeUnit.MILLISECONDS)) {
        throw UserError.failed("it did not start:\n" + Files.readString(log).strip());
      }
    }
    server.destroy();
    throw UserError.failed("it did not start within " + WITHIN.toSeconds() + " s; see " + log);
  }

  /**
   * The same program with the hidden command {@code serve}, in a session of its own so that Ctrl-C
   * here does not reach it.
   */
  private Process launch(Path log) throws IOException {
    List<String> command = new ArrayList<>();
    if (Files.isExecutable(Path.of("/usr/bin/setsid"))) {
      command.add("/usr/bin/setsid");
    }
    ProcessHandle.Info self = ProcessHandle.current().info();
    command.add(self.command().orElse("java"));
    command.add("-Xmx512m");
    command.add("-XX:+UseSerialGC");
    command.add("-XX:TieredStopAtLevel=1");
    command.add("-Dvoc.home=" + Voc.home());
    command.addAll(
        List.of(
            "-cp",
            System.getProperty("java.class.path"),
            Voc.class.getName(),
            "serve",
            "--port",
            Integer.toString(port)));
    command.addAll(page.arguments());
    return new ProcessBuilder(command)
        .redirectInput(new File("/dev/null"))
        .redirectErrorStream(true)
        .redirectOutput(log.toFile())
        .start();
  }
}
