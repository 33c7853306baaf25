package org.vocstream.kibana;

import java.util.List;
import org.vocstream.pack.Names;

/** What stands out against its own past. */
final class AlertsDashboard {
  private static final int MANY = 200;
  private static final String GUIDE =
      """
      **预警**：每个事件一条，时间为首日。预期与实际：占比类按百分比（0–1），声量类按条数。确认与关闭请在内置页面或用 `scripts/voc alerts`；撤回的预警不显示。

      **Alerts**: one per event, by its first day. Expected and seen are shares (0 to 1) or mentions, as the measure says. People acknowledge and close them on the \
      built-in page or with `scripts/voc alerts`; withdrawn alerts are not shown.
      """;

  private AlertsDashboard() {}

  static Dashboard make() {
    DataView view = DataView.ALERTS;
    Panels alerts = new Panels(view);
    Measure n = Measures.n("预警数", "Alerts");
    String standing = Kql.truth("withdrawn", false);
    Measure open =
        new Measure(
            "open",
            new Names("未处理的预警", "Open alerts"),
            Expression.count().where(Kql.is("state", "open")),
            Measure.Format.PLAIN);
    return new Dashboard(
        "voc-alerts",
        new Names("预警", "Alerts"),
        GUIDE,
        view,
        List.of("brand", "severity", "state", "course", "measure"),
        List.of(
            alerts.number("open", open).where(standing),
            alerts
                .panel(
                    "by-week",
                    new Names("每周新预警", "New alerts by week"),
                    Chart.BARS,
                    List.of(Dimensions.weeks(view), Dimensions.values("severity", 5)),
                    List.of(n),
                    36,
                    9)
                .where(standing),
            alerts
                .whole(
                    "list",
                    new Names("预警清单", "All alerts"),
                    Chart.TABLE,
                    List.of(
                        Dimensions.values("brand", MANY),
                        Dimensions.values("code", MANY),
                        Dimensions.values("rule_label.zh", MANY),
                        Dimensions.values("severity", 5),
                        Dimensions.values("state", 5),
                        Dimensions.days(view)),
                    List.of(
                        maximum("last_day", FieldLabels.of("last_day"), Measure.Format.PLAIN),
                        maximum("expected", new Names("预期", "Expected"), Measure.Format.HUNDREDTHS),
                        maximum("seen", new Names("实际", "Seen"), Measure.Format.HUNDREDTHS),
                        total("mentions", new Names("观点数", "Mentions"), "n"),
                        total("negative", new Names("负面观点数", "Negative mentions"), "negative")),
                    15)
                .where(standing),
            alerts
                .half(
                    "by-state",
                    new Names("品牌 × 处理状态", "Brand × state"),
                    Chart.CROSS_TABLE,
                    List.of(Dimensions.brand(), Dimensions.values("state", 5)),
                    List.of(n),
                    9)
                .where(standing),
            alerts
                .half(
                    "by-indicator",
                    new Names("指标 × 进展", "Indicator × course"),
                    Chart.CROSS_TABLE,
                    List.of(Dimensions.values("code", MANY), Dimensions.values("course", 5)),
                    List.of(n),
                    9)
                .where(standing)));
  }

  private static Measure maximum(String field, Names label, Measure.Format format) {
    return Measures.of(field.replace('_', '-'), label, "max", field, format);
  }

  private static Measure total(String id, Names label, String field) {
    return Measures.of(id, label, "sum", field, Measure.Format.PLAIN);
  }
}
