package org.vocstream.report.format;

import java.util.List;
import java.util.stream.Collectors;
import org.vocstream.report.Block;
import org.vocstream.report.Chart;
import org.vocstream.report.Quotation;
import org.vocstream.report.Report;
import org.vocstream.report.Report.Chapter;
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
  private final QueryLinks queries;
  private final TableMarkup tables;
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
    this.queries = new QueryLinks(out, report);
    this.tables = new TableMarkup(out, queries, print);
  }

  /** The report in one line: its facts. */
  static String description(Report report) {
    return report.facts().stream()
        .map(fact -> fact.name() + " " + fact.value())
        .collect(Collectors.joining("; "));
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
      String title = chapters.get(at).title();
      out.begin("li").begin("a", "href", "#" + anchor(chapters.get(at)), "title", title);
      out.element("span", Integer.toString(at + 1), "class", "number");
      out.text(title).end().end();
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
      tables.write(table);
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
    queries.link(statement.query());
    out.end();
  }

  private void chart(Chart chart) {
    charts++;
    out.begin("figure", "tabindex", "0");
    out.begin("figcaption").text(chart.caption());
    queries.link(chart.query());
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
    queries.link(quote.query());
    out.end().end();
  }

  private ReportLanguage language() {
    return report.language();
  }

  /** Where a chapter stands, for links to it. */
  static String anchor(Chapter chapter) {
    return "c-" + chapter.code().replaceAll("[^A-Za-z0-9_-]", "-");
  }
}
