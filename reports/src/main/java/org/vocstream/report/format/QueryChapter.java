package org.vocstream.report.format;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.vocstream.report.Cell;
import org.vocstream.report.Report;
import org.vocstream.report.Report.Chapter;
import org.vocstream.report.Report.ReportQuery;
import org.vocstream.report.Table;

/** The queries behind a report as its last chapter, where no table of it lists them already. */
final class QueryChapter {
  private QueryChapter() {}

  /** The chapters of a report, the queries among them. */
  static List<Chapter> all(Report report) {
    if (told(report)) {
      return report.chapters();
    }
    return Stream.concat(report.chapters().stream(), Stream.of(of(report))).toList();
  }

  /** Where the row of a query stands, for links to it. */
  static String anchor(String id) {
    return "q-" + id.replaceAll("[^A-Za-z0-9_-]", "-");
  }

  /** Whether each query has a row of a table that begins with its id. */
  private static boolean told(Report report) {
    Set<String> firsts = new HashSet<>();
    for (Chapter chapter : report.chapters()) {
      chapter.blocks().stream()
          .filter(Table.class::isInstance)
          .flatMap(block -> ((Table) block).rows().stream())
          .filter(row -> !row.isEmpty())
          .forEach(row -> firsts.add(Texts.of(row.get(0))));
    }
    return report.queries().stream().allMatch(query -> firsts.contains(query.id()));
  }

  private static Chapter of(Report report) {
    List<List<Cell>> rows = report.queries().stream().map(QueryChapter::row).toList();
    String title = report.language().of("查询", "Queries");
    List<String> columns =
        List.of(
            report.language().of("编号", "Id"),
            report.language().of("问什么", "What it asks"),
            report.language().of("命令", "Command"));
    return new Chapter("queries", title, List.of(new Table("queries", title, columns, rows, "")));
  }

  private static List<Cell> row(ReportQuery query) {
    return List.of(Cell.text(query.id()), Cell.text(query.what()), Cell.text(query.command()));
  }
}
