package org.vocstream.kibana;

import java.util.ArrayList;
import java.util.List;
import org.vocstream.pack.Names;

/**
 * One own brand against named competitors: Lens cannot tell whose brand is whose by a control, so
 * this dashboard is made for the brands that are named at its installation.
 */
final class GapDashboard {
  private static final String GUIDE =
      """
      **差距**：%1$s 减去竞品，单位为指数点，按原始反馈计算（未统一渠道结构）。差距是否成立要看区间与结论：内置页面或 `scripts/voc compare`；任一方 n<10 时不要解读。

      **Gap**: %1$s less each competitor, in points of the index, over the feedback as it came (not on one mix of channels). Whether a gap may be claimed needs interval and \
      verdict: the built-in page or `scripts/voc compare`. Read none where one side has n below 10.
      """;

  private GapDashboard() {}

  static Dashboard make(String own, List<String> rivals) {
    Panels mentions = new Panels(DataView.MENTIONS);
    List<String> brands = new ArrayList<>(List.of(own));
    brands.addAll(rivals);
    String compared = Kql.is("brand", brands);
    List<Measure> sides = new ArrayList<>(side("own", own));
    List<Measure> gaps = new ArrayList<>();
    for (int i = 0; i < rivals.size(); i++) {
      String rival = rivals.get(i);
      Measure gap = gap("gap" + (i + 1), own, rival);
      gaps.add(gap);
      sides.addAll(side("rival" + (i + 1), rival));
      sides.add(gap);
    }
    return new Dashboard(
        "voc-gap",
        new Names(own + " 与竞品的差距", "Gaps"),
        GUIDE.formatted(own),
        DataView.MENTIONS,
        List.of("channel", "product", "segment", "lang", "suspect"),
        List.of(
            mentions
                .whole(
                    "gaps",
                    new Names("各指标的差距", "Gaps by indicator"),
                    Chart.LYING_BARS,
                    List.of(Dimensions.indicator()),
                    gaps,
                    18)
                .where(compared),
            mentions
                .whole(
                    "indicators",
                    new Names("各指标", "Indicators"),
                    Chart.TABLE,
                    List.of(Dimensions.indicator()),
                    sides,
                    18)
                .where(compared),
            mentions
                .whole(
                    "touchpoints",
                    new Names("各触点", "Touchpoints"),
                    Chart.TABLE,
                    List.of(Dimensions.journey()),
                    sides,
                    12)
                .where(compared)));
  }

  private static List<Measure> side(String id, String brand) {
    String of = Kql.is("brand", brand);
    return List.of(
        new Measure(id, new Names(brand, brand), Measures.indexOf(of), Measure.Format.INDEX),
        new Measure(
            id + "-n",
            new Names(brand + " n", brand + " n"),
            Expression.count().where(of),
            Measure.Format.PLAIN));
  }

  private static Measure gap(String id, String own, String rival) {
    return new Measure(
        id,
        new Names(own + " − " + rival, own + " − " + rival),
        Measures.indexOf(Kql.is("brand", own)).minus(Measures.indexOf(Kql.is("brand", rival))),
        Measure.Format.TENTHS);
  }
}
