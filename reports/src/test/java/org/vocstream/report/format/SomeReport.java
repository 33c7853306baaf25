package org.vocstream.report.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.vocstream.report.Block;
import org.vocstream.report.Cell;
import org.vocstream.report.Cell.Tone;
import org.vocstream.report.Chart;
import org.vocstream.report.Chart.Point;
import org.vocstream.report.Chart.Series;
import org.vocstream.report.Chart.Spot;
import org.vocstream.report.Quotation;
import org.vocstream.report.Report;
import org.vocstream.report.Report.Chapter;
import org.vocstream.report.Report.Fact;
import org.vocstream.report.Report.ReportQuery;
import org.vocstream.report.ReportLanguage;
import org.vocstream.report.Statement;
import org.vocstream.report.Statement.Kind;
import org.vocstream.report.Table;
import org.vocstream.report.Unit;

/** A report of invented numbers with every kind of block and whatever customers may write. */
final class SomeReport {
  /** Would run where a quote is not escaped. */
  static final String SCRIPT = "<script>document.title='owned'</script> & \"quoted\" 包装破了";

  /** A formula, were it one. */
  static final String FORMULA = "=cmd|' /C calc'!A0";

  /** Without a place to break. */
  static final String LONG = "https://example.org/" + "averyverylongword".repeat(14);

  static final String EMOJI = "物流真快😀👍🏽,包装也好❤️,喆喆很满意";

  /** Rows of the long table. */
  static final int ROWS = 60;

  private static final List<String> TOUCHPOINTS = List.of("认知", "咨询", "购买", "物流", "使用", "售后", "忠诚");
  private static final List<String> JOURNEY =
      List.of("Awareness", "Consultation", "Purchase", "Delivery", "Use", "After-sales", "Loyalty");
  private static final List<String> INDICATORS =
      List.of(
          "物流速度", "包装", "客服态度", "质地", "保湿", "香味", "价格", "性价比", "正品", "过敏", "控油", "退换货", "赠品",
          "洗后感受", "容量", "瓶身设计", "广告可信", "到货完好");

  private SomeReport() {}

  static Report in(ReportLanguage language) {
    return new Report(
        language,
        language.of("竞品周报:沐禾 对比 绮澜、澄野", "Competitor report: 沐禾 against 绮澜 and 澄野"),
        List.of(
            new Fact(language.of("品牌", "Brand"), "沐禾"),
            new Fact(language.of("竞品", "Against"), "绮澜、澄野"),
            new Fact(language.of("周期", "Period"), "2026-10-19..2026-10-25 (Asia/Shanghai)"),
            new Fact(language.of("上一期", "Wave against"), "2026-10-12..2026-10-18"),
            new Fact(language.of("数据截止", "Data cut"), "2026-10-26T08:00+08:00, 1,204")),
        List.of(
            findings(language),
            new Chapter("index", language.of("满意度与排名", "Index and rank"), index(language)),
            gaps(language),
            new Chapter("journey", language.of("情绪地图", "Emotion map"), journey(language)),
            new Chapter("value", language.of("顾客价值分析", "Customer value"), value(language)),
            new Chapter("quotes", language.of("典型原话", "What customers said"), quotes(language)),
            new Chapter(
                "method",
                language.of("方法与口径", "Method"),
                List.of(
                    new Statement(
                        Kind.TEXT,
                        language.of(
                            "满意度指数 = 100 ×(正面 + 0.5 × 中性)÷ n,区间为 95%。",
                            "Satisfaction index = 100 × (positive + 0.5 × neutral) ÷ n, with a 95%"
                                + " interval."),
                        "")))),
        List.of(
            new ReportQuery(
                "Q1",
                language.of("品牌与竞品的指数和差距", "Index and gap of the brands"),
                "scripts/voc compare --brand 沐禾 --against 绮澜,澄野 --period"
                    + " 2026-10-19..2026-10-25 --show all --json"),
            new ReportQuery("Q2", language.of("原话", "Voices"), "")));
  }

