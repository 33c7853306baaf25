package org.vocstream.feedback;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/**
 * Ends the input of a CSV parser where one row is longer than a record may be: behind a quote that
 * is never closed the parser would take all that is left, be it gigabytes out of a small gzip. Not
 * thread-safe.
 */
final class BoundedRows extends FilterReader {
  /** What the parser may have read of the next rows. */
  private static final int AHEAD = 1 << 16;

  private long sinceRow;

  BoundedRows(Reader in) {
    super(in);
  }

  /** A row is complete. */
  void rowRead() {
    sinceRow = 0;
  }

  @Override
  public int read() throws IOException {
    char[] one = new char[1];
    return read(one, 0, 1) < 0 ? -1 : one[0];
  }

  @Override
  public int read(char[] into, int from, int length) throws IOException {
    if (sinceRow > RecordReader.MAX_RECORD_BYTES + AHEAD) {
      throw new IOException(
          "one row is longer than %d MiB".formatted(RecordReader.MAX_RECORD_BYTES >> 20));
    }
    int count = super.read(into, from, length);
    sinceRow += Math.max(0, count);
    return count;
  }
}
