package org.vocstream.report.contents;

import java.util.ArrayList;
import java.util.List;
import org.vocstream.report.Block;
import org.vocstream.report.Cell;
import org.vocstream.report.Report;
import org.vocstream.report.Statement;
import org.vocstream.report.Table;

/** A chapter that is being written. For one thread. */
final class ChapterWriter {
  private final String code;
  private final String title;
  private final List<Block> blocks = new ArrayList<>();

  ChapterWriter(String code, String title) {
    this.code = code;
    this.title = title;
  }

  ChapterWriter subtitle(String text) {
    return add(new Statement(Statement.Kind.SUBTITLE, text, ""));
  }

  ChapterWriter finding(String text, String query) {
    return add(new Statement(Statement.Kind.FINDING, text, query));
  }

  ChapterWriter text(String text, String query) {
    return add(new Statement(Statement.Kind.TEXT, text, query));
  }

  ChapterWriter note(String text) {
    return add(new Statement(Statement.Kind.NOTE, text, ""));
  }

  /** A table of the chapter; one without rows is left out. */
  ChapterWriter table(
      String name, String caption, List<String> columns, List<List<Cell>> rows, String query) {
    return rows.isEmpty() ? this : add(new Table(code + "." + name, caption, columns, rows, query));
  }

  ChapterWriter add(Block block) {
    blocks.add(block);
    return this;
  }

  Report.Chapter chapter() {
    return new Report.Chapter(code, title, blocks);
  }
}
