package org.vocstream.jobs;

import java.io.Serializable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The files and directories that a run was given, and how origins name what stands in them. The
 * names do not change with the place from where the run is started. Immutable.
 */
final class InputRoots implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Absolute path to the name of it: the last part, or as many as tell it from the others. */
  private final LinkedHashMap<String, String> names = new LinkedHashMap<>();

  InputRoots(List<Path> inputs) {
    List<Path> roots =
        new ArrayList<>(
            inputs.stream().map(p -> p.toAbsolutePath().normalize()).distinct().toList());
    for (Path root : roots) {
      int parts = 1;
      while (parts < root.getNameCount() && isShared(tail(root, parts), parts, roots)) {
        parts++;
      }
      names.put(root.toString(), tail(root, parts).toString());
    }
  }

  private static boolean isShared(Path tail, int parts, List<Path> roots) {
    return roots.stream().filter(r -> tail(r, parts).equals(tail)).count() > 1;
  }

  private static Path tail(Path path, int parts) {
    int count = path.getNameCount();
    return count == 0 ? Path.of("") : path.subpath(Math.max(0, count - parts), count);
  }

  /** The roots themselves, each once, in the order given. */
  List<Path> files() {
    return names.keySet().stream().map(Path::of).toList();
  }

  /** The same for Flink. */
  org.apache.flink.core.fs.Path[] paths() {
    return files().stream().map(InputRoots::path).toArray(org.apache.flink.core.fs.Path[]::new);
  }

  /** A path for Flink; not by its text, for Flink takes what stands before a colon as a scheme. */
  static org.apache.flink.core.fs.Path path(Path file) {
    return new org.apache.flink.core.fs.Path(file.toUri());
  }

  /**
   * {@code feed/posts.jsonl} for a file below the input directory {@code feed}, the bare name for a
   * file given by itself.
   */
  String nameOf(org.apache.flink.core.fs.Path file) {
    Path path = Path.of(file.toUri());
    for (Map.Entry<String, String> root : names.entrySet()) {
      Path directory = Path.of(root.getKey());
      if (path.startsWith(directory)) {
        Path below = path.equals(directory) ? Path.of("") : directory.relativize(path);
        return Path.of(root.getValue()).resolve(below).toString();
      }
    }
    return path.getFileName().toString();
  }
}
