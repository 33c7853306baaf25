package org.vocstream.report.format;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.vocstream.report.Block;
import org.vocstream.report.Cell;
import org.vocstream.report.Chart;
import org.vocstream.report.Quotation;
import org.vocstream.report.Report;
import org.vocstream.report.Report.Chapter;
import org.vocstream.report.Report.ReportQuery;
import org.vocstream.report.ReportLanguage;
import org.vocstream.report.Statement;
import org.vocstream.report.Table;

/**
 * The body of a report as XHTML: title, table of contents, chapters; for the browser and for print.
 * For one thread and one report.
 */
final class ReportBody {
  /** Writes the pictures of a chart, within a {@code figure}. */
  interface ChartMarkup {
    /**
     * Writes them.
     *
     * @param number of the chart in the report, from 1
     */
    void write(Markup out, Chart chart, int number);
  }

  private final Report report;
  private final boolean print;
  private final ChartMarkup pictures;
  private final Markup out;
  private final Set<String> anchors = new HashSet<>();
  private final Set<String> queries;
  private final List<Chapter> chapters;
  private int charts;

  /**
   * A body.
   *
   * @param print whether it is laid out in pages: columns have fixed shares of the width, and wide
   *     tables a page across
   */
  ReportBody(Report report, boolean print, ChartMarkup pictures) {
    this.report = report;
    this.print = print;
    this.pictures = pictures;
    this.out = print ? new Markup(Typeface::printable) : new Markup();
    this.chapters = QueryChapter.all(report);
    this.queries = report.queries().stream().map(ReportQuery::id).collect(Collectors.toSet());
  }

  /** Its markup, from {@code body} to its end. */
  String markup() {
    out.begin("body");
    if (print) {
      out.element("div", report.title(), "class", "running");
    }
    title();
    contents();
    out.begin("main");
    for (int at = 0; at < chapters.size(); at++) {
      chapter(chapters.get(at), at + 1);
    }
    out.end().end();
    return out.toString();
  }

  private void title() {
    out.begin("header", "class", "title");
    out.element("p", "VoC Stream 听声", "class", "brand");
    out.element("h1", report.title());
    out.begin("table", "class", "facts").begin("tbody");
    for (Report.Fact fact : report.facts()) {
      out.begin("tr").element("th", fact.name(), "scope", "row").element("td", fact.value()).end();
    }
    out.end().end().end();
  }

  private void contents() {
    out.begin("nav", "class", "contents");
    out.element("h2", language().of("目录", "Contents"));
    out.begin("ol");
    for (int at = 0; at < chapters.size(); at++) {
      out.begin("li").begin("a", "href", "#" + anchor(chapters.get(at)));
      out.element("span", Integer.toString(at + 1), "class", "number");
      out.text(chapters.get(at).title()).end().end();
    }
    out.end().end();
  }

  private void chapter(Chapter chapter, int number) {
    out.begin("section", "id", anchor(chapter));
    out.begin("h2").element("span", Integer.toString(number), "class", "number");
    out.text(chapter.title()).end();
    boolean findings = false;
    for (Block block : chapter.blocks()) {
      boolean finding =
          block instanceof Statement statement && statement.kind() == Statement.Kind.FINDING;
      if (finding && !findings) {
        out.begin("ul", "class", "findings");
      } else if (findings && !finding) {
        out.end();
      }
      findings = finding;
      block(block);
    }
    if (findings) {
      out.end();
    }
    out.end();
  }

  private void block(Block block) {
    if (block instanceof Statement statement) {
      statement(statement);
    } else if (block instanceof Table table) {
      table(table);
    } else if (block instanceof Chart chart) {
      chart(chart);
    } else if (block instanceof Quotation quotation) {
      quotation(quotation);
    }
  }

  private void statement(Statement statement) {
    switch (statement.kind()) {
      case SUBTITLE -> out.begin("h3");
      case FINDING -> out.begin("li");
      case TEXT -> out.begin("p");
      case NOTE -> out.begin("p", "class", "note");
    }
    out.text(statement.text());
    query(statement.query());
    out.end();
  }

  private void table(Table table) {
    Columns columns = Columns.of(table);
    out.begin("div", "class", print ? "table " + size(columns) : "table", "tabindex", "0");
    out.begin("table").begin("caption").text(table.caption());
    query(table.query());
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
      String[] kind = columns.numeric().get(at) ? new String[] {"class", "number"} : new String[0];
      out.begin("th", with(kind, "scope", "col")).text(table.columns().get(at)).end();
    }
    out.end().end().begin("tbody");
    for (List<Cell> row : table.rows()) {
      row(row, columns);
    }
    out.end().end().end();
  }

  private static String size(Columns columns) {
    String size = columns.across() ? "across" : columns.wide() ? "dense" : "usual";
    return columns.stacked() ? size + " stacked" : size;
  }

  private void row(List<Cell> row, Columns columns) {
    String first = row.isEmpty() ? "" : Texts.of(row.get(0));
    if (queries.contains(first) && anchors.add(first)) {
      out.begin("tr", "id", QueryChapter.anchor(first));
    } else {
      out.begin("tr");
    }
    for (int at = 0; at < row.size(); at++) {
      Cell cell = row.get(at);
      String style = Texts.style(Texts.tone(cell));
      String kind = columns.numeric().get(at) ? "number " + style : style;
      out.begin("td", "class", kind);
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

  private void chart(Chart chart) {
    charts++;
    out.begin("figure", "tabindex", "0");
    out.begin("figcaption").text(chart.caption());
    query(chart.query());
    out.end();
    pictures.write(out, chart, charts);
    out.end();
  }

  private void quotation(Quotation quote) {
    String text = quote.text();
    out.begin("blockquote", "class", Texts.style(quote.tone()));
    out.begin("p", "class", "said").text(text.substring(0, quote.start()));
    if (quote.end() > quote.start()) {
      out.element("mark", text.substring(quote.start(), quote.end()));
    }
    out.text(text.substring(quote.end())).end();
    out.begin("p", "class", "source");
    out.element("span", Texts.mark(quote.tone()) + quote.about(), "class", "about");
    out.text(" " + quote.source() + " ");
    out.element("span", quote.mention(), "class", "mention");
    query(quote.query());
    out.end().end();
  }

  private void query(String id) {
    if (queries.contains(id)) {
      out.text(" ").element("a", id, "class", "query", "href", "#" + QueryChapter.anchor(id));
    } else if (!id.isEmpty()) {
      out.text(" ").element("span", id, "class", "query");
    }
  }

  private ReportLanguage language() {
    return report.language();
  }

  static String anchor(Chapter chapter) {
    return "c-" + chapter.code().replaceAll("[^A-Za-z0-9_-]", "-");
  }

  private static String[] with(String[] attributes, String name, String value) {
    List<String> all = new ArrayList<>(List.of(attributes));
    all.add(name);
    all.add(value);
    return all.toArray(String[]::new);
  }
}
