package org.vocstream.report.schedule;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.vocstream.elasticsearch.ReportRun;
import org.vocstream.report.Cell;
import org.vocstream.report.Report;
import org.vocstream.report.Table;

/** The numbers and verdicts of a report, each under a name that every revision gives it. */
final class Figures {
  private static final String BETWEEN = " · ";

  private Figures() {}

  /** Every cell of every table but those that name rows, in order. */
  static List<ReportRun.Figure> of(Report report) {
    List<ReportRun.Figure> figures = new ArrayList<>();
    Map<String, Integer> seen = new HashMap<>();
    report.chapters().stream()
        .flatMap(chapter -> chapter.blocks().stream())
        .filter(Table.class::isInstance)
        .map(Table.class::cast)
        .forEach(table -> add(report.language().code(), table, figures, seen));
    return figures;
  }

  private static void add(
      String language, Table table, List<ReportRun.Figure> figures, Map<String, Integer> seen) {
    for (List<Cell> row : table.rows()) {
      String begin = table.caption() + BETWEEN + written(row.get(0));
      // Rows of the same name are told apart by their order.
      int times = seen.merge(begin, 1, Integer::sum);
      String name = times == 1 ? begin : begin + " #" + times;
      for (int i = 1; i < row.size(); i++) {
        figures.add(
            new ReportRun.Figure(
                language, name + BETWEEN + table.columns().get(i), written(row.get(i))));
      }
    }
  }

  private static String written(Cell cell) {
    if (cell instanceof Cell.Text text) {
      return text.text();
    }
    if (cell instanceof Cell.Amount amount) {
      return amount.unit().of(amount.value());
    }
    if (cell instanceof Cell.Interval interval) {
      return interval.unit().of(interval.value(), interval.low(), interval.high());
    }
    return ((Cell.Missing) cell).why();
  }
}
