package org.vocstream.kibana;

import java.util.List;
import org.vocstream.pack.Names;

/** How brands and indicators go over time. */
final class TrendDashboard {
  private static final String GUIDE =
      """
      **趋势**：按周的满意度指数，按日的负面占比与声量；用“指标”控件只看一个指标。周从周一起，日界按 Kibana 的时区。“评分版本”换了，折线的跳动可能来自模型而不是客户。\
      变化是否显著、拆成结构与得分两部分：请看内置页面的趋势。

      **Trend**: satisfaction index by week, negative share and mentions by day; the control Indicator shows one alone. Weeks begin on Monday, days at midnight \
      in Kibana's time zone. Where Scored by changes, a jump may come from the models and not from customers. Whether a change is significant, and its parts: \
      the trend of the built-in page.
      """;

  private TrendDashboard() {}

  static Dashboard make() {
    DataView view = DataView.MENTIONS;
    Panels mentions = new Panels(view);
    Dimension brand = Dimensions.brand();
    return new Dashboard(
        "voc-trend",
        new Names("趋势", "Trend"),
        GUIDE,
        view,
        List.of("brand", "group", "channel", "product", "lang", "suspect"),
        List.of(
            mentions.whole(
                "index-by-week",
                new Names("每周满意度指数", "Satisfaction index by week"),
                Chart.LINES,
                List.of(Dimensions.weeks(view), brand),
                List.of(Measures.index()),
                12),
            mentions.half(
                "negative-by-day",
                new Names("每日负面占比", "Negative share by day"),
                Chart.LINES,
                List.of(Dimensions.days(view), brand),
                List.of(Measures.negative()),
                12),
            mentions.half(
                "mentions-by-day",
                new Names("每日声量", "Mentions by day"),
                Chart.BARS,
                List.of(Dimensions.days(view), brand),
                List.of(Measures.mentions()),
                12),
            mentions.half(
                "indicators-by-week",
                new Names("指标 × 周", "Indicator × week"),
                Chart.HEATMAP,
                List.of(Dimensions.weeks(view), Dimensions.indicator()),
                List.of(Measures.index()),
                18),
            mentions.half(
                "index-table",
                new Names("每周指数与 n", "Index and n by week"),
                Chart.CROSS_TABLE,
                List.of(Dimensions.weeks(view), brand),
                Measures.indexAndN(),
                18),
            mentions.whole(
                "scored-by",
                new Names("评分版本", "Scored by"),
                Chart.BARS,
                List.of(Dimensions.weeks(view), Dimensions.values("scored_by", 10)),
                List.of(Measures.mentions()),
                9)));
  }
}
