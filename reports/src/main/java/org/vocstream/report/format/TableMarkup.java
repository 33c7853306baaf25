package org.vocstream.report.format;

import java.util.List;
import java.util.Locale;
import org.vocstream.report.Cell;
import org.vocstream.report.Table;

/**
 * Tables as XHTML. In print, columns have fixed shares of the width, and the style sheet puts wide
 * tables on pages across. For one thread.
 */
final class TableMarkup {
  /** A table of so many rows, of one or two lines each, had rather begin on the next page. */
  private static final int SHORT = 20;

  private static final int TWO_LINES = 50;

  private final Markup out;
  private final QueryLinks queries;
  private final boolean print;

  TableMarkup(Markup out, QueryLinks queries, boolean print) {
    this.out = out;
    this.queries = queries;
    this.print = print;
  }

  /** Writes a table. */
  void write(Table table) {
    Columns columns = Columns.of(table);
    if (print) {
      out.begin("div", "class", "table " + size(columns) + (isShort(table) ? " whole" : ""));
    } else {
      // It may have to be scrolled, also by those who have no mouse.
      out.begin(
          "div",
          "class",
          "table",
          "tabindex",
          "0",
          "role",
          "region",
          "aria-label",
          table.caption());
    }
    out.begin("table").begin("caption").text(table.caption());
    queries.link(table.query());
    out.end();
    if (print) {
      out.begin("colgroup");
      for (double share : columns.shares()) {
        out.empty("col", "style", String.format(Locale.ROOT, "width: %.2f%%", share));
      }
      out.end();
    }
    out.begin("thead").begin("tr");
    for (int at = 0; at < table.columns().size(); at++) {
      String kind = columns.numeric().get(at) ? "number" : "text";
      out.element("th", table.columns().get(at), "scope", "col", "class", kind);
    }
    out.end().end().begin("tbody");
    for (List<Cell> row : table.rows()) {
      row(row, columns);
    }
    out.end().end().end();
  }

  private static boolean isShort(Table table) {
    return table.rows().size() <= SHORT
        && table.rows().stream()
            .flatMap(List::stream)
            .allMatch(cell -> TextWidth.of(Texts.of(cell)) <= TWO_LINES);
  }

  private static String size(Columns columns) {
    String size = columns.across() ? "across" : columns.wide() ? "dense" : "usual";
    return columns.stacked() ? size + " stacked" : size;
  }

  private void row(List<Cell> row, Columns columns) {
    String first = row.isEmpty() ? "" : Texts.of(row.get(0));
    if (queries.leadTo(first)) {
      out.begin("tr", "id", QueryChapter.anchor(first));
    } else {
      out.begin("tr");
    }
    for (int at = 0; at < row.size(); at++) {
      Cell cell = row.get(at);
      String style = Texts.style(Texts.tone(cell));
      out.begin("td", "class", columns.numeric().get(at) ? "number " + style : style);
      String value = Texts.value(cell);
      String interval = Texts.of(cell).substring(value.length());
      out.text(value);
      if (!interval.isEmpty()) {
        out.element("span", interval, "class", "interval");
      }
      out.end();
    }
    out.end();
  }
}
