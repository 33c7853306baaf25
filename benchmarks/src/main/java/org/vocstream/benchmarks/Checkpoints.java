package org.vocstream.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/** The checkpoints of a job that writes all its state with each, in a folder. Immutable. */
final class Checkpoints {
  private static final String COMPLETE = "_metadata";
  private static final long LOOK_EVERY_MILLIS = 500;

  private final Path folder;

  Checkpoints(Path folder) {
    this.folder = folder;
  }

  /**
   * Waits for one that is completed after an instant.
   *
   * @param job fails where it has ended
   * @return its size in bytes
   */
  long sizeOfOneAfter(Instant instant, JobProcess job) throws IOException, InterruptedException {
    while (true) {
      Optional<Path> found = after(instant);
      if (found.isPresent()) {
        return size(found.get());
      }
      job.requireAlive();
      Thread.sleep(LOOK_EVERY_MILLIS);
    }
  }

  private Optional<Path> after(Instant instant) throws IOException {
    try (Stream<Path> files = Files.walk(folder, 3)) {
      return files
          .filter(file -> file.getFileName().toString().equals(COMPLETE))
          .filter(file -> modified(file).toInstant().isAfter(instant))
          .map(Path::getParent)
          .findFirst();
    } catch (UncheckedIOException | NoSuchFileException e) {
      // One that is not the newest any more is deleted meanwhile.
      return Optional.empty();
    }
  }

  private static FileTime modified(Path file) {
    try {
      return Files.getLastModifiedTime(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static long size(Path checkpoint) throws IOException {
    try (Stream<Path> files = Files.walk(checkpoint)) {
      return files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
    }
  }
}
