package org.vocstream.survey;

import java.util.List;

/**
 * A table of answers as an export holds it: a header and a row for each sheet. Immutable.
 *
 * @param name of the file, for messages
 * @param header names of the columns
 * @param rows those that hold anything, in order
 */
public record AnswerTable(String name, List<String> header, List<Row> rows) {
  /**
   * One row.
   *
   * @param line in the file, from 1
   * @param cells in the order of the header, one for each column
   * @param problem why it cannot be used, or null
   */
  public record Row(int line, List<String> cells, String problem) {}

  /** Keeps copies. */
  public AnswerTable {
    header = List.copyOf(header);
    rows = List.copyOf(rows);
  }
}
