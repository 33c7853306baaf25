package org.vocstream.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.vocstream.pack.PackLoader;
import org.vocstream.training.AspectEvaluation;
import org.vocstream.training.Measured;
import org.vocstream.training.SentimentEvaluation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures the bundled models on labelled data. */
@Command(
    name = "evaluate",
    description = "Measures the bundled models on held-out labelled data, beside what is simpler.",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExample:%n",
    footer = "  scripts/voc evaluate --suite aspects --data ../shared/data")
final class EvaluateCommand implements Callable<Integer> {
  /** What can be measured. */
  enum Suite {
    SENTIMENT,
    ASPECTS,
    ALL
  }

  @Option(
      names = "--suite",
      paramLabel = "SUITE",
      defaultValue = "all",
      description = "sentiment, aspects or all. Default: ${DEFAULT-VALUE}.")
  Suite suite;

  @Option(
      names = "--data",
      required = true,
      paramLabel = "DIR",
      description = "Folder of the labelled data, one folder per set.")
  Path data;

  @Spec CommandSpec spec;

  @Override
  public Integer call() {
    TrainCommand.requireDirectory(data, "--data");
    Progress progress = Progress.onStandardError(spec.commandLine().getErr());
    List<Measured> rows = new ArrayList<>();
    try {
      if (suite != Suite.ASPECTS) {
        rows.addAll(SentimentEvaluation.measure(data, progress::step));
      }
      if (suite != Suite.SENTIMENT) {
        rows.addAll(
            AspectEvaluation.measure(data, new PackLoader().load("cosmetics"), progress::step));
      }
    } catch (IllegalArgumentException e) {
      throw UserError.failed(e.getMessage(), e);
    }
    rows.removeIf(row -> row.n() == 0);
    if (rows.isEmpty()) {
      throw UserError.usage(
          "--data "
              + data
              + " holds none of the labelled sets; it needs a folder for each, such as zjlab_makeup/dev.jsonl");
    }
    PrintWriter out = spec.commandLine().getOut();
    out.printf(
        "%-26s %7s  %-24s %9s %9s %9s%n", "set", "n", "measure", "majority", "simple", "ours");
    for (Measured row : rows) {
      out.printf(
          "%-26s %,7d  %-24s %9s %9s %9s%n",
          row.set(),
          row.n(),
          row.measure(),
          share(row.majority()),
          share(row.simple()),
          share(row.ours()));
    }
    return 0;
  }

  private static String share(double measure) {
    return Double.isNaN(measure) ? "-" : String.format("%.3f", measure);
  }
}
