package org.vocstream.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Keeps standard input in a file, so that a job that restarts can read it again. */
final class Spool {
  private Spool() {}

  /**
   * Reads standard input to its end.
   *
   * @return a file named by its content, so that the same input again gives the same dead letters
   */
  static Path standardInput(WorkDirectory work) throws IOException {
    Files.createDirectories(work.spool());
    Path part = Files.createTempFile(work.spool(), "stdin", ".part");
    MessageDigest digest = sha256();
    try (InputStream in = new DigestInputStream(System.in, digest);
        OutputStream out = Files.newOutputStream(part)) {
      in.transferTo(out);
    }
    String name = "stdin-" + HexFormat.of().formatHex(digest.digest()).substring(0, 12) + ".jsonl";
    return Files.move(part, work.spool().resolve(name), StandardCopyOption.REPLACE_EXISTING);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
