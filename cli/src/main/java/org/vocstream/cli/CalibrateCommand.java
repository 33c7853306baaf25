package org.vocstream.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Callable;
import org.vocstream.feedback.Channel;
import org.vocstream.scoring.ModelFolder;
import org.vocstream.training.ChannelCalibration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Refits the calibration of the sentiment models for one channel on own labels. */
@Command(
    name = "calibrate",
    description = {
      "Refits how sure the sentiment models are of texts of one channel, and where they draw the line, on a few hundred own labels.",
      "Nothing else is learnt. What it brings is measured by cross-validation and printed."
    },
    mixinStandardHelpOptions = true,
    footerHeading = "%nExample:%n",
    footer = {
      "  scripts/voc calibrate --labelled labelled.jsonl --channel review --out mymodels",
      "  scripts/voc score --models mymodels --pack cosmetics --input reviews.jsonl"
    })
final class CalibrateCommand implements Callable<Integer> {
  @Option(
      names = "--labelled",
      required = true,
      paramLabel = "FILE",
      description =
          "JSON lines with text and label (1, 0, -1), at least 50, better 200, not chosen.")
  Path labelled;

  @Option(
      names = "--channel",
      required = true,
      paramLabel = "CHANNEL",
      description = "The channel they came by: review, social, call, chat or survey.")
  String channel;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description =
          "Folder for the calibrated models, for --models of the other commands. Without it nothing is written.")
  Path out;

  @Mixin ModelsOption models;

  @Spec CommandSpec spec;

  @Override
  public Integer call() {
    if (!Files.isRegularFile(labelled)) {
      throw UserError.usage("--labelled " + labelled + ": no such file");
    }
    Channel of =
        Channel.of(channel)
            .orElseThrow(
                () ->
                    UserError.usage(
                        "--channel " + channel + " is unknown; one of " + Channel.codes()));
    ModelFolder today = models.loadFor(out);
    PrintWriter print = spec.commandLine().getOut();
    try {
      List<ChannelCalibration> fitted = ChannelCalibration.fit(labelled, of, today);
      LocalDate date = LocalDate.now(ZoneOffset.UTC);
      for (ChannelCalibration calibration : fitted) {
        print(calibration, print);
        if (out != null) {
          calibration.write(out, today.card(calibration.model().name()), labelled, date);
        }
      }
    } catch (IllegalArgumentException e) {
      throw UserError.failed(e.getMessage(), e);
    }
    print.println(
        out == null
            ? "nothing was written; name a folder with --out to keep this"
            : "written to " + out + "; use it with --models " + out);
    print.flush();
    return 0;
  }

  private static void print(ChannelCalibration calibration, PrintWriter print) {
    print.printf(
        "%s, channel %s, %,d texts        before     after (cross-validated)%n",
        calibration.model().name(), calibration.channel().code(), calibration.n());
    row(print, "accuracy", calibration.before().accuracy(), calibration.after().accuracy());
    row(
        print,
        "expected calibration error",
        calibration.before().error(),
        calibration.after().error());
    row(print, "log loss", calibration.before().logLoss(), calibration.after().logLoss());
  }

  private static void row(PrintWriter print, String measure, double before, double after) {
    print.printf("  %-42s %9.3f %9.3f%n", measure, before, after);
  }
}
