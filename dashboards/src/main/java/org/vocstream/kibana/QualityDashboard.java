package org.vocstream.kibana;

import java.util.List;
import org.vocstream.pack.Names;

/** What the numbers stand on: what could not be taken in, read, assigned or trusted. */
final class QualityDashboard {
  private static final String GUIDE =
      """
      **数据质量**：时间为入库时间。死信是没能收进来的记录（不受品牌与渠道控件影响）；未归类是没有对应指标的观点；可疑反馈只标记、不删除；\
      迟到反馈要用 `scripts/voc verify --repair` 计入每日得分；纠正不改变任何得分。

      **Data quality**: by the time of intake. Dead letters are records that could not be taken in (brand and channel above have no say there); unassigned are opinions \
      for which there is no indicator; suspects are marked, never dropped; late feedback enters the daily scores by `scripts/voc verify --repair`; corrections change no score.
      """;

  private QualityDashboard() {}

  static Dashboard make() {
    Panels feedback = new Panels(DataView.INTAKE);
    Panels letters = new Panels(DataView.DEAD_LETTERS);
    Measure n = Measures.n("反馈数", "Feedback");
    Measure letter = Measures.n("死信数", "Dead letters");
    Measure suspects =
        Measures.share("suspects", new Names("可疑占比", "Suspects"), Kql.truth("suspect", true));
    Measure unassigned =
        new Measure(
            "unassigned",
            new Names("未归类观点占比", "Unassigned opinions"),
            Expression.of("sum", "unassigned").over(Expression.of("sum", "opinions")),
            Measure.Format.PERCENT);
    return new Dashboard(
        "voc-quality",
        new Names("数据质量", "Data quality"),
        GUIDE,
        DataView.INTAKE,
        List.of("brand", "channel"),
        List.of(
            feedback.number("taken-in", n),
            letters.number("refused", letter).uncontrolled(),
            feedback.number("suspect-share", suspects),
            feedback.number("unassigned-share", unassigned),
            letters
                .half(
                    "dead-letters",
                    new Names("死信及其原因", "Dead letters and why"),
                    Chart.TABLE,
                    List.of(
                        Dimensions.values("stage", 10),
                        Dimensions.values("field", 20),
                        Dimensions.values("reason.keyword", 50)),
                    List.of(letter),
                    14)
                .uncontrolled(),
            letters
                .half(
                    "dead-letters-by-day",
                    new Names("每日死信", "Dead letters by day"),
                    Chart.BARS,
                    List.of(Dimensions.days(DataView.DEAD_LETTERS), Dimensions.values("stage", 10)),
                    List.of(letter),
                    14)
                .uncontrolled(),
            feedback.half(
                "languages",
                new Names("语言", "Languages"),
                Chart.TABLE,
                List.of(Dimensions.values("lang", 20)),
                List.of(
                    n,
                    Measures.of(
                        "mentions",
                        new Names("每条反馈观点数", "Mentions per feedback"),
                        "average",
                        "mention_count",
                        Measure.Format.HUNDREDTHS),
                    unassigned),
                10),
            feedback.half(
                "sources",
                new Names("品牌 × 渠道", "Brand × channel"),
                Chart.TABLE,
                List.of(Dimensions.brand(), Dimensions.values("channel", 10)),
                List.of(n, suspects, unassigned),
                10),
            feedback
                .half(
                    "why-suspect",
                    new Names("为什么可疑", "Why suspect"),
                    Chart.LYING_BARS,
                    List.of(Dimensions.values("flags", 10)),
                    List.of(n),
                    9)
                .where(Kql.exists("flags")),
            feedback.half(
                "scored-by",
                new Names("评分版本", "Scored by"),
                Chart.TABLE,
                List.of(Dimensions.values("scored_by", 20)),
                List.of(
                    n,
                    Measures.of(
                        "from",
                        new Names("最早发布", "Published from"),
                        "min",
                        "published_at",
                        Measure.Format.PLAIN),
                    Measures.of(
                        "to",
                        new Names("最晚发布", "Published to"),
                        "max",
                        "published_at",
                        Measure.Format.PLAIN)),
                9),
            new Panels(DataView.LATE)
                .half(
                    "late",
                    new Names("迟到的反馈", "Late feedback"),
                    Chart.TABLE,
                    List.of(Dimensions.brand(), Dimensions.values("channel", 10)),
                    List.of(n),
                    8),
            new Panels(DataView.CORRECTIONS)
                .half(
                    "corrections",
                    new Names("分析员的纠正", "Corrections by analysts"),
                    Chart.TABLE,
                    List.of(
                        Dimensions.values("kind", 5),
                        Dimensions.values("indicator", 50),
                        Dimensions.values("scored_by", 20)),
                    List.of(Measures.n("纠正数", "Corrections")),
                    8)));
  }
}
