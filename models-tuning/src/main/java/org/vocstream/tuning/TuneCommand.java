package org.vocstream.tuning;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code scripts/voc tune}. */
@Command(
    name = "voc tune",
    mixinStandardHelpOptions = true,
    description = {
      "Fine-tunes an encoder of effort deep on labelled data, with PyTorch.",
      "What it counts beside the linear models is fitted afterwards: scripts/voc train --only sentiment-zh-deep,cosmetics-aspects-deep,automotive-aspects-deep, or sentiment-en-deep,restaurant-aspects-deep,airline-aspects-deep."
    })
public final class TuneCommand implements Callable<Integer> {
  @Option(
      names = "--language",
      required = true,
      paramLabel = "LANGUAGE",
      description = "Of the encoder: zh or en.")
  Base base;

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
      description =
          "Folder for the encoder (encoder-LANGUAGE.onnx), its heads (.safetensors) and its model card.")
  Path out;

  @Spec CommandSpec spec;

  /** Runs the command. */
  public static void main(String[] args) {
    System.exit(
        new CommandLine(new TuneCommand()).setCaseInsensitiveEnumValuesAllowed(true).execute(args));
  }

  @Override
  public Integer call() throws IOException {
    if (!Files.isDirectory(data)) {
      throw new ParameterException(
          spec.commandLine(), data + ": no such folder with labelled data; name one with --data");
    }
    if (!Files.isDirectory(out)) {
      throw new ParameterException(spec.commandLine(), out + ": no such folder; make it first");
    }
    Tune tune = new Tune(base, data);
    Consumer<String> progress = step -> spec.commandLine().getErr().println(step);
    tune.learn(
        progress,
        tuned -> {
          tuned.write(out);
          progress.accept(tuned.name() + " is written to " + out);
        },
        LocalDate.now(ZoneOffset.UTC));
    return 0;
  }
}
