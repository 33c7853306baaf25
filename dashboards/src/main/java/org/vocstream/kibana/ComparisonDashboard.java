package org.vocstream.kibana;

import java.util.List;
import org.vocstream.pack.Names;

/** Brands beside one another. */
final class ComparisonDashboard {
  private static final String GUIDE =
      """
      **竞品对比**：在上方选择自己的品牌与竞品、渠道、产品；右上角的时间即周期。指数 0–100，50 为好坏各半；请连同 n 一起看，n<10 的格子不要解读。\
      这里没有置信区间，也没有领先／落后结论：请看内置页面或 `scripts/voc compare`。点击任一数值可在 Discover 打开其原声。

      **Comparison**: choose your brand and its competitors, channel and product above; the time picker is the period. Index 0 to 100, at 50 good and bad \
      are level; read it with its n, and no cell below n=10. There is no interval and no verdict here: see the built-in page or `scripts/voc compare`. \
      A click on a value opens its mentions in Discover.
      """;

  private ComparisonDashboard() {}

  static Dashboard make() {
    Panels mentions = new Panels(DataView.MENTIONS);
    Panels scores = new Panels(DataView.SCORES);
    Panels feedback = new Panels(DataView.FEEDBACK);
    Dimension brand = Dimensions.brand();
    return new Dashboard(
        "voc-comparison",
        new Names("竞品对比", "Competitor comparison"),
        GUIDE,
        DataView.MENTIONS,
        Controls.OF_VOICES,
        List.of(
            mentions.whole(
                "brands",
                new Names("各品牌满意度指数", "Satisfaction index by brand"),
                Chart.NUMBERS,
                List.of(brand),
                Measures.indexAndN(),
                6),
            mentions.half(
                "overall",
                new Names("全部观点", "All mentions"),
                Chart.TABLE,
                List.of(brand),
                List.of(
                    Measures.index(),
                    Measures.net(),
                    Measures.positive(),
                    Measures.negative(),
                    Measures.mentions(),
                    Measures.of(
                        "feedback",
                        new Names("反馈数", "Feedback"),
                        "unique_count",
                        "feedback",
                        Measure.Format.PLAIN)),
                9),
            scores
                .half(
                    "whole-feedback",
                    new Names("整条反馈（每日得分）", "Whole feedback (daily scores)"),
                    Chart.TABLE,
                    List.of(brand),
                    List.of(
                        Measures.indexOfCells(),
                        Measures.of(
                            Measures.N, new Names("反馈数", "n"), "sum", "n", Measure.Format.PLAIN)),
                    9)
                .where(Kql.is("scope", "feedback")),
            mentions.half(
                "indicators",
                new Names("品牌 × 指标", "Brand × indicator"),
                Chart.HEATMAP,
                List.of(brand, Dimensions.indicator()),
                List.of(Measures.index()),
                18),
            mentions.half(
                "indicator-table",
                new Names("各指标的指数与 n", "Index and n by indicator"),
                Chart.CROSS_TABLE,
                List.of(Dimensions.indicator(), brand),
                Measures.indexAndN(),
                18),
            mentions.half(
                "value",
                new Names("感知价值：利益与成本", "Perceived value: benefits and costs"),
                Chart.CROSS_TABLE,
                List.of(Dimensions.benefitAndCost(), brand),
                Measures.indexAndN(),
                8),
            feedback
                .half(
                    "head-to-head",
                    new Names("客户自己说谁胜过谁", "Whom customers themselves say wins"),
                    Chart.TABLE,
                    List.of(Dimensions.values("comparison_pairs", 50)),
                    List.of(Measures.n("反馈数", "Feedback")),
                    8)
                .where(Kql.exists("comparison_pairs")),
            mentions.whole(
                "importance",
                new Names("谈论最多的指标", "What is spoken of most"),
                Chart.LYING_BARS,
                List.of(Dimensions.indicator(), brand),
                List.of(Measures.mentions()),
                14)));
  }
}
