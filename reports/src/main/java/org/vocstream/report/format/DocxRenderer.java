package org.vocstream.report.format;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.apache.poi.ooxml.POIXMLProperties;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.xmlbeans.XmlException;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.StylesDocument;
import org.vocstream.report.Block;
import org.vocstream.report.Report;
import org.vocstream.report.Report.Chapter;
import org.vocstream.report.Report.Fact;
import org.vocstream.report.ReportFormat;
import org.vocstream.report.ReportRenderer;

/**
 * A report for Word and those who edit it: headings of Word's own styles, a table of contents that
 * Word brings up to date with page numbers, real tables whose headers are repeated, charts as PNG
 * for print with their caption for those who cannot see them, page numbers. It is set in fonts that
 * Word has (Arial, Microsoft YaHei). The file holds no time: it says that it was made at the start
 * of 2000.
 */
public final class DocxRenderer implements ReportRenderer {
  private static final Date WRITTEN = Date.from(Instant.parse("2000-01-01T00:00:00Z"));

  @Override
  public ReportFormat format() {
    return ReportFormat.DOCX;
  }

  @Override
  public byte[] render(Report report) {
    try (XWPFDocument document = new XWPFDocument();
        ByteArrayOutputStream docx = new ByteArrayOutputStream()) {
      style(document);
      properties(document, report);
      frame(document, report);
      WordSections sections = new WordSections(document);
      WordBlocks blocks = new WordBlocks(document, sections, report);
      title(blocks, report);
      List<Chapter> chapters = QueryChapter.all(report);
      contents(blocks, report, chapters);
      for (int at = 0; at < chapters.size(); at++) {
        Chapter chapter = chapters.get(at);
        blocks.heading(numbered(chapter, at), ReportBody.anchor(chapter));
        for (Block block : chapter.blocks()) {
          blocks.write(block);
        }
      }
      sections.end();
      document.write(docx);
      return FixedZip.of(docx.toByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException("the Word document cannot be written", e);
    } catch (InvalidFormatException | XmlException e) {
      throw new IllegalStateException("the Word document cannot be written", e);
    }
  }

  private static void style(XWPFDocument document) throws IOException, XmlException {
    try (InputStream styles = DocxRenderer.class.getResourceAsStream("style/word.xml")) {
      document.createStyles().setStyles(StylesDocument.Factory.parse(styles).getStyles());
    }
  }

  private static void properties(XWPFDocument document, Report report) {
    POIXMLProperties.CoreProperties properties = document.getProperties().getCoreProperties();
    properties.setTitle(XmlText.of(report.title()));
    properties.setCreator("VoC Stream");
    properties.setCreated(Optional.of(WRITTEN));
    properties.setModified(Optional.of(WRITTEN));
  }

  private static void frame(XWPFDocument document, Report report) {
    new WordText(document.createHeader(HeaderFooterType.DEFAULT).createParagraph(), "Header")
        .text(report.title());
    new WordText(document.createFooter(HeaderFooterType.DEFAULT).createParagraph(), "Footer")
        .field("PAGE", "1")
        .text(" / ")
        .field("NUMPAGES", "1");
  }

  private static void title(WordBlocks blocks, Report report) {
    blocks.paragraph("Subtitle").text("VoC Stream 听声");
    blocks.paragraph("Title").text(report.title());
    for (Fact fact : report.facts()) {
      blocks.paragraph("Fact").coloured(fact.name() + "\t", "5B6770").text(fact.value());
    }
  }

  /** The entries stand there already; Word adds the pages when it brings the field up to date. */
  private static void contents(WordBlocks blocks, Report report, List<Chapter> chapters) {
    blocks.paragraph("TOCHeading").text(report.language().of("目录", "Contents"));
    for (int at = 0; at < chapters.size(); at++) {
      Chapter chapter = chapters.get(at);
      WordText entry = blocks.paragraph("TOC1");
      if (at == 0) {
        entry.begin("TOC \\o \"1-1\" \\h \\z \\u");
      }
      entry.link(numbered(chapter, at), ReportBody.anchor(chapter), false);
      if (at == chapters.size() - 1) {
        entry.end();
      }
    }
  }

  private static String numbered(Chapter chapter, int at) {
    return (at + 1) + "\t" + chapter.title();
  }
}
