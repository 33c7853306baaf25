package org.vocstream.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.vocstream.elasticsearch.SurveyAnswer;
import org.vocstream.elasticsearch.SurveyEdition;
import org.vocstream.pack.Names;
import org.vocstream.statistics.NetPromoterScore;
import org.vocstream.statistics.Verdict;
import org.vocstream.statistics.survey.Judged;
import org.vocstream.statistics.survey.SurveyComparison;
import org.vocstream.statistics.survey.SurveyRow;
import org.vocstream.statistics.survey.SurveySample;
import org.vocstream.statistics.survey.SurveyScore;

/** What a questionnaire says as text. For one thread. */
final class SurveysText {
  private static final Names AHEAD = new Names(Verdict.AHEAD.label(), Verdict.AHEAD.english());
  private static final Names BEHIND = new Names(Verdict.BEHIND.label(), Verdict.BEHIND.english());
  private static final Names ABOVE = new Names("高于期望", "above expectation");
  private static final Names BELOW = new Names("低于期望", "below expectation");
  private static final Names UP = new Names("上升", "up");
  private static final Names DOWN = new Names("下降", "down");

  private static final String NOT_ASKED = "-";

  private final SurveyAnswer answer;
  private final SurveyComparison comparison;
  private final Labels labels;
  private final PrintWriter out;

  SurveysText(SurveyAnswer answer, Labels labels, PrintWriter out) {
    this.answer = answer;
    this.comparison = answer.comparison();
    this.labels = labels;
    this.out = out;
  }

  void print() {
    out.println(title());
    table(labels.of("满意度指数", "satisfaction index"), comparison.brands(), this::index);
    table(labels.of("量表均值", "mean on the scale"), comparison.brands(), this::mean);
    if (comparison.rows().stream().anyMatch(row -> has(row, score -> score.expected() > 0))) {
      table(labels.of("期望指数", "expectation"), comparison.brands(), this::expectation);
      table(
          labels.of("感知−期望", "performance - expectation"),
          comparison.brands(),
          (row, brand) ->
              row.scores().get(brand).expected() == 0
                  ? NOT_ASKED
                  : judged(row.scores().get(brand).gap(), ABOVE, BELOW));
    }
    if (!comparison.competitors().isEmpty()) {
      table(
          labels.of("差距", "gap"),
          comparison.competitors(),
          (row, brand) -> judged(row.gaps().get(brand), AHEAD, BEHIND));
    }
    answer
        .before()
        .ifPresent(
            before ->
                table(
                    labels.of("变化", "change since") + " " + before.name(),
                    comparison.brands(),
                    (row, brand) ->
                        judged(row.scores().get(brand).change().orElseThrow(), UP, DOWN)));
    nps();
    sample();
    footer();
    out.flush();
  }

  private String title() {
    List<String> parts = new ArrayList<>();
    parts.add(labels.of("问卷", "Questionnaire") + " " + edition(answer.edition()));
    parts.add(
        comparison.competitors().isEmpty()
            ? comparison.brand()
            : comparison.brand()
                + " "
                + labels.said("对比", "against")
                + " "
                + String.join(", ", comparison.competitors()));
    answer.period().ifPresent(period -> parts.add(period.toString()));
    answer.values().entrySet().stream()
        .filter(value -> !value.getValue().isEmpty())
        .map(value -> value.getKey() + "=" + String.join(",", value.getValue()))
        .sorted()
        .forEach(parts::add);
    return String.join("   ", parts);
  }

  private String edition(SurveyEdition edition) {
    return edition.name()
        + String.format(Locale.ROOT, " (%,d %s)", edition.sheets(), labels.said("份答卷", "sheets"));
  }

  /** What stands in one place of a table. */
  private interface Cells {
    String of(SurveyRow row, String brand);
  }

  private void table(String title, List<String> brands, Cells cells) {
    out.println();
    TextTable table = new TextTable(title, brands);
    for (SurveyRow row : comparison.rows()) {
      table.row(
          row.isAll()
              ? labels.of("全部指标", "all indicators")
              : labels.of(answer.name(row.indicator())),
          brands.stream().map(brand -> cells.of(row, brand)).toList());
    }
    table.print(out);
  }

  private static boolean has(SurveyRow row, Predicate<SurveyScore> what) {
    return row.scores().values().stream().anyMatch(what);
  }

