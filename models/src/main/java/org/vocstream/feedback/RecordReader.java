package org.vocstream.feedback;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;

/** Cuts an input into records, one after the other. Not thread-safe. */
public interface RecordReader extends Closeable {
  /** Bytes of one record at the most; a longer one is passed over and reported as a problem. */
  int MAX_RECORD_BYTES = 16 << 20;

  /** Bytes that are kept of a record that is passed over. */
  int KEPT_OF_A_PROBLEM = 4096;

  /**
   * The next record, or null at the end.
   *
   * @throws IOException where the input cannot be read; never for what stands in it
   */
  RawRecord next() throws IOException;

  /** Names of the columns; empty for an input that has none. */
  default List<String> header() {
    return List.of();
  }

  /**
   * A reader for a file of this name: {@code .csv} and {@code .tsv} have a header, all else is JSON
   * lines; with {@code .gz} behind it is unpacked. A file that is no gzip though its name says so,
   * or whose header cannot be understood, gives one record with a problem.
   *
   * @param in the bytes of the file; closed with the reader
   * @param name path of the file as origins shall name it
   * @throws IOException where the input cannot be read; never for what stands in it
   */
  static RecordReader open(InputStream in, String name) throws IOException {
    String plain = name.toLowerCase(Locale.ROOT);
    InputStream bytes = new BufferedInputStream(in, 1 << 16);
    if (plain.endsWith(".gz")) {
      Gunzip unpacked = new Gunzip(bytes);
      String packed = plain.substring(0, plain.length() - 3);
      return new GzipReader(unpacked, readerOf(unpacked, name, packed), name);
    }
    return readerOf(bytes, name, plain);
  }

  /**
   * True for a name that a directory is searched for: JSON lines, CSV or TSV, each also gzipped.
   */
  static boolean isInput(String name) {
    return name.toLowerCase(Locale.ROOT).matches("[^.].*\\.(jsonl|ndjson|json|csv|tsv)(\\.gz)?");
  }

  private static RecordReader readerOf(InputStream bytes, String name, String plain)
      throws IOException {
    if (plain.endsWith(".csv")) {
      return new CsvReader(bytes, name, ',');
    }
    return plain.endsWith(".tsv")
        ? new CsvReader(bytes, name, '\t')
        : new JsonLinesReader(bytes, name);
  }
}
