package org.vocstream.report;

import java.util.List;

/**
 * All that a competitor report says, without any format: every format writes the same. Immutable.
 *
 * @param language it is written in
 * @param title on its first page
 * @param facts under the title: what was compared, period, data cut; in order
 * @param chapters in order
 * @param queries what was asked for it; statements, tables and charts name them by id
 * @param data every number behind it, for those who reckon on: sheets of the workbook, in no other
 *     format
 */
public record Report(
    ReportLanguage language,
    String title,
    List<Fact> facts,
    List<Chapter> chapters,
    List<ReportQuery> queries,
    List<Table> data) {
  /** Copies the lists. */
  public Report {
    facts = List.copyOf(facts);
    chapters = List.copyOf(chapters);
    queries = List.copyOf(queries);
    data = List.copyOf(data);
  }

  /** Without data for those who reckon on. */
  public Report(
      ReportLanguage language,
      String title,
      List<Fact> facts,
      List<Chapter> chapters,
      List<ReportQuery> queries) {
    this(language, title, facts, chapters, queries, List.of());
  }

  /**
   * One fact about the report.
   *
   * @param name what it is: 周期
   * @param value what holds: 2026-10-19..2026-10-25
   */
  public record Fact(String name, String value) {}

  /**
   * A part of a report with a title of its own; a sheet of its workbook.
   *
   * @param code stable name: {@code gaps}
   * @param title as people read it
   * @param blocks what stands in it, in order
   */
  public record Chapter(String code, String title, List<Block> blocks) {
    /** Copies the list. */
    public Chapter {
      blocks = List.copyOf(blocks);
    }
  }

  /**
   * A question to the index, so that every number can be traced and asked for again.
   *
   * @param id within the report: {@code Q3}
   * @param what it asks, in words
   * @param command that answers it again: {@code scripts/voc compare --brand A ...}; empty where
   *     none does
   */
  public record ReportQuery(String id, String what, String command) {}
}
