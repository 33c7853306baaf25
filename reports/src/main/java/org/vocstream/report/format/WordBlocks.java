package org.vocstream.report.format;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.util.Units;
import org.apache.poi.xwpf.usermodel.Document;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.vocstream.report.Block;
import org.vocstream.report.Chart;
import org.vocstream.report.Quotation;
import org.vocstream.report.Report;
import org.vocstream.report.Report.ReportQuery;
import org.vocstream.report.Statement;
import org.vocstream.report.Table;

/** Writes what stands in chapters into a Word document. For one thread and one report. */
final class WordBlocks {
  private static final int PIXELS = 3;
  private static final double CHART_POINTS = 481.8;

  private final XWPFDocument document;
  private final WordSections sections;
  private final Report report;
  private final Set<String> queries;
  private final Set<String> written = new HashSet<>();
  private int places;
  private int charts;

  WordBlocks(XWPFDocument document, WordSections sections, Report report) {
    this.document = document;
    this.sections = sections;
    this.report = report;
    this.queries = report.queries().stream().map(ReportQuery::id).collect(Collectors.toSet());
  }

  /** A paragraph of a style at the end of the document. */
  WordText paragraph(String style) {
    return new WordText(document.createParagraph(), style);
  }

  /** The title of a chapter, a place that links go to. */
  void heading(String title, String place) {
    sections.turn(false);
    paragraph("Heading1").place(place, places++).text(title);
  }

  void write(Block block) throws InvalidFormatException, IOException {
    sections.turn(block instanceof Table table && Columns.of(table).across());
    if (block instanceof Statement statement) {
      String style =
          switch (statement.kind()) {
            case SUBTITLE -> "Heading2";
            case FINDING -> "Finding";
            case TEXT -> "Normal";
            case NOTE -> "Note";
          };
      paragraph(style).text(statement.text()).query(statement.query());
    } else if (block instanceof Table table) {
      table(table);
    } else if (block instanceof Chart chart) {
      chart(chart);
    } else if (block instanceof Quotation quotation) {
      quotation(quotation);
    }
  }

  private void table(Table table) {
    Columns columns = Columns.of(table);
    paragraph("Caption").text(table.caption()).query(table.query());
    int width = columns.across() ? WordSections.ACROSS : WordSections.UPRIGHT;
    new WordTable(document, columns, width).write(table, this::queryPlace);
    document.createParagraph().setSpacingAfter(0);
  }

  private void queryPlace(String text, WordText cell) {
    if (queries.contains(text) && written.add(text)) {
      cell.place(QueryChapter.anchor(text), places++);
    }
  }

  private void chart(Chart chart) throws InvalidFormatException, IOException {
    paragraph("Caption").text(chart.caption()).query(chart.query());
    for (Picture picture : Pictures.of(chart, report.language())) {
      charts++;
      XWPFParagraph paragraph = document.createParagraph();
      XWPFRun run = paragraph.createRun();
      byte[] png = picture.png(PIXELS);
      int width = Units.toEMU(CHART_POINTS);
      int height = Units.toEMU(CHART_POINTS * picture.height() / picture.width());
      run.addPicture(
          new ByteArrayInputStream(png),
          Document.PICTURE_TYPE_PNG,
          "chart" + charts + ".png",
          width,
          height);
      run.getCTR()
          .getDrawingArray(0)
          .getInlineArray(0)
          .getDocPr()
          .setDescr(XmlText.of(chart.caption()));
    }
  }

  private void quotation(Quotation quote) {
    String text = quote.text();
    paragraph("Quote")
        .text(text.substring(0, quote.start()))
        .marked(text.substring(quote.start(), quote.end()))
        .text(text.substring(quote.end()));
    WordText source = paragraph("QuoteSource");
    source.coloured(Texts.mark(quote.tone()) + quote.about(), Texts.colour(quote.tone()));
    source.text(" " + quote.source() + " " + quote.mention()).query(quote.query());
  }
}
