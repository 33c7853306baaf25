package org.vocstream.report.contents;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.vocstream.report.Block;
import org.vocstream.report.Cell;
import org.vocstream.report.Chart;
import org.vocstream.report.Quotation;
import org.vocstream.report.Report;
import org.vocstream.report.ReportLanguage;
import org.vocstream.report.Statement;
import org.vocstream.report.Table;

/** A report says what may be claimed, and no more. */
class CompetitorReportTest {
  private static final Market EQUAL =
      new Market()
          .reviews("沐禾", 60, 40)
          .reviews("绮澜", 58, 42)
          .reviews("澄野", 62, 38)
          .reviewsBefore("沐禾", 61, 39)
          .reviewsBefore("绮澜", 60, 40)
          .reviewsBefore("澄野", 60, 40);

  private static final Market APART =
      new Market()
          .reviews("沐禾", 90, 10)
          .reviews("绮澜", 30, 70)
          .reviews("澄野", 2, 3)
          .reviewsBefore("沐禾", 50, 50)
          .reviewsBefore("绮澜", 31, 69)
          .alert("绮澜");

  @Test
  void ofEqualsNothingIsClaimed() {
    Report report = EQUAL.report(ReportLanguage.ZH);
    assertThat(findings(report)).isEmpty();
    assertThat(said(report, "findings"))
        .contains("没有可以下结论的领先。", "没有可以下结论的落后。", "本期没有预警。")
        .contains("沐禾、绮澜、澄野：没有可以下结论的变化。");
    assertThat(said(report, "index")).contains("各品牌之间没有可以下结论的差异，不排先后。");
    assertThat(column(report, "index.brand", 6)).containsExactly("1–3", "1–3", "1–3");
    assertThat(column(report, "gaps.indicators.1", 7)).contains("无显著差异").doesNotContain("领先", "落后");
  }

  @Test
  void aPlantedGapIsSaidWithItsNumbersAndTheChangeWithIts() {
    Report report = APART.report(ReportLanguage.ZH);
    assertThat(findings(report))
        .contains("「物流」：沐禾领先绮澜，差距 +60.0 (+47.9..+69.7) 分（沐禾 90.0，n=100；绮澜 30.0，n=100；同一渠道构成）。")
        .anyMatch(s -> s.startsWith("沐禾的「物流」显著上升：+40.0 ("))
        .anyMatch(s -> s.startsWith("沐禾的满意度指数显著上升：+40.0 (") && s.contains("评分效应 +40.0"))
        .contains("绮澜「包装」指标负面突增（严重），2026-10-20..2026-10-21：负面占比预期 10.0%，实际 60.0%（n=30）。")
        .noneMatch(s -> s.contains("落后") || s.contains("物流（触点）"));
    assertThat(findings(report).stream().filter(s -> s.startsWith("「物流」"))).hasSize(1);
    assertThat(said(report, "findings")).contains("绮澜：没有可以下结论的变化。");
  }

  @Test
  void belowTheMinimumItSaysSoAndClaimsNothing() {
    Report report = APART.report(ReportLanguage.ZH);
    assertThat(findings(report)).noneMatch(s -> s.contains("澄野"));
    assertThat(said(report, "findings")).contains("澄野：本期或上期样本不足，不作比较。");
    assertThat(column(report, "gaps.indicators.2", 7)).containsOnly("样本不足");
    assertThat(column(report, "index.brand", 6)).containsExactly("1", "2", "样本不足");
    Report nobody =
        new Market().reviews("沐禾", 2, 1).reviews("绮澜", 30, 70).report(ReportLanguage.ZH);
    assertThat(said(nobody, "findings")).contains("沐禾样本不足（少于 10 条观点或反馈），不作结论。");
    assertThat(findings(nobody)).isEmpty();
  }

  @Test
  void ranksDifferOnlyWhereTheGapMayBeClaimed() {
    Market market = new Market().reviews("沐禾", 90, 10).reviews("绮澜", 50, 50).reviews("澄野", 48, 52);
    Report report = market.report(ReportLanguage.EN);
    assertThat(column(report, "index.brand", 6)).containsExactly("1", "2–3", "2–3");
    assertThat(said(report, "index")).contains("沐禾 is significantly above all other brands.");
  }

