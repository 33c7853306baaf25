package org.vocstream.cli;

import java.nio.file.Path;
import org.vocstream.pack.Pack;
import org.vocstream.pack.PackLoader;
import picocli.CommandLine.Option;

/** Which pack scores: shared by the commands that score. */
final class PackOption {
  @Option(
      names = "--pack",
      required = true,
      paramLabel = "PACK",
      description = "A bundled pack (scripts/voc packs list) or a pack file.")
  String pack;

  /** The pack itself; all that is wrong with it is reported. */
  Pack load() {
    return new PackLoader().find(pack);
  }

  /** Its name, of a file its full path: the job may run in another working directory. */
  String name() {
    return PackLoader.isFile(pack) ? Path.of(pack).toAbsolutePath().toString() : pack;
  }
}
