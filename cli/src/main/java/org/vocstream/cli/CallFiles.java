package org.vocstream.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.vocstream.call.TranscriptImport;

/** The transcript files that a user names, each with the id that its place gives it. Stateless. */
final class CallFiles {
  private CallFiles() {}

  /**
   * One file.
   *
   * @param path where it is
   * @param name its path below the folder that was named: {@code 2026-10/c17.vtt}
   */
  record CallFile(Path path, String name) {
    /** The name without its ending, with slashes whatever the system: {@code 2026-10/c17}. */
    String id() {
      String plain = name.replace('\\', '/');
      return plain.toLowerCase(Locale.ROOT).matches(".*\\.(vtt|srt|json|txt)")
          ? plain.substring(0, plain.lastIndexOf('.'))
          : plain;
    }
  }

  /**
   * Each file as given, of a directory all that are named like a transcript, in order of path.
   *
   * @throws UserError where there is no such path, or a directory holds none
   */
  static List<CallFile> of(List<Path> paths) {
    List<CallFile> files = new ArrayList<>();
    for (Path path : paths) {
      if (!Files.isReadable(path)) {
        throw UserError.usage(path + ": no such file or directory, or it may not be read");
      }
      if (Files.isDirectory(path)) {
        files.addAll(below(path));
      } else {
        files.add(new CallFile(path, path.getFileName().toString()));
      }
    }
    return files;
  }

  private static List<CallFile> below(Path directory) {
    try (Stream<Path> found = Files.walk(directory)) {
      List<CallFile> files =
          found
              .filter(Files::isRegularFile)
              .filter(f -> TranscriptImport.isTranscript(f.getFileName().toString()))
              .sorted()
              .map(f -> new CallFile(f, directory.relativize(f).toString()))
              .toList();
      if (files.isEmpty()) {
        throw UserError.usage(
            directory + ": no .vtt, .srt, .json or .txt file is in this directory");
      }
      return files;
    } catch (IOException e) {
      throw UserError.failed(directory + " cannot be read: " + e.getMessage(), e);
    }
  }
}