  @ParameterizedTest
  @EnumSource(ReportLanguage.class)
  void everyFindingTableAndChartNamesAQueryOfTheList(ReportLanguage language) {
    Report report = APART.voice("快递太慢了", 0, 4).report(language);
    Set<String> ids =
        report.queries().stream().map(Report.ReportQuery::id).collect(Collectors.toSet());
    List<String> named = new ArrayList<>();
    for (Report.Chapter chapter : report.chapters()) {
      for (Block block : chapter.blocks()) {
        if (block instanceof Statement s && s.kind() == Statement.Kind.FINDING) {
          named.add(s.query());
        } else if (block instanceof Table t && !chapter.code().equals("method")) {
          named.add(t.query());
        } else if (block instanceof Chart c) {
          named.add(c.query());
        } else if (block instanceof Quotation q) {
          named.add(q.query());
        }
      }
    }
    report.data().forEach(t -> named.add(t.query()));
    assertThat(named).isNotEmpty().allMatch(ids::contains);
    assertThat(report.queries().get(0).command())
        .isEqualTo(
            "scripts/voc compare --brand 沐禾 --against 绮澜,澄野 --period 2026-10-19..2026-10-25"
                + " --wave-against 2026-10-12..2026-10-18 --show all --json");
  }

  @ParameterizedTest
  @EnumSource(ReportLanguage.class)
  void theNumbersOfAChartStandInATableOfItsChapter(ReportLanguage language) {
    Report report = APART.report(language);
    for (Report.Chapter chapter : report.chapters()) {
      Set<Double> numbers =
          chapter.blocks().stream()
              .filter(Table.class::isInstance)
              .flatMap(t -> ((Table) t).rows().stream())
              .flatMap(List::stream)
              .flatMap(CompetitorReportTest::numbers)
              .collect(Collectors.toSet());
      for (Block block : chapter.blocks()) {
        if (block instanceof Chart.Intervals chart) {
          chart.series().stream()
              .flatMap(s -> s.points().stream())
              .flatMap(p -> p.stream())
              .forEach(p -> assertThat(numbers).contains(p.value(), p.low(), p.high()));
        }
      }
    }
  }

  @Test
  void onlyAGapThatMayBeClaimedStandsInAQuadrant() {
    Chart.Quadrants chart =
        APART.report(ReportLanguage.EN).chapters().stream()
            .flatMap(c -> c.blocks().stream())
            .filter(Chart.Quadrants.class::isInstance)
            .map(Chart.Quadrants.class::cast)
            .findFirst()
            .orElseThrow();
    assertThat(chart.quadrants())
        .containsExactly("minor strength", "keep up", "minor weakness", "improve first");
    assertThat(chart.spots())
        .extracting(spot -> spot.name() + " " + spot.tone())
        .containsExactly("Delivery AHEAD");
    assertThat(column(APART.report(ReportLanguage.EN), "value.quadrants", 5))
        .containsExactly("not enough data");
    assertThat(column(EQUAL.report(ReportLanguage.EN), "value.quadrants", 3))
        .containsExactly("level");
  }

  @Test
  void itSaysWhenItWasMadeAndWhatItKnew() {
    Report report = EQUAL.report(ReportLanguage.EN);
    assertThat(report.facts())
        .extracting(f -> f.name() + ": " + f.value())
        .contains(
            "Period: 2026-10-19..2026-10-25 (Asia/Shanghai)",
            "Earlier period: 2026-10-12..2026-10-18",
            "Data cut (newest publication): 2026-10-26 08:00:00 +08:00",
            "Made: 2026-10-26 08:00:00 +08:00",
            "Packs and models that scored: commerce@1.2.0+models@1f0c22aa",
            "Program: 1.2.3");
  }

  private static Stream<Double> numbers(Cell cell) {
    if (cell instanceof Cell.Interval i) {
      return Stream.of(i.value(), i.low(), i.high());
    }
    return cell instanceof Cell.Amount a ? Stream.of(a.value()) : Stream.empty();
  }

  private static List<String> findings(Report report) {
    return report.chapters().get(0).blocks().stream()
        .filter(b -> b instanceof Statement s && s.kind() == Statement.Kind.FINDING)
        .map(b -> ((Statement) b).text())
        .toList();
  }

  private static List<String> said(Report report, String chapter) {
    return report.chapters().stream()
        .filter(c -> c.code().equals(chapter))
        .flatMap(c -> c.blocks().stream())
        .filter(Statement.class::isInstance)
        .map(b -> ((Statement) b).text())
        .toList();
  }

  private static List<String> column(Report report, String table, int column) {
    return report.chapters().stream()
        .flatMap(c -> c.blocks().stream())
        .filter(b -> b instanceof Table t && t.code().equals(table))
        .flatMap(b -> ((Table) b).rows().stream())
        .map(row -> row.get(column))
        .map(cell -> cell instanceof Cell.Text text ? text.text() : ((Cell.Missing) cell).why())
        .toList();
  }
}
