package org.vocstream.kibana;

import java.util.List;
import org.vocstream.pack.Names;

/** How customers feel along the journey. */
final class JourneyDashboard {
  private static final String GUIDE =
      """
      **旅程**：从认知到忠诚，每个触点的满意度指数，品牌叠放；下面是各触点的抱怨用语，以及要离开的客户转向谁。高峰与低谷需要区间，请看内置页面。

      **Journey**: the satisfaction index at every touchpoint from awareness to loyalty, brands over one another; below, the words of complaint at each, and for whom \
      leaving customers leave. Peaks and lows need intervals: see the built-in page.
      """;

  private JourneyDashboard() {}

  static Dashboard make() {
    Panels mentions = new Panels(DataView.MENTIONS);
    Dimension brand = Dimensions.brand();
    return new Dashboard(
        "voc-journey",
        new Names("旅程", "Journey"),
        GUIDE,
        DataView.MENTIONS,
        Controls.OF_VOICES,
        List.of(
            mentions.half(
                "emotion-map",
                new Names("情感地图", "Emotion map"),
                Chart.LINES,
                List.of(Dimensions.journey(), brand),
                List.of(Measures.index()),
                14),
            mentions.half(
                "touchpoints",
                new Names("各触点的指数与 n", "Index and n by touchpoint"),
                Chart.CROSS_TABLE,
                List.of(Dimensions.journey(), brand),
                Measures.indexAndN(),
                14),
            mentions.half(
                "channels",
                new Names("触点 × 渠道", "Touchpoint × channel"),
                Chart.HEATMAP,
                List.of(Dimensions.values("channel", 10), Dimensions.journey()),
                List.of(Measures.index()),
                14),
            mentions
                .half(
                    "complaints",
                    new Names("各触点的抱怨用语", "Words of complaint by touchpoint"),
                    Chart.TABLE,
                    List.of(Dimensions.journey(), Dimensions.values("cue", 10)),
                    List.of(Measures.n("负面观点数", "Negative n")),
                    14)
                .where(Kql.number("polarity", -1)),
            mentions
                .half(
                    "loyalty",
                    new Names("忠诚", "Loyalty"),
                    Chart.CROSS_TABLE,
                    List.of(Dimensions.values("indicator", 20), brand),
                    List.of(Measures.positive(), Measures.negative(), Measures.mentions()),
                    12)
                .where(Kql.is("touchpoint", "loyalty")),
            mentions
                .half(
                    "leaving",
                    new Names("离开的客户转向谁", "For whom customers leave"),
                    Chart.TABLE,
                    List.of(brand, Dimensions.values("towards", 20)),
                    List.of(Measures.mentions()),
                    12)
                .where(Kql.exists("towards"))));
  }
}
