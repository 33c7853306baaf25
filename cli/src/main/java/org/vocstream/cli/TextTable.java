package org.vocstream.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/**
 * A table as wide as its contents. Columns that do not fit a terminal are continued below, under
 * the same names. For one thread.
 */
final class TextTable {
  private static final int WIDTH = 118;
  private static final String INDENT = "  ";

  private final List<List<String>> rows = new ArrayList<>();

  /** A table with these headings; that of the names may be empty. */
  TextTable(String names, List<String> headings) {
    row(names, headings);
  }

  void row(String name, List<String> cells) {
    List<String> row = new ArrayList<>(List.of(name));
    row.addAll(cells);
    rows.add(row);
  }

  void print(PrintWriter out) {
    int columns = rows.get(0).size();
    int[] widths = new int[columns];
    for (List<String> row : rows) {
      for (int i = 0; i < columns; i++) {
        widths[i] = Math.max(widths[i], WideText.columns(row.get(i)) + INDENT.length());
      }
    }
    int first = 1;
    while (first < columns) {
      int last = first;
      int width = INDENT.length() + widths[0] + widths[first];
      while (last + 1 < columns && width + widths[last + 1] <= WIDTH) {
        last++;
        width += widths[last];
      }
      for (List<String> row : rows) {
        StringBuilder line = new StringBuilder(INDENT);
        line.append(WideText.padRight(row.get(0), widths[0]));
        for (int i = first; i <= last; i++) {
          line.append(WideText.padRight(row.get(i), widths[i]));
        }
        out.println(line.toString().stripTrailing());
      }
      first = last + 1;
    }
  }
}
