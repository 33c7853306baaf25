package org.vocstream.kibana;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.vocstream.elasticsearch.VocIndex;
import org.vocstream.pack.Names;
import org.vocstream.pack.Pack;
import org.vocstream.pack.PackLoader;

/**
 * What the codes in the index mean, by field: those of all bundled packs, and those of the product.
 * Where packs name one code differently, the base pack has its way; else the first by name.
 * Immutable.
 */
final class CodeLabels {
  private static final List<String> INDICATORS =
      List.of("group", "indicator", "code", "corrected_indicator", "comparisons.indicator");

  private final SortedMap<String, SortedMap<String, Names>> byField = new TreeMap<>();

  private CodeLabels() {}

  /** Those of all bundled packs. */
  static CodeLabels bundled() {
    CodeLabels labels = new CodeLabels();
    PackLoader loader = new PackLoader();
    labels.add(loader.load("commerce"));
    PackLoader.names().stream().sorted().forEach(name -> labels.add(loader.load(name)));
    labels.put("channel", "review", "评论", "Review");
    labels.put("channel", "social", "社交", "Social");
    labels.put("channel", "call", "电话", "Call");
    labels.put("channel", "chat", "在线客服", "Chat");
    labels.put("channel", "survey", "问卷", "Survey");
    labels.put("lang", "zh", "中文", "Chinese");
    labels.put("lang", "en", "英文", "English");
    labels.put("lang", "mixed", "中英混合", "Mixed");
    labels.put("lang", "other", "其他", "Other");
    labels.put("intent", "complaint", "投诉", "Complaint");
    labels.put("intent", "enquiry", "咨询办理", "Enquiry");
    labels.put("intent", "unknown", "未知", "Not known");
    labels.put("resolution", "resolved", "已解决", "Resolved");
    labels.put("resolution", "unresolved", "未解决", "Unresolved");
    labels.put("resolution", "unknown", "未知", "Not known");
    labels.put("severity", "warning", "警告", "Warning");
    labels.put("severity", "serious", "严重", "Serious");
    labels.put("severity", "critical", "紧急", "Critical");
    labels.put("course", "ongoing", "进行中", "Ongoing");
    labels.put("course", "ended", "已结束", "Ended");
    labels.put("course", "lasting", "已成常态", "Lasting");
    labels.put("state", "open", "未处理", "Open");
    labels.put("state", "acknowledged", "已确认", "Acknowledged");
    labels.put("state", "closed", "已关闭", "Closed");
    labels.put("measure", "negative_share", "负面占比", "Negative share");
    labels.put("measure", "negative_volume", "负面声量", "Negative mentions");
    labels.put("measure", "volume", "声量", "Mentions");
    labels.put("flags", "rating_conflict", "评分与文字相反", "Stars and words conflict");
    labels.put("flags", "default_praise", "系统默认好评", "Praise by the shop system");
    labels.put("flags", "duplicate", "重复", "Copy");
    labels.put("flags", "burst", "集中刷屏", "Burst");
    labels.put("kind", "polarity", "极性", "Polarity");
    labels.put("kind", "indicator", "指标", "Indicator");
    labels.put("kind", "not_a_mention", "不是观点", "Not a mention");
    labels.put("value", "benefit.product", "产品利益", "Product benefit");
    labels.put("value", "benefit.service", "服务利益", "Service benefit");
    labels.put("value", "benefit.people", "人员利益", "People benefit");
    labels.put("value", "benefit.image", "形象利益", "Image benefit");
    labels.put("value", "cost.money", "货币成本", "Money cost");
    labels.put("value", "cost.time", "时间成本", "Time cost");
    labels.put("value", "cost.energy", "体力成本", "Energy cost");
    labels.put("value", "cost.mind", "精神成本", "Mind cost");
    return labels;
  }

  private void add(Pack pack) {
    pack.indicators().forEach(i -> INDICATORS.forEach(field -> put(field, i.code(), i.label())));
    pack.touchpoints().forEach(t -> put("touchpoint", t.code(), t.label()));
    pack.contactReasons()
        .forEach(
            reason -> {
              put("contact_reason", reason.code(), reason.label());
              put("contact_reasons", reason.code(), reason.label());
            });
  }

  private void put(String field, String code, String zh, String en) {
    put(field, code, new Names(zh, en));
  }

  private void put(String field, String code, Names label) {
    byField.computeIfAbsent(field, f -> new TreeMap<>()).putIfAbsent(code, label);
  }

  /** The names of the codes of a field, by code; empty where it holds none. */
  Map<String, Names> of(VocIndex index, String field) {
    // Where feedback names a touchpoint it is in the words of whoever sent it.
    boolean foreign = index == VocIndex.FEEDBACK && field.equals("touchpoint");
    return foreign ? Map.of() : byField.getOrDefault(field, new TreeMap<>());
  }
}
