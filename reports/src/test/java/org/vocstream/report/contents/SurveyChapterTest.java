package org.vocstream.report.contents;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.vocstream.elasticsearch.SurveyAnswer;
import org.vocstream.elasticsearch.SurveyEdition;
import org.vocstream.pack.Names;
import org.vocstream.report.Cell;
import org.vocstream.report.Report;
import org.vocstream.report.ReportLanguage;
import org.vocstream.report.Statement;
import org.vocstream.report.Table;
import org.vocstream.statistics.survey.Rating;
import org.vocstream.statistics.survey.Sheet;
import org.vocstream.statistics.survey.Sheet.From;
import org.vocstream.statistics.survey.Sheet.Side;
import org.vocstream.statistics.survey.SurveyComparison;
import org.vocstream.statistics.survey.SurveySums;

class SurveyChapterTest {
  @Test
  void theChapterSaysWhatMayBeClaimedAndNothingWhereTooFewAnswered() {
    Report.Chapter chapter = chapter(40, ReportLanguage.ZH);
    assertThat(findings(chapter)).contains("A · 物流：低于期望，-37.5 (");
    assertThat(findings(chapter)).contains("A · 物流：领先 B");
    assertThat(table(chapter, "surveys.index").rows()).hasSize(2);
    Report.Chapter few = chapter(9, ReportLanguage.EN);
    assertThat(findings(few)).isEmpty();
    for (String name : List.of("surveys.index", "surveys.expectation", "surveys.gaps")) {
      assertThat(table(few, name).rows())
          .allSatisfy(row -> assertThat(row.get(1)).isEqualTo(new Cell.Missing("not enough data")));
    }
    assertThat(chapter.blocks()).hasSameSizeAs(chapter(40, ReportLanguage.EN).blocks());
  }

  @Test
  void withoutAQuestionnaireThereIsNoChapter() {
    assertThat(SurveyChapter.of(Optional.empty(), ReportLanguage.ZH, "Q9")).isEmpty();
  }

  @Test
  void itsQueryCanBeAskedAgain() {
    assertThat(SurveyChapter.query(answer(40), ReportLanguage.EN, "Q9").command())
        .isEqualTo("scripts/voc surveys --brand A --against B --questionnaire csat/2026Q3 --json");
  }

  private static Report.Chapter chapter(int respondents, ReportLanguage language) {
    return SurveyChapter.of(Optional.of(answer(respondents)), language, "Q9").orElseThrow();
  }

  /** Everybody expects a 5; A gets a 4 or a 3, B a 3 or a 2. */
  private static SurveyAnswer answer(int respondents) {
    SurveySums sums = new SurveySums();
    for (int i = 0; i < respondents; i++) {
      sums.add(List.of(sheet("A", 4 - i % 2, 5), sheet("B", 3 - i % 2, 5)));
    }
    return new SurveyAnswer(
        new SurveyEdition("csat", "2026Q3", 2L * respondents, null),
        Optional.empty(),
        Optional.empty(),
        Map.of(),
        SurveyComparison.of(sums, "A", List.of("B"), List.of(), false),
        Map.of("delivery", new Names("物流", "Delivery")));
  }

  private static Sheet sheet(String brand, double performance, double expectation) {
    Rating rating = Rating.of("delivery", performance, expectation, 1, 5);
    return new Sheet(Side.NOW, brand, List.of(rating), 9, From.UNKNOWN);
  }

  private static String findings(Report.Chapter chapter) {
    return chapter.blocks().stream()
        .filter(block -> block instanceof Statement s && s.kind() == Statement.Kind.FINDING)
        .map(block -> ((Statement) block).text())
        .collect(Collectors.joining("\n"));
  }

  private static Table table(Report.Chapter chapter, String code) {
    return chapter.blocks().stream()
        .filter(block -> block instanceof Table t && t.code().equals(code))
        .map(block -> (Table) block)
        .findFirst()
        .orElseThrow();
  }
}
