package org.vocstream.cli;

import java.nio.file.Path;
import org.vocstream.scoring.ModelFolder;
import picocli.CommandLine.Option;

/** Which trained models score: shared by the commands that score or measure. */
final class ModelsOption {
  @Option(
      names = "--models",
      paramLabel = "DIR",
      description =
          "Folder of trained models, as train and calibrate write it; they stand for the bundled ones of the same names.")
  Path folder;

  /** The models themselves; wrong usage where the folder is none. */
  ModelFolder load() {
    try {
      return ModelFolder.of(folder);
    } catch (IllegalArgumentException e) {
      throw UserError.usage("--models " + e.getMessage());
    }
  }
}