  private static Chapter findings(ReportLanguage language) {
    return new Chapter(
        "findings",
        language.of("关键发现", "Key findings"),
        List.of(
            new Statement(Kind.SUBTITLE, language.of("差距", "Gaps"), ""),
            new Statement(
                Kind.FINDING,
                language.of(
                    "沐禾的物流速度领先绮澜 +12.3 分(+4.1..+20.2),n=312。",
                    "沐禾 is ahead of 绮澜 on delivery speed by +12.3 points (+4.1..+20.2), n=312."),
                "Q1"),
            new Statement(
                Kind.FINDING,
                language.of(
                    "沐禾的包装落后澄野 -15.0 分(-23.4..-6.8)。",
                    "沐禾 is behind 澄野 on packaging by -15.0 points (-23.4..-6.8)."),
                "Q1"),
            new Statement(Kind.SUBTITLE, language.of("变化", "Changes"), ""),
            new Statement(
                Kind.TEXT,
                language.of("本期没有显著变化。", "No change of this period is significant."),
                "Q1"),
            new Statement(
                Kind.NOTE,
                language.of(
                    "只列出对全部所示差距一起检验后仍显著者(Benjamini-Hochberg,5%)。",
                    "Only what is significant with all gaps shown taken together"
                        + " (Benjamini-Hochberg, 5%)."),
                "")));
  }

  private static List<Block> index(ReportLanguage language) {
    List<List<Cell>> rows =
        List.of(
            List.of(
                Cell.text("沐禾"),
                Cell.count(1204),
                new Cell.Interval(71.44, 68.2, 74.6, Unit.POINTS),
                new Cell.Amount(0.1254, Unit.SHARE),
                new Cell.Text(language.of("领先", "ahead"), Tone.AHEAD)),
            List.of(
                Cell.text("绮澜"),
                Cell.count(986),
                new Cell.Interval(64.1, 60.9, 67.2, Unit.POINTS),
                new Cell.Amount(0.2, Unit.SHARE),
                new Cell.Text(language.of("落后", "behind"), Tone.BEHIND)),
            List.of(
                Cell.text("澄野"),
                Cell.count(12),
                new Cell.Missing(language.of("样本不足", "not enough data")),
                new Cell.Missing(language.of("样本不足", "not enough data")),
                new Cell.Text(language.of("样本不足", "not enough data"), Tone.MUTED)));
    return List.of(
        new Table(
            "index.brands",
            language.of("满意度指数", "Satisfaction index"),
            language == ReportLanguage.ZH
                ? List.of("品牌", "n", "指数(95% 区间)", "负面占比", "结论")
                : List.of("Brand", "n", "Index (95% interval)", "Negative share", "Verdict"),
            rows,
            "Q1"),
        new Chart.Bars(
            language.of("各渠道的反馈数", "Feedback by channel"),
            Unit.COUNT,
            language == ReportLanguage.ZH
                ? List.of("评论", "社交", "电话", "在线客服")
                : List.of("Review", "Social", "Call", "Chat"),
            List.of(
                series("沐禾", 804, 120, 212, 68),
                series("绮澜", 640, 201, 97, 48),
                series("澄野", 6, 3, Double.NaN, 3)),
            "Q1"));
  }

  private static Chapter gaps(ReportLanguage language) {
    List<String> columns =
        language == ReportLanguage.ZH
            ? List.of("指标", "n", "沐禾", "绮澜", "差距", "结论", "澄野", "差距", "结论", "行业", "差距", "结论")
            : List.of(
                "Indicator",
                "n",
                "沐禾",
                "绮澜",
                "Gap",
                "Verdict",
                "澄野",
                "Gap",
                "Verdict",
                "Industry",
                "Gap",
                "Verdict");
    List<List<Cell>> rows = new ArrayList<>();
    for (int at = 0; at < ROWS; at++) {
      double own = 40 + at * 37 % 55;
      List<Cell> row = new ArrayList<>();
      row.add(Cell.text(INDICATORS.get(at % INDICATORS.size()) + " " + (at + 1)));
      row.add(Cell.count(30L + at));
      row.add(new Cell.Interval(own, own - 6.1, own + 5.2, Unit.POINTS));
      for (int rival = 0; rival < 3; rival++) {
        double gap = (at * 13 + rival * 7) % 31 - 15;
        if ((at + rival) % 9 == 4) {
          row.add(new Cell.Missing(language.of("样本不足", "not enough data")));
          row.add(new Cell.Missing(language.of("样本不足", "not enough data")));
          row.add(new Cell.Text(language.of("样本不足", "not enough data"), Tone.MUTED));
        } else {
          row.add(new Cell.Interval(own - gap, own - gap - 5, own - gap + 4, Unit.POINTS));
          row.add(new Cell.Interval(gap, gap - 7.2, gap + 7.4, Unit.DIFFERENCE));
          row.add(
              gap > 8
                  ? new Cell.Text(language.of("领先", "ahead"), Tone.AHEAD)
                  : gap < -8
                      ? new Cell.Text(language.of("落后", "behind"), Tone.BEHIND)
                      : Cell.text(language.of("无显著差异", "no significant difference")));
        }
      }
      rows.add(row);
    }
    List<Series> series = new ArrayList<>();
    for (int brand = 0; brand < 2; brand++) {
      List<Optional<Point>> points = new ArrayList<>();
      for (int at = 0; at < INDICATORS.size(); at++) {
        double gap = (at * 13 + brand * 7) % 31 - 15;
        points.add(
            (at + brand) % 9 == 4
                ? Optional.empty()
                : Optional.of(new Point(gap, gap - 7.2, gap + 6.4)));
      }
      series.add(new Series(brand == 0 ? "绮澜" : "澄野", points));
    }
    return new Chapter(
        "gaps",
        language.of("差距:触点与指标", "Gaps by touchpoint and indicator"),
        List.of(
            new Chart.Intervals(
                language.of("沐禾与竞品的差距(95% 区间)", "Gaps of 沐禾 (95% intervals)"),
                Unit.DIFFERENCE,
                INDICATORS,
                series,
                OptionalDouble.of(0),
                "Q1"),
            new Table(
                "gaps.indicators",
                language.of("每个指标的差距", "Gap of each indicator"),
                columns,
                rows,
                "Q1")));
  }

