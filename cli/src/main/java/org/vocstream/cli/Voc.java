package org.vocstream.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.logging.LogManager;
import org.slf4j.LoggerFactory;
import org.vocstream.pack.PackException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;

/** The one entry: {@code scripts/voc}. Exit codes: 0 done, 1 failed, 2 wrong usage. */
@Command(
    name = "voc",
    description =
        "Voice of the customer as a stream: feedback in, scored mentions in Elasticsearch.",
    mixinStandardHelpOptions = true,
    versionProvider = Voc.Version.class,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      DemoCommand.class,
      UpCommand.class,
      DownCommand.class,
      StatusCommand.class,
      AccessCommand.class,
      RunCommand.class,
      ProduceCommand.class,
      PublishCommand.class,
      CompareCommand.class,
      CallsCommand.class,
      ReportCommand.class,
      ScheduleCommand.class,
      SurveysCommand.class,
      RescoreCommand.class,
      ScoreCommand.class,
      ImportCallsCommand.class,
      ImportSurveysCommand.class,
      VerifyCommand.class,
      AlertsCommand.class,
      CorrectionsCommand.class,
      KibanaCommand.class,
      PacksCommand.class,
      TrainCommand.class,
      EvaluateCommand.class,
      CalibrateCommand.class,
      ServeCommand.class
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:done", "1:failed", "2:wrong usage"},
    footerHeading = "%nExamples:%n",
    footer = {
      "  scripts/voc demo --once",
      "      indexes and compares the bundled sample feed, then stops all it started",
      "  scripts/voc corenlp",
      "      builds the module that reads English with Stanford CoreNLP (GPL; fetches 474 MB once)",
      "  scripts/voc bench --quick",
      "      builds the benchmarks and measures speed: scoring, from Kafka to Elasticsearch, views"
          + " of the page"
    })
public final class Voc {
  private Voc() {}

  /** Runs one command and ends the process with its exit code. */
  public static void main(String[] args) {
    System.exit(execute(new Voc(), args));
  }

  /**
   * Runs a command of this project as a process does: terminal and logs set up, errors told as
   * {@code scripts/voc} tells them.
   *
   * @param command annotated for picocli
   * @return the exit code
   */
  public static int execute(Object command, String... args) {
    // Messages hold Chinese whatever the terminal's locale claims.
    System.setOut(
        new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8));
    System.setErr(
        new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8));
    // HanLP and others log by java.util.logging to the terminal; nothing there is for the user.
    LogManager.getLogManager().reset();
    // Read by log4j2.properties, so it must stand before anything logs.
    System.setProperty("voc.logs", WorkDirectory.ofUser().logs().toString());
    return commandLine(command).execute(args);
  }

  /** The command line, for tests. */
  static CommandLine commandLine() {
    return commandLine(new Voc());
  }

  private static CommandLine commandLine(Object command) {
    return new CommandLine(command)
        .setOut(new PrintWriter(new OutputStreamWriter(System.out, StandardCharsets.UTF_8), true))
        .setErr(new PrintWriter(new OutputStreamWriter(System.err, StandardCharsets.UTF_8), true))
        .setUsageHelpWidth(100)
        .setUsageHelpLongOptionsMaxWidth(40)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setExecutionExceptionHandler(
            (e, commandLine, parsed) -> {
              PrintWriter err = commandLine.getErr();
              if (e instanceof UserError user) {
                err.println("voc: " + user.getMessage());
                LoggerFactory.getLogger(Voc.class).info("failed", e);
                return user.exitCode();
              }
              if (e instanceof PackException) {
                err.println("voc: the file cannot be used\n" + e.getMessage());
                return CommandLine.ExitCode.SOFTWARE;
              }
              LoggerFactory.getLogger(Voc.class).error("failed", e);
              err.println(
                  "voc: "
                      + rootMessage(e)
                      + " (details: "
                      + System.getProperty("voc.logs", "")
                      + "/voc.log)");
              return CommandLine.ExitCode.SOFTWARE;
            });
  }

  /** The message of the innermost cause: what happened, not what it led to. */
  static String rootMessage(Throwable e) {
    Throwable root = e;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
  }

  /**
   * The project's folder, where the sample, the embedded server and by default the work directory
   * are.
   */
  public static Path home() {
    return Path.of(System.getProperty("voc.home", ".")).toAbsolutePath().normalize();
  }

  /** The version that the build wrote down. */
  public static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"voc " + text()};
    }

    /** The version alone. */
    public static String text() {
      String version = Voc.class.getPackage().getImplementationVersion();
      return version == null ? "(not packaged)" : version;
    }
  }
}
