package org.vocstream.report.format;

import java.util.List;
import java.util.stream.Stream;
import org.vocstream.report.Block;
import org.vocstream.report.Chart;
import org.vocstream.report.Quotation;
import org.vocstream.report.Report;
import org.vocstream.report.Statement;
import org.vocstream.report.Table;

/** What every format of a report must say. */
final class Expected {
  private Expected() {}

  /** All words and numbers of a report but those that customers wrote. */
  static List<String> texts(Report report) {
    return Stream.of(
            Stream.of(report.title()),
            report.facts().stream().flatMap(fact -> Stream.of(fact.name(), fact.value())),
            report.chapters().stream().map(Report.Chapter::title),
            report.chapters().stream().flatMap(c -> c.blocks().stream()).flatMap(Expected::texts),
            report.queries().stream().flatMap(q -> Stream.of(q.id(), q.what(), q.command())))
        .flatMap(part -> part)
        .map(Expected::pure)
        .toList();
  }

  /** Without spaces and line breaks, as lines break differently in each format. */
  static String pure(String text) {
    return text.replaceAll("[\\s\\u00a0]+", "");
  }

  static List<Table> tables(Report report) {
    return QueryChapter.all(report).stream()
        .flatMap(chapter -> chapter.blocks().stream())
        .filter(Table.class::isInstance)
        .map(Table.class::cast)
        .toList();
  }

  static long charts(Report report) {
    return report.chapters().stream()
        .flatMap(chapter -> chapter.blocks().stream())
        .filter(Chart.class::isInstance)
        .count();
  }

  private static Stream<String> texts(Block block) {
    if (block instanceof Statement statement) {
      return Stream.of(statement.text());
    } else if (block instanceof Table table) {
      return Stream.of(
              Stream.of(table.caption()),
              table.columns().stream(),
              table.rows().stream().flatMap(List::stream).map(Texts::of))
          .flatMap(part -> part);
    } else if (block instanceof Chart chart) {
      return Stream.of(chart.caption());
    }
    Quotation quotation = (Quotation) block;
    return Stream.of(quotation.about(), quotation.source(), quotation.mention());
  }
}
