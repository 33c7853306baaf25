package org.vocstream.report.schedule;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.vocstream.elasticsearch.ReportRun;
import org.vocstream.report.format.ReportFiles;

/**
 * Keeps what is made until it is delivered everywhere, so that every destination gets the same
 * bytes, whatever happens meanwhile. For one service.
 */
final class Spool {
  private final Path root;

  Spool(Path root) {
    this.root = root;
  }

  /** Keeps the files of a run. */
  void keep(ReportRun.Id id, SortedMap<String, byte[]> files) throws IOException {
    ReportFiles.write(files, folder(id));
  }

  /** The files as they were made; empty where one is missing or another than it was. */
  Optional<SortedMap<String, byte[]>> files(ReportRun run) throws IOException {
    SortedMap<String, byte[]> files = new TreeMap<>();
    for (ReportRun.MadeFile file : run.files()) {
      Path path = folder(run.id()).resolve(file.name());
      if (!Files.isRegularFile(path)) {
        return Optional.empty();
      }
      byte[] bytes = Files.readAllBytes(path);
      if (!Making.sha256(bytes).equals(file.sha256())) {
        return Optional.empty();
      }
      files.put(file.name(), bytes);
    }
    return Optional.of(files);
  }

  /** Lets go of a run's files. */
  void drop(ReportRun run) throws IOException {
    Path folder = folder(run.id());
    for (ReportRun.MadeFile file : run.files()) {
      Files.deleteIfExists(folder.resolve(file.name()));
    }
    Files.deleteIfExists(folder);
  }

  private Path folder(ReportRun.Id id) {
    return root.resolve(id.plan() + "_" + id.period().from() + "_r" + id.revision());
  }
}
