package org.vocstream.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.concurrent.Callable;
import org.vocstream.pack.NearestName;
import org.vocstream.training.ContinuedTraining;
import org.vocstream.training.Training;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Trains the bundled models from labelled data. */
@Command(
    name = "train",
    description = {
      "Trains the models from labelled data and writes them with their cards. The same data, corrections and date give the same bytes.",
      "All models take some minutes and 4 GB of heap (VOC_HEAP=4g).",
      "With corrections and no data, the sentiment models of today are taught these alone."
    },
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  VOC_HEAP=4g scripts/voc train --data ../shared/data --out models/trained",
      "  scripts/voc train --corrections corrections.jsonl --out mymodels",
      "  scripts/voc score --models mymodels --pack cosmetics --input reviews.jsonl"
    })
final class TrainCommand implements Callable<Integer> {
  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Folder of the labelled data, one folder per set.")
  Path data;

  @Option(
      names = "--corrections",
      paramLabel = "FILE",
      description = {
        "Corrected scoring output or own labelled texts, JSON lines: text, and label, aspects or mentions.",
        "Each counts as 10 rows of the data."
      })
  Path corrections;

  @Option(
      names = "--only",
      split = ",",
      paramLabel = "NAME",
      description =
          "Train only these models: sentiment-zh, sentiment-zh-deep (effort deep), sentiment-en, sentiment-en-deep, polarity-zh, polarity-en, speaker-role, turn-satisfaction-zh, transcript-satisfaction-zh, transcript-satisfaction-en, cosmetics-aspects, cosmetics-aspects-deep and the like.")
  Set<String> only = Set.of();

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

  @Mixin ModelsOption models;

  @Spec CommandSpec spec;

  @Override
  public Integer call() {
    check();
    Progress progress = Progress.onStandardError(spec.commandLine().getErr());
    LocalDate day = date == null ? LocalDate.now(ZoneOffset.UTC) : date;
    try {
      if (data == null) {
        ContinuedTraining.train(corrections, models.loadFor(out), out, day, progress::step);
      } else {
        Training.train(data, corrections, only, out, day, progress::step);
      }
    } catch (IllegalArgumentException e) {
      throw UserError.failed(e.getMessage(), e);
    }
    return 0;
  }

  private void check() {
    if (data == null && corrections == null) {
      throw UserError.usage(
          "there is nothing to learn from: name the folder of the labelled data with --data, or a file with --corrections");
    }
    if (data == null && !only.isEmpty()) {
      throw UserError.usage(
          "--only chooses among the models that are trained from data; name their folder with --data");
    }
    if (data != null && models.folder != null) {
      throw UserError.usage(
          "--models are taught corrections where there is no --data; training from data starts anew");
    }
    if (data != null) {
      requireDirectory(data, "--data");
    }
    if (corrections != null && !Files.isRegularFile(corrections)) {
      throw UserError.usage("--corrections " + corrections + ": no such file");
    }
    for (String name : only) {
      if (!Training.NAMES.contains(name)) {
        throw UserError.usage(
            "--only " + name + " is unknown" + NearestName.advice(name, Training.NAMES));
      }
    }
  }

  static void requireDirectory(Path path, String option) {
    if (!Files.isDirectory(path)) {
      throw UserError.usage(option + " " + path + ": no such directory");
    }
  }
}
