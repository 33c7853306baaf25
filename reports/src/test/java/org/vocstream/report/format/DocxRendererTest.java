package org.vocstream.report.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openxmlformats.schemas.drawingml.x2006.wordprocessingDrawing.CTInline;
import org.vocstream.report.Report;
import org.vocstream.report.ReportLanguage;
import org.vocstream.report.Table;

final class DocxRendererTest {
  @ParameterizedTest
  @EnumSource
  void saysAllThatTheReportSays(ReportLanguage language) throws IOException {
    Report report = SomeReport.in(language);
    try (XWPFDocument word = opened(report)) {
      StringBuilder text = new StringBuilder();
      word.getParagraphs().forEach(paragraph -> text.append(paragraph.getText()).append('\n'));
      word.getTables().forEach(table -> text.append(table.getText()).append('\n'));
      assertThat(Expected.pure(text.toString()))
          .contains(Expected.texts(report))
          .contains(
              Expected.pure(SomeReport.SCRIPT),
              Expected.pure(SomeReport.FORMULA),
              SomeReport.LONG,
              SomeReport.EMOJI);
    }
  }

  @ParameterizedTest
  @EnumSource
  void headingsAndContentsAreThoseOfWord(ReportLanguage language) throws IOException {
    Report report = SomeReport.in(language);
    try (XWPFDocument word = opened(report)) {
      List<String> titles = QueryChapter.all(report).stream().map(Report.Chapter::title).toList();
      assertThat(styled(word, "Heading1")).hasSameSizeAs(titles);
      assertThat(styled(word, "TOC1")).isEqualTo(styled(word, "Heading1"));
      for (int at = 0; at < titles.size(); at++) {
        assertThat(styled(word, "Heading1").get(at)).isEqualTo((at + 1) + "\t" + titles.get(at));
      }
      assertThat(word.getDocument().xmlText()).contains("TOC \\o").contains("w:anchor=\"q_Q1\"");
      assertThat(word.getFooterList().get(0)._getHdrFtr().xmlText())
          .contains(" PAGE ", " NUMPAGES ");
      assertThat(word.getHeaderList().get(0).getText()).contains(report.title());
    }
  }

  @ParameterizedTest
  @EnumSource
  void tablesRepeatTheirHeaders(ReportLanguage language) throws IOException {
    Report report = SomeReport.in(language);
    try (XWPFDocument word = opened(report)) {
      List<Table> tables = Expected.tables(report);
      assertThat(word.getTables()).hasSameSizeAs(tables);
      for (int at = 0; at < tables.size(); at++) {
        XWPFTable table = word.getTables().get(at);
        assertThat(table.getRows()).hasSize(tables.get(at).rows().size() + 1);
        assertThat(table.getRow(0).isRepeatHeader()).isTrue();
        assertThat(table.getRow(1).isRepeatHeader()).isFalse();
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void chartsSayWhatTheyShow(ReportLanguage language) throws IOException {
    Report report = SomeReport.in(language);
    try (XWPFDocument word = opened(report)) {
      List<String> said =
          word.getParagraphs().stream()
              .flatMap(paragraph -> paragraph.getRuns().stream())
              .map(XWPFRun::getCTR)
              .flatMap(run -> run.getDrawingList().stream())
              .flatMap(drawing -> drawing.getInlineList().stream())
              .map(CTInline::getDocPr)
              .map(properties -> properties.getDescr())
              .toList();
      assertThat(said)
          .hasSize((int) Expected.charts(report))
          .contains(language.of("重要性与表现", "Importance and performance"));
      assertThat(word.getAllPictures()).hasSameSizeAs(said);
    }
  }

  @ParameterizedTest
  @EnumSource
  void isTheSameEachTime(ReportLanguage language) {
    Report report = SomeReport.in(language);
    assertThat(new DocxRenderer().render(report)).isEqualTo(new DocxRenderer().render(report));
  }

  private static XWPFDocument opened(Report report) throws IOException {
    return new XWPFDocument(new ByteArrayInputStream(new DocxRenderer().render(report)));
  }

  private static List<String> styled(XWPFDocument word, String style) {
    return word.getParagraphs().stream()
        .filter(paragraph -> style.equals(paragraph.getStyle()))
        .map(XWPFParagraph::getText)
        .toList();
  }
}
