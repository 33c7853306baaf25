package org.vocstream.kibana;

import java.util.List;
import org.vocstream.pack.Names;

/** What callers ask about. */
final class CallsDashboard {
  private static final String GUIDE =
      """
      **来电洞察**：每通电话或在线会话算一条，归于其主要联系原因；满意度、峰值、终值为 -1 到 1 的均值，响应与处理时长为中位数（秒）。少于 10 通的行不要解读；\
      区间与环比请用 `scripts/voc calls`。

      **Call insight**: every call or chat counts once, under its main contact reason; satisfaction, peak and end are means from -1 to 1, response and handling time \
      medians in seconds. Read no row below 10 contacts; intervals and changes: `scripts/voc calls`.
      """;

  private CallsDashboard() {}

  static Dashboard make() {
    DataView view = DataView.FEEDBACK;
    Panels feedback = new Panels(view);
    String transcripts = Kql.exists("intent");
    Measure n = Measures.n("会话数", "Contacts");
    Measure complaints =
        Measures.share(
            "complaints", new Names("投诉占比", "Complaints"), Kql.is("intent", "complaint"));
    Measure unresolved =
        Measures.share(
            "unresolved", new Names("未解决占比", "Unresolved"), Kql.is("resolution", "unresolved"));
    Measure satisfaction = mean("satisfaction", new Names("满意度", "Satisfaction"));
    Measure handling =
        Measures.seconds("handling", new Names("处理时长（秒）", "Handling (s)"), "handling_ms");
    List<Measure> outcome =
        List.of(
            n,
            complaints,
            Measures.share(
                "resolved", new Names("已解决占比", "Resolved"), Kql.is("resolution", "resolved")),
            unresolved,
            satisfaction,
            mean("peak", new Names("峰值", "Peak")),
            mean("end", new Names("终值", "End")),
            Measures.seconds("response", new Names("响应（秒）", "Response (s)"), "response_ms"),
            handling);
    return new Dashboard(
        "voc-calls",
        new Names("来电洞察", "Call insight"),
        GUIDE,
        view,
        List.of("brand", "line", "product", "channel", "segment"),
        List.of(
            feedback.number("contacts", n).where(transcripts),
            feedback.number("complaint-share", complaints).where(transcripts),
            feedback.number("unresolved-share", unresolved).where(transcripts),
            feedback.number("mean-satisfaction", satisfaction).where(transcripts),
            feedback
                .whole(
                    "reasons",
                    new Names("联系原因", "Contact reasons"),
                    Chart.TABLE,
                    List.of(Dimensions.values("contact_reason", 50)),
                    outcome,
                    16)
                .where(transcripts),
            feedback
                .whole(
                    "lines",
                    new Names("品牌与产品线", "Brands and product lines"),
                    Chart.TABLE,
                    List.of(Dimensions.brand(), Dimensions.values("line", 50)),
                    outcome,
                    12)
                .where(transcripts),
            feedback
                .half(
                    "by-week",
                    new Names("每周会话", "Contacts by week"),
                    Chart.BARS,
                    List.of(Dimensions.weeks(view), Dimensions.values("intent", 5)),
                    List.of(n),
                    12)
                .where(transcripts),
            feedback
                .half(
                    "outcomes",
                    new Names("联系原因 × 结果", "Contact reason × outcome"),
                    Chart.LYING_BARS,
                    List.of(
                        Dimensions.values("contact_reason", 20),
                        Dimensions.values("resolution", 5)),
                    List.of(n),
                    12)
                .where(transcripts)));
  }

  private static Measure mean(String field, Names label) {
    return Measures.of(field, label, "average", field, Measure.Format.HUNDREDTHS);
  }
}
