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

  /**
   * The models that a command changes and writes to a folder.
   *
   * @param out the folder, or null where nothing is written
   */
  ModelFolder loadFor(Path out) {
    if (folder != null && out != null && !folder.toAbsolutePath().equals(out.toAbsolutePath())) {
      throw UserError.usage(
          "--out must be the folder of --models, so that its other models stay with the changed ones; copy it first to keep it as it is");
    }
    return load();
  }
}
