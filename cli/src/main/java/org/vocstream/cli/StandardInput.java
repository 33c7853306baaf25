package org.vocstream.cli;

import java.io.BufferedInputStream;
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
import org.vocstream.feedback.RecordReader;

/**
 * Standard input, which has no name to tell its format: the user says it, and gzip shows by its
 * first bytes.
 */
final class StandardInput {
  private static final int GZIP = 0x1f8b;

  private final BufferedInputStream in;
  private final String ending;

  /**
   * Standard input of this format.
   *
   * @param format {@code jsonl}, {@code csv} or {@code tsv}
   */
  StandardInput(InputStream in, String format) throws IOException {
    this.in = new BufferedInputStream(in);
    this.in.mark(2);
    boolean packed = (this.in.read() << 8 | this.in.read()) == GZIP;
    this.in.reset();
    this.ending = "." + format + (packed ? ".gz" : "");
  }

  /** Reads it record by record as it comes. */
  RecordReader records() throws IOException {
    return RecordReader.open(in, "stdin" + ending);
  }

  /**
   * Reads it to its end into a file, so that a job that restarts can read it again.
   *
   * @return a file named by its content, so that the same input again gives the same dead letters
   */
  Path spool(WorkDirectory work) throws IOException {
    Files.createDirectories(work.spool());
    Path part = Files.createTempFile(work.spool(), "stdin", ".part");
    MessageDigest digest = sha256();
    try (InputStream digested = new DigestInputStream(in, digest);
        OutputStream out = Files.newOutputStream(part)) {
      digested.transferTo(out);
    }
    String name = "stdin-" + HexFormat.of().formatHex(digest.digest()).substring(0, 12) + ending;
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
