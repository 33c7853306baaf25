package org.vocstream.feedback;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * Reads JSON lines: every line is a record, an empty one too, so that records and lines count
 * alike. Holds one line in memory at a time. Not thread-safe.
 */
public final class JsonLinesReader implements RecordReader {
  private static final byte[] BOM = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  private final InputStream in;
  private final String name;
  private final byte[] chunk = new byte[1 << 16];
  private int at;
  private int limit;
  private byte[] line = new byte[4096];
  private long number;

  /**
   * A reader of {@code in}.
   *
   * @param in the bytes, unpacked; closed with the reader
   * @param name how origins name the input
   */
  public JsonLinesReader(InputStream in, String name) {
    this.in = in;
    this.name = name;
  }

  @Override
  public RawRecord next() throws IOException {
    long size = 0;
    int kept = 0;
    boolean ended = false;
    while (!ended && fill()) {
      int end = at;
      while (end < limit && chunk[end] != '\n') {
        end++;
      }
      int length = end - at;
      kept = keep(kept, length);
      ended = end < limit;
      size += length + (ended ? 1 : 0);
      at = ended ? end + 1 : end;
    }
    return size == 0 ? null : record(kept, size);
  }

  private boolean fill() throws IOException {
    if (at == limit) {
      limit = in.read(chunk);
      at = 0;
    }
    return limit > 0;
  }

  /** Appends to the line while it is short enough; what is beyond the limit is only counted. */
  private int keep(int kept, int length) {
    int more = Math.min(length, MAX_RECORD_BYTES + 1 - kept);
    if (kept + more > line.length) {
      line = Arrays.copyOf(line, Math.max(kept + more, line.length * 2));
    }
    System.arraycopy(chunk, at, line, kept, more);
    return kept + more;
  }

  private RawRecord record(int kept, long size) {
    number++;
    String origin = name + ":" + number;
    if (kept > MAX_RECORD_BYTES) {
      String head = Utf8.lenient(line, 0, KEPT_OF_A_PROBLEM);
      line = new byte[4096];
      String problem =
          String.format(
              "the line is longer than %d MiB; one line holds one feedback, split it",
              MAX_RECORD_BYTES >> 20);
      return new RawRecord(origin, head, size, problem);
    }
    int from =
        number == 1 && kept >= BOM.length && Arrays.equals(line, 0, BOM.length, BOM, 0, BOM.length)
            ? BOM.length
            : 0;
    int to = kept > from && line[kept - 1] == '\r' ? kept - 1 : kept;
    return Utf8.record(origin, line, from, to, size);
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
