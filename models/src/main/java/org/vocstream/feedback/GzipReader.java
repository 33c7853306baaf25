package org.vocstream.feedback;

import java.io.IOException;
import java.util.List;

/**
 * Reads the records of a gzip. One that is cut short or damaged gives every whole record before
 * that point and then one problem with the origin {@code name:0}, which stands for the file itself.
 * Not thread-safe.
 */
final class GzipReader implements RecordReader {
  private final Gunzip bytes;
  private final RecordReader records;
  private final String name;
  private boolean begun;
  private boolean ended;
  private RawRecord ahead;
  private long whole;

  /**
   * A reader.
   *
   * @param bytes the bytes that {@code records} reads
   */
  GzipReader(Gunzip bytes, RecordReader records, String name) {
    this.bytes = bytes;
    this.records = records;
    this.name = name;
  }

  @Override
  public List<String> header() {
    return records.header();
  }

  @Override
  public RawRecord next() throws IOException {
    if (!begun) {
      begun = true;
      ahead = records.next();
    }
    RawRecord record = ahead;
    if (record != null) {
      ahead = records.next();
      boolean cut = ahead == null && bytes.problem() != null && !bytes.endsWithLine();
      if (!cut) {
        whole++;
        return record;
      }
    }
    return problemOnce(record);
  }

  private RawRecord problemOnce(RawRecord cut) {
    if (ended || bytes.problem() == null) {
      return null;
    }
    ended = true;
    String problem =
        whole == 0
            ? bytes.problem()
            : bytes.problem()
                + "; what stands before, "
                + whole
                + " records, was read; pack the file again and read it once more";
    if (cut == null) {
      return new RawRecord(name + ":0", "", 0, problem);
    }
    int kept = Math.min(cut.json().length(), KEPT_OF_A_PROBLEM);
    return new RawRecord(name + ":0", cut.json().substring(0, kept), cut.size(), problem);
  }

  @Override
  public void close() throws IOException {
    records.close();
  }
}
