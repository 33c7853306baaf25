package org.vocstream.report.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.vocstream.report.Report;
import org.vocstream.report.ReportLanguage;

final class PdfRendererTest {
  @ParameterizedTest
  @EnumSource
  void saysAllThatTheReportSays(ReportLanguage language) throws IOException {
    Report report = SomeReport.in(language);
    try (PDDocument pdf = Loader.loadPDF(new PdfRenderer().render(report))) {
      String text = Expected.pure(new PDFTextStripper().getText(pdf));
      List<String> missing =
          Expected.texts(report).stream().filter(said -> !text.contains(said)).toList();
      assertThat(missing).allSatisfy(said -> assertThat(inLines(text, said)).isTrue());
      assertThat(text)
          .contains(Expected.pure(SomeReport.FORMULA), Expected.pure(SomeReport.SCRIPT))
          .contains("物流真快□□,包装也好", "喆喆很满意");
      assertThat(pdf.getDocumentInformation().getTitle()).isEqualTo(report.title());
    }
  }

  @ParameterizedTest
  @EnumSource
  void bookmarksAndContentsNameThePages(ReportLanguage language) throws IOException {
    Report report = SomeReport.in(language);
    try (PDDocument pdf = Loader.loadPDF(new PdfRenderer().render(report))) {
      List<String> titles = new ArrayList<>();
      for (PDOutlineItem item : pdf.getDocumentCatalog().getDocumentOutline().children()) {
        titles.add(item.getTitle());
        PDPage page = item.findDestinationPage(pdf);
        int number = pdf.getPages().indexOf(page) + 1;
        assertThat(Expected.pure(text(pdf, number))).contains(Expected.pure(item.getTitle()));
        assertThat(Expected.pure(text(pdf, 2))).contains(Expected.pure(item.getTitle()) + number);
      }
      List<String> chapters = QueryChapter.all(report).stream().map(Report.Chapter::title).toList();
      assertThat(titles).isEqualTo(chapters);
      assertThat(text(pdf, 4)).contains("4 / " + pdf.getNumberOfPages()).contains(report.title());
    }
  }

  @ParameterizedTest
  @EnumSource
  void nothingRunsOffThePageAndHeadersAreRepeated(ReportLanguage language) throws IOException {
    try (PDDocument pdf = Loader.loadPDF(new PdfRenderer().render(SomeReport.in(language)))) {
      int withRows = 0;
      for (int page = 1; page <= pdf.getNumberOfPages(); page++) {
        String text = text(pdf, page);
        if (text.contains("+")
            && text.contains("..")
            && pdf.getPage(page - 1).getMediaBox().getWidth() > 800) {
          assertThat(text).contains(language.of("指标", "Indicator"));
          withRows++;
        }
      }
      assertThat(withRows).isGreaterThan(1);
      new Margins().getText(pdf);
    }
  }

  @ParameterizedTest
  @EnumSource
  void fontsTravelWithIt(ReportLanguage language) throws IOException {
    try (PDDocument pdf = Loader.loadPDF(new PdfRenderer().render(SomeReport.in(language)))) {
      for (PDPage page : pdf.getPages()) {
        for (COSName name : page.getResources().getFontNames()) {
          assertThat(page.getResources().getFont(name).isEmbedded()).isTrue();
          assertThat(page.getResources().getFont(name).getName()).contains("+NotoSansSC");
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void canBeReadAloud(ReportLanguage language) throws IOException {
    try (PDDocument pdf = Loader.loadPDF(new PdfRenderer().render(SomeReport.in(language)))) {
      assertThat(pdf.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
      assertThat(pdf.getDocumentCatalog().getLanguage()).startsWith(language.code());
      assertThat(alternatives(pdf.getDocumentCatalog().getStructureTreeRoot()))
          .contains(language.of("重要性与表现", "Importance and performance"));
    }
  }

  @ParameterizedTest
  @EnumSource
  void chartsAreSeen(ReportLanguage language) throws IOException {
    try (PDDocument pdf = Loader.loadPDF(new PdfRenderer().render(SomeReport.in(language)))) {
      BufferedImage page = new PDFRenderer(pdf).renderImageWithDPI(4, 60);
      // Two brands: their colours are seen, the one on the left and right of the other.
      assertThat(share(page, 0x0072B2)).isGreaterThan(0.0005);
      assertThat(share(page, 0xD55E00)).isGreaterThan(0.0005);
    }
  }

  @ParameterizedTest
  @EnumSource
  void isTheSameEachTime(ReportLanguage language) {
    Report report = SomeReport.in(language);
    assertThat(new PdfRenderer().render(report)).isEqualTo(new PdfRenderer().render(report));
  }

  private static String text(PDDocument pdf, int page) throws IOException {
    PDFTextStripper text = new PDFTextStripper();
    text.setStartPage(page);
    text.setEndPage(page);
    return text.getText(pdf);
  }

  /** A cell with several lines is read line by line across the row, so its words stand apart. */
  private static boolean inLines(String text, String said) {
    for (int cut = 1; cut < said.length(); cut++) {
      if (!text.contains(said.substring(0, cut))) {
        return cut > 3 && inLines(text, said.substring(cut - 1));
      }
    }
    return true;
  }

  private static List<String> alternatives(PDStructureNode node) {
    List<String> said = new ArrayList<>();
    for (Object kid : node.getKids()) {
      if (kid instanceof PDStructureElement element) {
        if (element.getAlternateDescription() != null) {
          said.add(element.getAlternateDescription());
        }
        said.addAll(alternatives(element));
      }
    }
    return said;
  }

  private static double share(BufferedImage image, int colour) {
    long like = 0;
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        int rgb = image.getRGB(x, y);
        int red = Math.abs((rgb >> 16 & 255) - (colour >> 16 & 255));
        int green = Math.abs((rgb >> 8 & 255) - (colour >> 8 & 255));
        int blue = Math.abs((rgb & 255) - (colour & 255));
        like += red + green + blue < 90 ? 1 : 0;
      }
    }
    return (double) like / image.getWidth() / image.getHeight();
  }

  /** Every letter stands within the margins. */
  private static final class Margins extends PDFTextStripper {
    @Override
    protected void processTextPosition(TextPosition text) {
      float width = getCurrentPage().getMediaBox().getWidth();
      assertThat(text.getXDirAdj()).isGreaterThan(40);
      assertThat(text.getXDirAdj() + text.getWidthDirAdj()).isLessThan(width - 40);
      super.processTextPosition(text);
    }
  }
}
