package org.vocstream.report.contents;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.vocstream.elasticsearch.SurveyAnswer;
import org.vocstream.report.Block;
import org.vocstream.report.Cell;
import org.vocstream.report.Chart;
import org.vocstream.report.Report;
import org.vocstream.report.ReportLanguage;
import org.vocstream.report.Statement;
import org.vocstream.report.Table;
import org.vocstream.report.Unit;
import org.vocstream.statistics.Gap;
import org.vocstream.statistics.NetPromoterScore;
import org.vocstream.statistics.SatisfactionIndex;
import org.vocstream.statistics.Verdict;
import org.vocstream.statistics.survey.Judged;
import org.vocstream.statistics.survey.SurveyComparison;
import org.vocstream.statistics.survey.SurveyRow;
import org.vocstream.statistics.survey.SurveySample;

/**
 * What customers answered to the last questionnaire, beside what they write by themselves and never
 * mixed with it. For one thread.
 */
public final class SurveyChapter {
  private static final String CODE = "surveys";

  private final SurveyAnswer answer;
  private final SurveyComparison comparison;
  private final ReportLanguage language;
  private final String query;
  private final List<Block> blocks = new ArrayList<>();

  private SurveyChapter(SurveyAnswer answer, ReportLanguage language, String query) {
    this.answer = answer;
    this.comparison = answer.comparison();
    this.language = language;
    this.query = query;
  }

  /**
   * The chapter; empty where nobody answered a questionnaire.
   *
   * @param answer as {@link org.vocstream.elasticsearch.SurveyLookup#latest} gives it
   * @param query id of its query within the report
   */
  public static Optional<Report.Chapter> of(
      Optional<SurveyAnswer> answer, ReportLanguage language, String query) {
    return answer.map(a -> new SurveyChapter(a, language, query).write());
  }

  /** The query that the chapter rests on, with the command that asks it again. */
  public static Report.ReportQuery query(SurveyAnswer answer, ReportLanguage language, String id) {
    List<String> command =
        new ArrayList<>(List.of("scripts/voc", "surveys", "--brand", answer.comparison().brand()));
    if (!answer.comparison().competitors().isEmpty()) {
      command.addAll(List.of("--against", String.join(",", answer.comparison().competitors())));
    }
    command.addAll(List.of("--questionnaire", answer.edition().name()));
    answer.before().ifPresent(b -> command.addAll(List.of("--wave-against", b.name())));
    answer.period().ifPresent(p -> command.addAll(List.of("--period", p.toString())));
    command.add("--json");
    return new Report.ReportQuery(
        id,
        language.of("问卷答案：指数、期望与变化", "Answers to the questionnaire: index, expectation, change"),
        Queries.command(command));
  }

  private Report.Chapter write() {
    SurveySample own = comparison.samples().get(comparison.brand());
    say(
        Statement.Kind.TEXT,
        language.of("问卷 ", "Questionnaire ")
            + answer.edition().name()
            + language.of("：", ": ")
            + count(own == null ? 0 : own.sheets())
            + language.of(" 份答卷评价 ", " sheets rate ")
            + comparison.brand()
            + language.of("，来自 ", ", by ")
            + count(own == null ? 0 : own.respondents())
            + language.of(" 位受访者。", " respondents."));
    blocks.addAll(new SurveyFindings(answer, language, query).list());
    blocks.add(chart());
    table(
        "index",
        language.of("满意度指数（0–100）", "Satisfaction index (0 to 100)"),
        comparison.brands(),
        (row, brand) -> index(row.scores().get(brand).index()));
    if (comparison.rows().stream()
        .anyMatch(row -> row.scores().values().stream().anyMatch(s -> s.expected() > 0))) {
      table(
          "expectation",
          language.of("感知减期望（分）", "Performance less expectation (points)"),
          comparison.brands(),
          (row, brand) -> judged(row.scores().get(brand).gap()));
    }
    if (!comparison.competitors().isEmpty()) {
      table(
          "gaps",
          language.of("与竞品的差距（分）", "Gap to competitors (points)"),
          comparison.competitors(),
          (row, brand) -> judged(row.gaps().get(brand)));
    }
    answer
        .before()
        .ifPresent(
            before ->
                table(
                    "change",
                    language.of("较 ", "Change since ")
                        + before.name()
                        + language.of(" 的变化（分）", " (points)"),
                    comparison.brands(),
                    (row, brand) ->
                        row.scores().get(brand).change().map(this::judged).orElse(missing())));
    nps();
    sample();
    say(
        Statement.Kind.NOTE,
        language.of(
            "指数为量表均值换算到 0–100，区间按受访者聚类；每类差异各自按 Benjamini-Hochberg（5%）一并判定；不足 10 个回答或 10 位受访者为样本不足。问卷答案从不与文本评分相加。",
            "The index is the mean on 0 to 100, its interval clustered by respondent; differences of each kind are judged together (Benjamini-Hochberg, 5%); below 10 answers or respondents there is not enough data. Answers are never added to scores of texts."));
    return new Report.Chapter(CODE, language.of("问卷调查", "Surveys"), blocks);
  }