  private String index(SurveyRow row, String brand) {
    SurveyScore score = row.scores().get(brand);
    return score.index().map(labels::index).orElse(labels.notEnough(score.n()));
  }

  private String mean(SurveyRow row, String brand) {
    SurveyScore score = row.scores().get(brand);
    Optional<String> mean =
        score.mean().map(m -> String.format(Locale.ROOT, "%.2f (%s)", m, score.scale()));
    return mean.orElse("-")
        + score
            .topTwo()
            .map(
                top ->
                    String.format(
                        Locale.ROOT, "  %s %.0f%%", labels.oneOf("前两格", "top two"), top.value()))
            .orElse("");
  }

  private String expectation(SurveyRow row, String brand) {
    SurveyScore score = row.scores().get(brand);
    return score.expected() == 0
        ? NOT_ASKED
        : score.expectation().map(labels::index).orElse(labels.notEnough(score.expected()));
  }

  private String judged(Judged judged, Names more, Names less) {
    if (!judged.gap().enough()) {
      return labels.notEnough();
    }
    String verdict =
        judged.verdict() == Verdict.AHEAD
            ? labels.oneOf(more.zh(), more.en())
            : judged.verdict() == Verdict.BEHIND
                ? labels.oneOf(less.zh(), less.en())
                : labels.of(judged.verdict());
    return labels.interval(judged.gap()) + " " + verdict;
  }

  private void nps() {
    if (comparison.nps().isEmpty()) {
      return;
    }
    out.println();
    TextTable table =
        new TextTable(
            "NPS",
            answer.before().isPresent()
                ? List.of(answer.edition().name(), answer.before().get().name())
                : List.of(answer.edition().name()));
    for (String brand : comparison.brands()) {
      List<String> cells = new ArrayList<>(List.of(nps(comparison.nps().get(brand))));
      answer.before().ifPresent(before -> cells.add(nps(comparison.npsBefore().get(brand))));
      table.row(brand, cells);
    }
    table.print(out);
  }

  private String nps(NetPromoterScore score) {
    return score == null
        ? labels.notEnough()
        : String.format(
            Locale.ROOT,
            "%s (%s..%s) n=%,d",
            Labels.points(score.value(), 0),
            Labels.points(score.low(), 0),
            Labels.points(score.high(), 0),
            score.n());
  }

  private void sample() {
    out.println();
    TextTable table =
        new TextTable(
            labels.of("样本", "sample"),
            List.of(
                labels.of("答卷", "sheets"),
                labels.of("受访者", "respondents"),
                labels.of("有文字", "with text"),
                labels.of("客群", "segments"),
                labels.of("产品", "products")));
    for (String brand : comparison.brands()) {
      SurveySample sample = comparison.samples().get(brand);
      table.row(
          brand,
          sample == null
              ? List.of("0", "0", "0", "", "")
              : List.of(
                  String.format(Locale.ROOT, "%,d", sample.sheets()),
                  String.format(Locale.ROOT, "%,d", sample.respondents()),
                  String.format(Locale.ROOT, "%,d", sample.texts()),
                  counts(sample.segments()),
                  counts(sample.products())));
    }
    table.print(out);
  }

  private static String counts(SortedMap<String, Long> counts) {
    return counts.entrySet().stream()
        .filter(count -> !count.getKey().isEmpty())
        .sorted((a, b) -> Long.compare(b.getValue(), a.getValue()))
        .limit(3)
        .map(count -> count.getKey() + " " + count.getValue())
        .collect(Collectors.joining(", "));
  }

  private void footer() {
    out.println();
    out.println(
        labels.said(
            "指数：量表均值换算到 0-100，括号内为 95% 区间；一个声音＝一位受访者；不与文本评分相加。",
            "Index: the mean on 0 to 100 with its 95% interval; a voice is one respondent; never added to scores of texts."));
    out.println(
        labels.said(
            "差距、感知−期望、变化各自对同时展示的全部差异一并成立（Benjamini-Hochberg，5%）；样本不足：不足 10 个回答或 10 位受访者。",
            "Gaps, expectation gaps and changes each hold over all of their kind shown together (Benjamini-Hochberg, 5%); not enough data: fewer than 10 answers or respondents."));
  }
}
