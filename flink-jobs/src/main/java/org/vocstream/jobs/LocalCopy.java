package org.vocstream.jobs;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.flink.core.fs.FileStatus;
import org.apache.flink.core.fs.FileSystem;
import org.apache.flink.core.fs.Path;

/**
 * A copy on this machine of a file or folder that stands on a file system of Flink's ({@code
 * s3://...}, {@code hdfs://...}, {@code file://...}), for code that reads local files. Deleted when
 * it is closed.
 */
final class LocalCopy implements AutoCloseable {
  private final java.nio.file.Path temporary;
  private final java.nio.file.Path copy;

  private LocalCopy(java.nio.file.Path temporary, java.nio.file.Path copy) {
    this.temporary = temporary;
    this.copy = copy;
  }

  /** Whether this is the URI of something that must be copied, and not a local path or a name. */
  static boolean isNeededFor(String location) {
    return location != null && location.matches("[a-zA-Z][a-zA-Z0-9+.-]*://.*");
  }

  /**
   * Copies it.
   *
   * @param location a URI of a file system that Flink knows
   * @throws IOException where there is nothing, or Flink knows no such file system; Flink's message
   *     says which plug-in is missing
   */
  static LocalCopy of(String location) throws IOException {
    URI uri = URI.create(location);
    FileSystem files = FileSystem.get(uri);
    java.nio.file.Path temporary = Files.createTempDirectory("voc-copy");
    LocalCopy copy = new LocalCopy(temporary, temporary.resolve(new Path(uri).getName()));
    boolean done = false;
    try {
      copy(files, files.getFileStatus(new Path(uri)), copy.copy);
      done = true;
    } finally {
      if (!done) {
        copy.close();
      }
    }
    return copy;
  }

  private static void copy(FileSystem files, FileStatus from, java.nio.file.Path to)
      throws IOException {
    if (from.isDir()) {
      Files.createDirectories(to);
      for (FileStatus child : files.listStatus(from.getPath())) {
        copy(files, child, to.resolve(child.getPath().getName()));
      }
    } else {
      try (InputStream in = files.open(from.getPath())) {
        Files.copy(in, to);
      }
    }
  }

  /** Where the copy is. */
  java.nio.file.Path path() {
    return copy;
  }

  @Override
  public void close() throws IOException {
    List<java.nio.file.Path> all;
    try (Stream<java.nio.file.Path> found = Files.walk(temporary)) {
      all = found.sorted(Comparator.reverseOrder()).toList();
    }
    for (java.nio.file.Path file : all) {
      Files.delete(file);
    }
  }
}
