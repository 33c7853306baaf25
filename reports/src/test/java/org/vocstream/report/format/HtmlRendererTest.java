package org.vocstream.report.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.vocstream.report.Report;
import org.vocstream.report.ReportLanguage;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

final class HtmlRendererTest {
  @ParameterizedTest
  @EnumSource
  void saysAllThatTheReportSays(ReportLanguage language) throws Exception {
    Report report = SomeReport.in(language);
    Document page = parsed(report);

    String text = Expected.pure(page.getDocumentElement().getTextContent());
    assertThat(text).contains(Expected.texts(report));
    assertThat(text)
        .contains(
            Expected.pure(SomeReport.SCRIPT),
            Expected.pure(SomeReport.FORMULA),
            SomeReport.LONG,
            SomeReport.EMOJI);
    assertThat(page.getDocumentElement().getAttribute("lang")).startsWith(language.code());
    assertThat(elements(page, "svg")).hasSize((int) Expected.charts(report));
    assertThat(elements(page, "mark").get(0).getTextContent()).isEqualTo("发货速度挺快");
  }

  @ParameterizedTest
  @EnumSource
  void nothingRunsAndNothingIsFetched(ReportLanguage language) throws Exception {
    Document page = parsed(SomeReport.in(language));

    assertThat(elements(page, "script")).isEmpty();
    for (Element element : elements(page, "*")) {
      for (int at = 0; at < element.getAttributes().getLength(); at++) {
        String name = element.getAttributes().item(at).getNodeName();
        String value = element.getAttributes().item(at).getNodeValue();
        assertThat(name).doesNotStartWith("on").isNotEqualTo("src").isNotEqualTo("style");
        if (name.endsWith("href")) {
          assertThat(value).startsWith("#");
        }
        assertThat(value).doesNotContain("url(http");
      }
    }
    String style = elements(page, "style").get(0).getTextContent();
    byte[] digest =
        MessageDigest.getInstance("SHA-256").digest(style.getBytes(StandardCharsets.UTF_8));
    assertThat(elements(page, "meta").get(1).getAttribute("content"))
        .contains("default-src 'none'")
        .contains("'sha256-" + Base64.getEncoder().encodeToString(digest) + "'");
  }

  @ParameterizedTest
  @EnumSource
  void everyLinkLeadsSomewhere(ReportLanguage language) throws Exception {
    Document page = parsed(SomeReport.in(language));

    List<String> ids =
        elements(page, "*").stream()
            .map(e -> e.getAttribute("id"))
            .filter(i -> !i.isEmpty())
            .toList();
    assertThat(ids).doesNotHaveDuplicates();
    List<String> links = elements(page, "a").stream().map(a -> a.getAttribute("href")).toList();
    assertThat(links).contains("#q-Q1", "#q-Q2", "#c-gaps");
    assertThat(ids).containsAll(links.stream().map(link -> link.substring(1)).toList());
  }

  @ParameterizedTest
  @EnumSource
  void isTheSameEachTime(ReportLanguage language) {
    Report report = SomeReport.in(language);
    assertThat(new HtmlRenderer().render(report)).isEqualTo(new HtmlRenderer().render(report));
  }

  /** A browser is more lenient: what is well-formed here is read there as well. */
  private static Document parsed(Report report) throws Exception {
    String page = new String(new HtmlRenderer().render(report), StandardCharsets.UTF_8);
    assertThat(page).startsWith("<!DOCTYPE html>");
    return DocumentBuilderFactory.newDefaultInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(page.getBytes(StandardCharsets.UTF_8)));
  }

  private static List<Element> elements(Document page, String tag) {
    NodeList nodes = page.getElementsByTagName(tag);
    List<Element> elements = new ArrayList<>();
    for (int at = 0; at < nodes.getLength(); at++) {
      elements.add((Element) nodes.item(at));
    }
    return elements;
  }
}
