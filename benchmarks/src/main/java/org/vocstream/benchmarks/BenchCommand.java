package org.vocstream.benchmarks;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.vocstream.cli.Progress;
import org.vocstream.cli.UserError;
import org.vocstream.cli.Voc;
import org.vocstream.cli.WorkDirectory;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures, {@code scripts/voc bench}. */
@Command(
    name = "voc bench",
    description = {
      "Measures how fast feedback is scored, indexed and asked for, and what that takes.",
      "Prints a line per figure; what a figure must keep to stands beside it. Servers are started"
          + " for it and stopped; what you have indexed is not touched.",
      "Other work on the machine does little harm to figures of processor time and to ratios, and"
          + " much to figures by the clock."
    },
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:done", "1:a required figure is missed, or it failed", "2:wrong usage"},
    footerHeading = "%nExamples:%n",
    footer = {
      "  scripts/voc bench --quick",
      "  scripts/voc bench --only scoring,queries --json figures.json"
    })
public final class BenchCommand implements Callable<Integer> {
  @Option(
      names = "--quick",
      description =
          "Small amounts, less than ten minutes on two cores; without --only: scoring, end-to-end,"
              + " queries.")
  boolean quick;

  @Option(
      names = "--only",
      paramLabel = "NAME",
      split = ",",
      description = "Only these: scoring, end-to-end, growth, recovery, queries, report, parts.")
  List<String> only = new ArrayList<>();

  @Option(
      names = "--scale",
      paramLabel = "SHARE",
      defaultValue = "1",
      description = "Measure with this share of the usual amounts. Default: ${DEFAULT-VALUE}.")
  double scale;

  @Option(
      names = "--unjudged",
      description = "Exit code 0 even where a required figure is missed; it is told all the same.")
  boolean unjudged;

  @Option(
      names = "--json",
      paramLabel = "FILE",
      description =
          "Write the figures as JSON, too. Where the file is there, those of benchmarks that are not run stay in it.")
  Path json;

  @Option(
      names = "--markdown",
      paramLabel = "FILE",
      description = "Write the figures as tables in Markdown, too.")
  Path markdown;

  @Spec CommandSpec spec;

  /** Runs it and ends the process with its exit code. */
  public static void main(String[] arguments) {
    System.exit(Voc.execute(new BenchCommand(), arguments));
  }

  @Override
  public Integer call() throws Exception {
    if (!(scale > 0 && scale <= 100)) {
      throw UserError.usage("--scale " + scale + ": above 0, at most 100");
    }
    if (json != null && Files.exists(json)) {
      // What cannot be written to is told before an hour of measuring.
      String unused = json(new FigureFiles(List.of(), amounts(), LocalDate.EPOCH));
    }
    PrintWriter out = spec.commandLine().getOut();
    Progress progress = Progress.onStandardError(spec.commandLine().getErr());
    Amounts amounts = (quick ? Amounts.quick() : Amounts.full()).scaled(scale);
    Figures figures = new Figures(out);
    for (Benchmark benchmark :
        chosen(Benchmarks.all(amounts, WorkDirectory.ofUser().benchmark(), progress))) {
      progress.step("measuring " + benchmark.name());
      benchmark.measure(figures);
      write(figures);
    }
    for (Figure missed : figures.missed()) {
      out.println("missed: " + Figures.line(missed));
    }
    return unjudged || figures.missed().isEmpty() ? ExitCode.OK : ExitCode.SOFTWARE;
  }

  /** {@code full}, {@code quick}, {@code full x 0.1}. */
  private String amounts() {
    return (quick ? "quick" : "full") + (scale == 1 ? "" : " x " + scale);
  }

  private List<Benchmark> chosen(List<Benchmark> all) {
    Set<String> names = new LinkedHashSet<>(only);
    if (names.isEmpty()) {
      names.addAll(quick ? Benchmarks.QUICK : all.stream().map(Benchmark::name).toList());
    }
    for (String name : names) {
      if (all.stream().noneMatch(b -> b.name().equals(name))) {
        throw UserError.usage(
            "--only %s: there is %s"
                .formatted(name, String.join(", ", all.stream().map(Benchmark::name).toList())));
      }
    }
    return all.stream().filter(b -> names.contains(b.name())).toList();
  }

  /** After each benchmark, so that what is measured stands even where the next one fails. */
  private void write(Figures figures) throws IOException {
    FigureFiles files =
        new FigureFiles(
            figures.all(), amounts(), LocalDate.now(Clock.systemUTC().withZone(ZoneOffset.UTC)));
    if (json != null) {
      Files.writeString(json, json(files));
    }
    if (markdown != null) {
      Files.writeString(markdown, files.markdown());
    }
  }

  private String json(FigureFiles files) throws IOException {
    try {
      return files.json(Files.exists(json) ? Files.readString(json) : null);
    } catch (IllegalArgumentException e) {
      throw UserError.usage("--json " + json + ": " + e.getMessage());
    }
  }
}
