package org.vocstream.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.vocstream.feedback.KeyedHash;
import org.vocstream.jobs.FeedbackScoringOptions.Secret;

/**
 * The folder where everything that a machine keeps stands: the embedded Elasticsearch's data, logs,
 * the hash key.
 */
public record WorkDirectory(Path root) {
  /** {@code $VOC_WORK}, or {@code .voc} in the project's folder. */
  public static WorkDirectory ofUser() {
    String given = System.getenv("VOC_WORK");
    return new WorkDirectory(
        given == null || given.isBlank()
            ? Voc.home().resolve(".voc")
            : Path.of(given).toAbsolutePath());
  }

  /** The demo's own folder: what a user has indexed is none of its business. */
  WorkDirectory demo() {
    return new WorkDirectory(root.resolve("demo"));
  }

  /** That of measurements, which fill an index with what nobody wants to keep. */
  public WorkDirectory benchmark() {
    return new WorkDirectory(root.resolve("benchmark"));
  }

  /** Home of the embedded Elasticsearch. */
  public Path elasticsearch() {
    return root.resolve("elasticsearch");
  }

  /** Says which process keeps the stack up, and where. */
  Path stackFile() {
    return root.resolve("stack.json");
  }

  /** Says which processes run a job, and where each can be asked. */
  Path runs() {
    return root.resolve("runs");
  }

  /** Where standard input is kept while a job reads it. */
  Path spool() {
    return root.resolve("spool");
  }

  /** Folder of the logs. */
  Path logs() {
    return root.resolve("logs");
  }

  /**
   * The secret key of the pseudonyms: {@code $VOC_HASH_KEY} (or the file in {@code
   * $VOC_HASH_KEY_FILE}), or one made here once and kept for the owner's eyes only.
   *
   * @throws IOException where it can be neither read nor made
   */
  Secret hashKey() throws IOException {
    Optional<String> given = UserError.secret("VOC_HASH_KEY");
    if (given.isPresent()) {
      return new Secret(given.get().getBytes(StandardCharsets.UTF_8));
    }
    Path file = root.resolve("hash.key");
    try {
      return new Secret(Files.readAllBytes(file));
    } catch (NoSuchFileException e) {
      Files.createDirectories(root);
      byte[] key = KeyedHash.newKey();
      Path fresh =
          Files.createTempFile(
              root,
              "hash",
              ".key",
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.write(fresh, key);
      Files.move(fresh, file);
      return new Secret(key);
    }
  }

  /** Deletes the folder with all in it; nothing happens where there is none. */
  public void delete() throws IOException {
    if (!Files.exists(root)) {
      return;
    }
    Files.walkFileTree(
        root,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path directory, IOException e)
              throws IOException {
            Files.delete(directory);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
