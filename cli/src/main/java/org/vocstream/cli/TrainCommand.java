package org.vocstream.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.concurrent.Callable;
import org.vocstream.training.Training;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Trains the bundled models from labelled data. */
@Command(
    name = "train",
    description = {
      "Trains every bundled model from labelled data and writes it with its card. The same data and date give the same bytes.",
      "Takes some ten minutes on one core and about 4 GB of heap (VOC_HEAP=4g)."
    },
    mixinStandardHelpOptions = true,
    footerHeading = "%nExample:%n",
    footer = "  VOC_HEAP=4g scripts/voc train --data ../shared/data --out models/trained")
final class TrainCommand implements Callable<Integer> {
  @Option(
      names = "--data",
      required = true,
      paramLabel = "DIR",
      description = "Folder of the labelled data, one folder per set.")
  Path data;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "Folder for models and their cards.")
  Path out;

  @Option(
      names = "--date",
      paramLabel = "DATE",
      description = "Date that the cards state. Default: today (UTC).")
  LocalDate date;

  @Spec CommandSpec spec;

  @Override
  public Integer call() {
    requireDirectory(data, "--data");
    requireDirectory(out, "--out");
    Progress progress = Progress.onStandardError(spec.commandLine().getErr());
    try {
      Training.train(
          data, out, date == null ? LocalDate.now(ZoneOffset.UTC) : date, progress::step);
    } catch (IllegalArgumentException e) {
      throw UserError.failed(e.getMessage(), e);
    }
    return 0;
  }

  static void requireDirectory(Path path, String option) {
    if (!Files.isDirectory(path)) {
      throw UserError.usage(option + " " + path + ": no such directory");
    }
  }
}
