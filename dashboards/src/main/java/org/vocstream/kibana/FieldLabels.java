package org.vocstream.kibana;

import java.util.LinkedHashMap;
import java.util.Map;
import org.vocstream.pack.Names;

/** What the fields are called that people choose by and group by. */
final class FieldLabels {
  private static final Map<String, Names> LABELS = labels();

  private FieldLabels() {}

  private static Map<String, Names> labels() {
    Map<String, Names> labels = new LinkedHashMap<>();
    labels.put("brand", new Names("品牌", "Brand"));
    labels.put("channel", new Names("渠道", "Channel"));
    labels.put("product", new Names("产品", "Product"));
    labels.put("line", new Names("产品线", "Product line"));
    labels.put("segment", new Names("客群", "Segment"));
    labels.put("stage", new Names("阶段", "Stage"));
    labels.put("lang", new Names("语言", "Language"));
    labels.put("suspect", new Names("可疑", "Suspect"));
    labels.put("flags", new Names("可疑原因", "Why suspect"));
    labels.put("group", new Names("指标", "Indicator"));
    labels.put("indicator", new Names("细分指标", "Finer indicator"));
    labels.put("touchpoint", new Names("触点", "Touchpoint"));
    labels.put("value", new Names("价值", "Value"));
    labels.put("polarity", new Names("极性", "Polarity"));
    labels.put("evidence", new Names("原话", "Evidence"));
    labels.put("cue", new Names("线索词", "Cue"));
    labels.put("towards", new Names("转向", "Leaves for"));
    labels.put("scored_by", new Names("评分版本", "Scored by"));
    labels.put("comparison_pairs", new Names("胜>负", "Winner>loser"));
    labels.put("contact_reason", new Names("联系原因", "Contact reason"));
    labels.put("intent", new Names("诉求", "Intent"));
    labels.put("resolution", new Names("结果", "Outcome"));
    labels.put("severity", new Names("程度", "Severity"));
    labels.put("state", new Names("处理状态", "State"));
    labels.put("course", new Names("进展", "Course"));
    labels.put("measure", new Names("量", "Measure"));
    labels.put("kind", new Names("纠正内容", "What is corrected"));
    labels.put("by", new Names("分析员", "Analyst"));
    labels.put("rule_label.zh", new Names("规则", "Rule"));
    labels.put("code", new Names("指标", "Indicator"));
    labels.put("reason.keyword", new Names("原因", "Reason"));
    labels.put("field", new Names("字段", "Field"));
    labels.put("origin", new Names("来源位置", "Where it stood"));
    labels.put("published_at", new Names("发布时间", "Published"));
    labels.put("ingested_at", new Names("入库时间", "Taken in"));
    labels.put("day", new Names("日", "Day"));
    labels.put("first_day", new Names("首日", "First day"));
    labels.put("last_day", new Names("末日", "Last day"));
    return labels;
  }

  /** The labels of all fields that have one, by field. */
  static Map<String, Names> all() {
    return Map.copyOf(LABELS);
  }

  /** The label of a field; its name where it has none. */
  static Names of(String field) {
    return LABELS.getOrDefault(field, new Names(field, field));
  }

  /** Both names after one another; one alone where they are the same. */
  static String text(Names names) {
    return names.zh().equals(names.en()) ? names.en() : names.zh() + " " + names.en();
  }
}
