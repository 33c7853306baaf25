package org.vocstream.report;

import java.util.List;

/**
 * Rows under a header. Every row has a cell for each column.
 *
 * @param code stable name within the report: {@code gaps.indicators}
 * @param caption what it shows, as people read it
 * @param columns in order; the first one names the rows
 * @param rows in order
 * @param query id of the query that it shows
 */
public record Table(
    String code, String caption, List<String> columns, List<List<Cell>> rows, String query)
    implements Block {
  /**
   * Copies the lists.
   *
   * @throws IllegalArgumentException where a row has more or fewer cells than there are columns
   */
  public Table {
    columns = List.copyOf(columns);
    rows = rows.stream().map(List::copyOf).toList();
    for (List<Cell> row : rows) {
      if (row.size() != columns.size()) {
        throw new IllegalArgumentException(
            code + ": a row has " + row.size() + " cells for " + columns.size() + " columns");
      }
    }
  }
}
