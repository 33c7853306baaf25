package org.vocstream.feedback;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * Unpacks gzip as far as it goes: where it is none, is cut short or is damaged, the bytes end there
 * and {@link #problem} says why. Not thread-safe.
 */
final class Gunzip extends InputStream {
  private static final int BUFFER = 1 << 16;

  private final InputStream packed;
  private InputStream unpacked = InputStream.nullInputStream();
  private String problem;
  private int last = '\n';

  /**
   * Reads the head of the gzip.
   *
   * @throws IOException where the input cannot be read; never for what stands in it
   */
  Gunzip(InputStream packed) throws IOException {
    this.packed = packed;
    try {
      unpacked = new BufferedInputStream(new GZIPInputStream(packed, BUFFER), BUFFER);
    } catch (ZipException | EOFException e) {
      problem = "this is no gzip though the name ends in .gz; pack the file or rename it";
    }
  }

  /** Why the bytes ended too early, or null where they did not. */
  String problem() {
    return problem;
  }

  /** True where the bytes so far end with a line, or there are none. */
  boolean endsWithLine() {
    return last == '\n';
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] into, int from, int length) throws IOException {
    if (problem != null) {
      return -1;
    }
    try {
      int count = unpacked.read(into, from, length);
      last = count > 0 ? into[from + count - 1] : last;
      return count;
    } catch (ZipException | EOFException e) {
      problem = "the gzip is cut short or damaged (" + e.getMessage() + ")";
      return -1;
    }
  }

  @Override
  public void close() throws IOException {
    try (packed) {
      unpacked.close();
    }
  }
}