  private static List<Block> journey(ReportLanguage language) {
    return List.of(
        new Chart.Course(
            language.of("旅程上的满意度", "Satisfaction along the journey"),
            Unit.POINTS,
            language == ReportLanguage.ZH ? TOUCHPOINTS : JOURNEY,
            List.of(
                series("沐禾", 61, 58, 72, 81, 66, 49, 70),
                series("绮澜", 63, 60, 68, 62, Double.NaN, 55, 64),
                series("澄野", 55, 66, 64, 70, 71, 58, 61)),
            "Q1"));
  }

  private static List<Block> value(ReportLanguage language) {
    List<Spot> spots = new ArrayList<>();
    for (int at = 0; at < INDICATORS.size(); at++) {
      double importance = 0.01 + 0.012 * (at * 7 % INDICATORS.size());
      double performance = 45 + (at * 11 % 17) * 2.6;
      spots.add(new Spot(INDICATORS.get(at), importance, performance, Tone.values()[at % 4]));
    }
    return List.of(
        new Chart.Quadrants(
            language.of("重要性与表现", "Importance and performance"),
            language.of("重要性(提及占比)", "Importance (share of mentions)"),
            language.of("表现(满意度指数)", "Performance (satisfaction index)"),
            Unit.SHARE,
            Unit.POINTS,
            0.11,
            66,
            spots,
            language == ReportLanguage.ZH
                ? List.of("过度投入", "保持优势", "次要", "优先改进")
                : List.of("Possible overkill", "Keep it up", "Low priority", "Improve first"),
            "Q1"));
  }

  private static List<Block> quotes(ReportLanguage language) {
    String text = "昨天下单今天就到了,发货速度挺快,但是外盒压扁了。";
    return List.of(
        new Statement(Kind.NOTE, language.of("每位作者至多一条。", "One for each author at most."), ""),
        new Quotation(
            text,
            text.indexOf("发货"),
            text.indexOf(",但是"),
            Tone.AHEAD,
            "沐禾 · 物流速度",
            language.of("评论 · 2026-10-21 · 洗发水", "review · 2026-10-21 · shampoo"),
            "demo:r-17:delivery.speed:9",
            "Q2"),
        said(SCRIPT, Tone.BEHIND),
        said(FORMULA, Tone.PLAIN),
        said(LONG, Tone.MUTED),
        said(EMOJI, Tone.AHEAD),
        said("半个代理对 \ud83d 和控制字符 \u0007 也不碍事 한국어", Tone.PLAIN));
  }

  private static Quotation said(String text, Tone tone) {
    return new Quotation(text, 0, 3, tone, "澄野 · 包装", "review", "m-" + text.length(), "Q2");
  }

  private static Series series(String name, double... values) {
    List<Optional<Point>> points = new ArrayList<>();
    for (double value : values) {
      points.add(
          Double.isNaN(value)
              ? Optional.empty()
              : Optional.of(new Point(value, value - 4.5, value + 3.5)));
    }
    return new Series(name, points);
  }
}