  private Chart chart() {
    List<Chart.Series> series = new ArrayList<>();
    for (String brand : comparison.brands()) {
      series.add(
          new Chart.Series(
              brand,
              comparison.rows().stream()
                  .map(row -> row.scores().get(brand).index())
                  .map(i -> i.map(x -> new Chart.Point(x.value(), x.low(), x.high())))
                  .toList()));
    }
    return new Chart.Intervals(
        language.of("问卷满意度指数", "Satisfaction index of the questionnaire"),
        Unit.POINTS,
        comparison.rows().stream().map(this::name).toList(),
        series,
        OptionalDouble.empty(),
        query);
  }

  /** What stands in one place of a table. */
  private interface Cells {
    Cell of(SurveyRow row, String brand);
  }

  private void table(String code, String caption, List<String> brands, Cells cells) {
    List<List<Cell>> rows = new ArrayList<>();
    for (SurveyRow row : comparison.rows()) {
      List<Cell> line = new ArrayList<>(List.of(Cell.text(name(row))));
      brands.forEach(brand -> line.add(cells.of(row, brand)));
      rows.add(line);
    }
    List<String> columns = new ArrayList<>(List.of(language.of("指标", "Indicator")));
    columns.addAll(brands);
    blocks.add(new Table(CODE + "." + code, caption, columns, rows, query));
  }

  private void nps() {
    if (comparison.nps().isEmpty()) {
      return;
    }
    List<String> columns = new ArrayList<>(List.of(language.of("品牌", "Brand"), "NPS", "n"));
    answer.before().ifPresent(before -> columns.add("NPS " + before.name()));
    List<List<Cell>> rows = new ArrayList<>();
    for (String brand : comparison.brands()) {
      NetPromoterScore score = comparison.nps().get(brand);
      List<Cell> row = new ArrayList<>(List.of(Cell.text(brand), nps(score)));
      row.add(score == null ? missing() : Cell.count(score.n()));
      answer.before().ifPresent(before -> row.add(nps(comparison.npsBefore().get(brand))));
      rows.add(row);
    }
    blocks.add(
        new Table(CODE + ".nps", language.of("净推荐值", "Net promoter score"), columns, rows, query));
  }

  private Cell nps(NetPromoterScore score) {
    return score == null
        ? missing()
        : new Cell.Interval(score.value(), score.low(), score.high(), Unit.DIFFERENCE);
  }

  private void sample() {
    List<List<Cell>> rows = new ArrayList<>();
    for (String brand : comparison.brands()) {
      Optional<SurveySample> sample = Optional.ofNullable(comparison.samples().get(brand));
      rows.add(
          List.of(
              Cell.text(brand),
              count(sample, SurveySample::sheets),
              count(sample, SurveySample::respondents),
              count(sample, SurveySample::texts)));
    }
    blocks.add(
        new Table(
            CODE + ".sample",
            language.of("样本", "Sample"),
            List.of(
                language.of("品牌", "Brand"),
                language.of("答卷", "Sheets"),
                language.of("受访者", "Respondents"),
                language.of("有文字的答卷", "Sheets with words")),
            rows,
            query));
  }

  private static String count(long n) {
    return Unit.COUNT.of((double) n);
  }

  private static Cell count(Optional<SurveySample> sample, Function<SurveySample, Long> what) {
    return Cell.count(sample.map(what).orElse(0L));
  }

  private String name(SurveyRow row) {
    return SurveyFindings.name(row, answer, language);
  }

  private Cell index(Optional<SatisfactionIndex> index) {
    return index
        .<Cell>map(i -> new Cell.Interval(i.value(), i.low(), i.high(), Unit.POINTS))
        .orElse(missing());
  }

  /** A claim has its colour and its sign; what may not be claimed is muted. */
  private Cell judged(Judged judged) {
    if (!judged.gap().enough()) {
      return missing();
    }
    Gap gap = judged.gap();
    Cell.Tone tone =
        switch (judged.verdict()) {
          case AHEAD -> Cell.Tone.AHEAD;
          case BEHIND -> Cell.Tone.BEHIND;
          case NO_DIFFERENCE, NOT_ENOUGH -> Cell.Tone.MUTED;
        };
    return new Cell.Text(
        Unit.DIFFERENCE.of(gap.value(), gap.low(), gap.high())
            + " "
            + (judged.verdict().claims()
                ? language.of("显著", "significant")
                : language.of("不显著", "not significant")),
        tone);
  }

  private Cell missing() {
    return new Cell.Missing(language.of(Verdict.NOT_ENOUGH.label(), Verdict.NOT_ENOUGH.english()));
  }

  private void say(Statement.Kind kind, String text) {
    blocks.add(new Statement(kind, text, kind == Statement.Kind.NOTE ? "" : query));
  }
}
