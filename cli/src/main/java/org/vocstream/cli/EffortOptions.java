package org.vocstream.cli;

import java.nio.file.Path;
import java.util.List;
import org.vocstream.pack.CompetitorSet;
import org.vocstream.scoring.Effort;
import org.vocstream.scoring.ScoringOptions;
import org.vocstream.scoring.TrainedModels;
import org.vocstream.sentiment.EncoderModel;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** With what feedback is scored: shared by the commands that score. */
final class EffortOptions {
  @Mixin ModelsOption models;

  @Option(
      names = "--effort",
      paramLabel = "EFFORT",
      defaultValue = "standard",
      description = {
        "fast: indicators by the cues of the pack alone; standard: by its trained model too; deep: texts and their indicators by fine-tuned encoders, too, one of Chinese and one of English, or whole texts by the one of --encoder.",
        "Default: ${DEFAULT-VALUE}."
      })
  Effort effort;

  @Option(
      names = "--encoder",
      paramLabel = "DIR",
      description =
          "Folder of a BERT-like sentiment classifier of your own with model.onnx, vocab.txt and config.json, for --effort deep.")
  Path encoder;

  @Mixin EnglishReading english;

  @Option(
      names = "--competitors",
      paramLabel = "FILE",
      description =
          "The brands that are compared, with aliases and products (docs/competitors.md): whoever is named by an alias counts as the brand.")
  Path competitors;

  /**
   * The options themselves; wrong usage where they do not go together or the encoder cannot be
   * used, so that this is said before anything is started.
   */
  ScoringOptions load() {
    try {
      ScoringOptions options =
          new ScoringOptions(effort, models.load(), encoderPath())
              .reading(english.load())
              .among(brands());
      if (effort == Effort.DEEP) {
        List<EncoderModel> unused = TrainedModels.encoders(options);
      }
      return options;
    } catch (IllegalArgumentException e) {
      throw UserError.usage(e.getMessage());
    }
  }

  private CompetitorSet brands() {
    return competitors == null ? CompetitorSet.NONE : CompetitorSet.load(competitors);
  }

  /** Full path of the competitor set, or null where none is given. */
  String competitorsName() {
    return competitors == null ? null : competitors.toAbsolutePath().toString();
  }

  /** The full path, for the job may run in another working directory; null where none is given. */
  private Path encoderPath() {
    return encoder == null ? null : encoder.toAbsolutePath();
  }
}
