package org.vocstream.report.contents;

import java.util.ArrayList;
import java.util.List;
import org.vocstream.elasticsearch.SurveyAnswer;
import org.vocstream.report.ReportLanguage;
import org.vocstream.report.Statement;
import org.vocstream.report.Unit;
import org.vocstream.statistics.Gap;
import org.vocstream.statistics.Verdict;
import org.vocstream.statistics.survey.SurveyRow;
import org.vocstream.statistics.survey.SurveyScore;

/** What may be claimed of the own brand by the answers to a questionnaire, and nothing else. */
final class SurveyFindings {
  private final SurveyAnswer answer;
  private final ReportLanguage language;
  private final String query;
  private final List<Statement> findings = new ArrayList<>();

  SurveyFindings(SurveyAnswer answer, ReportLanguage language, String query) {
    this.answer = answer;
    this.language = language;
    this.query = query;
  }

  List<Statement> list() {
    for (SurveyRow row : answer.comparison().rows()) {
      SurveyScore own = row.scores().get(answer.comparison().brand());
      if (own.gap().verdict() == Verdict.BEHIND) {
        add(row, language.of("低于期望", "is below what customers expect"), own.gap().gap());
      }
      row.gaps()
          .forEach(
              (other, gap) -> {
                if (gap.verdict().claims()) {
                  add(
                      row,
                      gap.verdict() == Verdict.AHEAD
                          ? language.of("领先 ", "is ahead of ") + other
                          : language.of("落后于 ", "is behind ") + other,
                      gap.gap());
                }
              });
      own.change()
          .filter(change -> change.verdict().claims())
          .ifPresent(
              change ->
                  add(
                      row,
                      change.verdict() == Verdict.AHEAD
                          ? language.of("较上期上升", "has risen since the wave before")
                          : language.of("较上期下降", "has fallen since the wave before"),
                      change.gap()));
    }
    return findings;
  }

  /** What a row is about. */
  static String name(SurveyRow row, SurveyAnswer answer, ReportLanguage language) {
    return row.isAll()
        ? language.of("全部指标", "All indicators")
        : language.of(answer.name(row.indicator()));
  }

  private void add(SurveyRow row, String what, Gap gap) {
    findings.add(
        new Statement(
            Statement.Kind.FINDING,
            answer.comparison().brand()
                + " · "
                + name(row, answer, language)
                + language.of("：", ": ")
                + what
                + language.of("，", ", ")
                + Unit.DIFFERENCE.of(gap.value(), gap.low(), gap.high())
                + language.of(" 分。", " points."),
            query));
  }
}
