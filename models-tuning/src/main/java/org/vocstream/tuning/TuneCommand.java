package org.vocstream.tuning;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.concurrent.Callable;
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
      "Fine-tunes the encoder of effort deep on labelled data, with PyTorch.",
      "What it counts beside the linear models is fitted afterwards: scripts/voc train --only sentiment-zh-deep,cosmetics-aspects-deep,automotive-aspects-deep."
    })
public final class TuneCommand implements Callable<Integer> {
  @Option(
      names = "--data",
      required = true,
      paramLabel = "DIR",
      description = "Folder of the labelled data, one folder per set.")
  Path data;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FILE",
      description =
          "File for the weights, in the safetensors format; the model card is written beside it.")
  Path out;

  @Spec CommandSpec spec;

  /** Runs the command. */
  public static void main(String[] args) {
    System.exit(new CommandLine(new TuneCommand()).execute(args));
  }

  @Override
  public Integer call() throws IOException {
    if (!Files.isDirectory(data)) {
      throw new ParameterException(
          spec.commandLine(), data + ": no such folder with labelled data; name one with --data");
    }
    Path folder = out.toAbsolutePath().getParent();
    if (!Files.isDirectory(folder)) {
      throw new ParameterException(spec.commandLine(), folder + ": no such folder; make it first");
    }
    Tune tune = new Tune(data);
    tune.learn(step -> spec.commandLine().getErr().println(step));
    byte[] weights = tune.weights().bytes();
    Files.write(out, weights);
    String name = out.getFileName().toString().replaceFirst("\\.[^.]*$", "");
    Files.writeString(
        out.resolveSibling(name + ".card.json"), tune.card(weights, LocalDate.now(ZoneOffset.UTC)));
    spec.commandLine().getErr().println(out + " is written");
    return 0;
  }
}
