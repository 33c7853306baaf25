package org.vocstream.feedback;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Reads CSV with a header (RFC 4180): every row becomes a JSON object of its filled cells. Not
 * thread-safe.
 *
 * <p>The bytes are read as ISO 8859-1 and each cell is decoded as UTF-8 by itself, so that one
 * broken cell costs one row and not the rest of the file.
 */
public final class CsvReader implements RecordReader {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String BOM = "\u00EF\u00BB\u00BF";

  /** Characters of a column's name that a problem repeats; a longer one is told by its number. */
  private static final int LONGEST_NAME = 80;

  private final BoundedRows bytes;
  private final CSVParser parser;
  private final Iterator<CSVRecord> rows;
  private final String name;
  private final List<String> header;
  private long lastLine;
  private String headerProblem;
  private boolean broken;

  /**
   * A reader of {@code in}, which reads the header at once. One that cannot be understood is the
   * problem of the only record.
   *
   * @param in the bytes, unpacked; closed with the reader
   * @param name how origins name the input
   * @param separator between cells
   * @throws IOException where the input cannot be read
   */
  public CsvReader(InputStream in, String name, char separator) throws IOException {
    this.name = name;
    this.bytes = new BoundedRows(new InputStreamReader(in, StandardCharsets.ISO_8859_1));
    this.parser =
        new CSVParser(
            bytes,
            CSVFormat.RFC4180.builder().setDelimiter(separator).setIgnoreEmptyLines(true).build());
    this.rows = parser.iterator();
    this.header = readHeader();
  }

  @Override
  public List<String> header() {
    return header;
  }

  private List<String> readHeader() {
    try {
      if (!rows.hasNext()) {
        return List.of();
      }
      List<String> cells = rows.next().toList();
      lastLine = parser.getCurrentLineNumber();
      bytes.rowRead();
      List<String> names = new ArrayList<>();
      for (String cell : cells) {
        names.add(decode(cell.startsWith(BOM) ? cell.substring(BOM.length()) : cell).strip());
      }
      return List.copyOf(names);
    } catch (CharacterCodingException e) {
      headerProblem = "the CSV header is not valid UTF-8; save the file as UTF-8";
    } catch (UncheckedIOException e) {
      headerProblem =
          "the CSV header cannot be read (a quote that is never closed?): "
              + e.getCause().getMessage();
    }
    broken = true;
    return List.of();
  }

  @Override
  public RawRecord next() throws IOException {
    if (headerProblem != null) {
      RawRecord record = problem(name + ":1", headerProblem, "");
      headerProblem = null;
      return record;
    }
    if (broken) {
      return null;
    }
    String origin = name + ":" + (lastLine + 1);
    try {
      if (!rows.hasNext()) {
        return null;
      }
      CSVRecord row = rows.next();
      lastLine = parser.getCurrentLineNumber();
      bytes.rowRead();
      long size = sizeOf(row);
      return record(origin, row, size);
    } catch (UncheckedIOException e) {
      // Nothing behind an open quote can be told apart any more: one dead letter for the rest.
      broken = true;
      return problem(
          origin,
          "the CSV cannot be read from here on (a quote that is never closed?): "
              + e.getCause().getMessage(),
          "");
    }
  }

  private RawRecord record(String origin, CSVRecord row, long size) throws IOException {
    if (row.size() != header.size()) {
      return problem(
          origin,
          String.format(
              "the row has %d cells, the header %d; quote cells that hold a separator",
              row.size(), header.size()),
          String.join(",", row.toList()));
    }
    ObjectNode object = JSON.createObjectNode();
    for (int i = 0; i < row.size(); i++) {
      String cell = row.get(i);
      if (!cell.isEmpty()) {
        try {
          object.put(header.get(i), decode(cell));
        } catch (CharacterCodingException e) {
          return problem(
              origin,
              "not valid UTF-8 in column " + shown(i) + "; save the file as UTF-8",
              String.join(",", row.toList()));
        }
      }
    }
    return new RawRecord(origin, JSON.writeValueAsString(object), size, null);
  }

  private String shown(int column) {
    String name = header.get(column);
    return name.length() <= LONGEST_NAME ? name : String.valueOf(column + 1);
  }

  private static long sizeOf(CSVRecord row) {
    long size = row.size();
    for (String cell : row) {
      size += cell.length();
    }
    return size;
  }

  private static RawRecord problem(String origin, String problem, String latin) {
    byte[] bytes = latin.getBytes(StandardCharsets.ISO_8859_1);
    String kept = Utf8.lenient(bytes, 0, Math.min(bytes.length, KEPT_OF_A_PROBLEM));
    return new RawRecord(origin, kept, bytes.length, problem);
  }

  private static String decode(String latin) throws CharacterCodingException {
    return StandardCharsets.UTF_8
        .newDecoder()
        .onMalformedInput(CodingErrorAction.REPORT)
        .onUnmappableCharacter(CodingErrorAction.REPORT)
        .decode(ByteBuffer.wrap(latin.getBytes(StandardCharsets.ISO_8859_1)))
        .toString();
  }

  @Override
  public void close() throws IOException {
    parser.close();
  }
}
