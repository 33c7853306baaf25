package org.vocstream.jobs;

import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Collection;
import java.util.EnumSet;
import java.util.TreeMap;
import org.apache.flink.connector.file.src.FileSourceSplit;
import org.apache.flink.connector.file.src.enumerate.FileEnumerator;
import org.vocstream.feedback.RecordReader;

/**
 * Finds the files to read. Flink's own enumerator fails on a name with a colon ({@code
 * 2026-10-05T09:00.jsonl}) and reads a file twice that it meets twice.
 */
final class InputFiles implements FileEnumerator {
  private final InputRoots roots;

  InputFiles(InputRoots roots) {
    this.roots = roots;
  }

  /** One split per file, in order of path. */
  @Override
  public Collection<FileSourceSplit> enumerateSplits(
      org.apache.flink.core.fs.Path[] paths, int minDesiredSplits) throws IOException {
    TreeMap<String, FileSourceSplit> found = new TreeMap<>();
    for (Path root : roots.files()) {
      Files.walkFileTree(
          root,
          EnumSet.of(FileVisitOption.FOLLOW_LINKS),
          Integer.MAX_VALUE,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes about) {
              return directory.equals(root) || !directory.getFileName().toString().startsWith(".")
                  ? FileVisitResult.CONTINUE
                  : FileVisitResult.SKIP_SUBTREE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes about) {
              if (file.equals(root) || RecordReader.isInput(file.getFileName().toString())) {
                found.put(file.toString(), split(file, about));
              }
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
              // Moved away while the directory was searched, or a link to a directory above it.
              boolean needless =
                  e instanceof NoSuchFileException || e instanceof FileSystemLoopException;
              if (needless && !file.equals(root)) {
                return FileVisitResult.CONTINUE;
              }
              throw e;
            }
          });
    }
    return found.values();
  }

  private static FileSourceSplit split(Path file, BasicFileAttributes about) {
    return new FileSourceSplit(
        file.toString(),
        InputRoots.path(file),
        0,
        about.size(),
        about.lastModifiedTime().toMillis(),
        about.size());
  }
}
