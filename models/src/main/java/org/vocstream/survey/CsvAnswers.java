package org.vocstream.survey;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.vocstream.text.FileCharset;

/**
 * Reads a table of answers from CSV (RFC 4180) in any encoding of {@link FileCharset}; cells are
 * separated by commas, tabs or semicolons, as the header shows. Stateless, thread-safe.
 */
public final class CsvAnswers {
  private static final char[] SEPARATORS = {',', '\t', ';'};

  private CsvAnswers() {}

  /**
   * The table.
   *
   * @param name of the file
   * @throws AnswerTableException where there is none
   */
  public static AnswerTable read(String name, byte[] bytes) throws AnswerTableException {
    String text =
        FileCharset.decode(bytes)
            .orElseThrow(
                () ->
                    new AnswerTableException(
                        "the file is neither UTF-8 nor GBK text; save it as CSV in UTF-8"));
    if (text.isBlank()) {
      throw new AnswerTableException("the file is empty");
    }
    if (FileCharset.isBinary(text)) {
      throw new AnswerTableException("the file is binary and no CSV; export it as CSV or XLSX");
    }
    CSVFormat format =
        CSVFormat.RFC4180.builder().setDelimiter(separator(text)).setIgnoreEmptyLines(true).build();
    List<String> header = new ArrayList<>();
    List<AnswerTable.Row> rows = new ArrayList<>();
    int line = 1;
    try (CSVParser parser = CSVParser.parse(new StringReader(text), format)) {
      for (CSVRecord record : parser) {
        List<String> cells = record.toList();
        boolean blank = cells.stream().allMatch(String::isBlank);
        if (!blank && header.isEmpty()) {
          header.addAll(cells);
        } else if (!blank) {
          rows.add(row(line, cells, header.size()));
        }
        line = (int) parser.getCurrentLineNumber() + 1;
      }
    } catch (IOException | UncheckedIOException e) {
      throw new AnswerTableException(
          "the CSV cannot be read from line "
              + line
              + " on (a quote that is never closed?); put quotes around cells that hold quotes, and double these");
    }
    return new AnswerTable(name, header, rows);
  }

  private static AnswerTable.Row row(int line, List<String> cells, int columns) {
    return new AnswerTable.Row(
        line,
        cells,
        cells.size() == columns
            ? null
            : String.format(
                "the row has %d cells, the header %d; quote cells that hold a separator",
                cells.size(), columns));
  }

  /** The separator that stands in the header most often. */
  private static char separator(String text) {
    String header = text.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
    char best = SEPARATORS[0];
    long most = 0;
    for (char separator : SEPARATORS) {
      long count = header.chars().filter(c -> c == separator).count();
      if (count > most) {
        most = count;
        best = separator;
      }
    }
    return best;
  }
}
