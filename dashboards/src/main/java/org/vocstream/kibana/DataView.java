package org.vocstream.kibana;

import org.vocstream.elasticsearch.VocIndex;
import org.vocstream.pack.Names;

/** The data views: one per alias, and where feedback is looked at by intake, one more. */
enum DataView {
  MENTIONS("voc-mentions", VocIndex.MENTIONS, "published_at", "观点", "Mentions"),
  FEEDBACK("voc-feedback", VocIndex.FEEDBACK, "published_at", "反馈", "Feedback"),
  INTAKE(
      "voc-feedback-intake",
      VocIndex.FEEDBACK,
      "ingested_at",
      "反馈（按入库时间）",
      "Feedback by time of intake"),
  SCORES("voc-scores", VocIndex.SCORES, "day", "每日得分", "Daily scores"),
  ALERTS("voc-alerts", VocIndex.ALERTS, "first_day", "预警", "Alerts"),
  DEAD_LETTERS("voc-dead-letters", VocIndex.DEAD_LETTERS, "ingested_at", "死信", "Dead letters"),
  LATE("voc-late", VocIndex.LATE, "ingested_at", "迟到反馈", "Late feedback"),
  CORRECTIONS("voc-corrections", VocIndex.CORRECTIONS, "at", "纠正", "Corrections");

  private final String id;
  private final VocIndex index;
  private final String timeField;
  private final String zh;
  private final String en;

  DataView(String id, VocIndex index, String timeField, String zh, String en) {
    this.id = id;
    this.index = index;
    this.timeField = timeField;
    this.zh = zh;
    this.en = en;
  }

  /** Id of the saved object. */
  String id() {
    return id;
  }

  /** The alias that it looks at. */
  VocIndex index() {
    return index;
  }

  /** What the time picker restricts. */
  String timeField() {
    return timeField;
  }

  /** Its name. */
  Names label() {
    return new Names(zh, en);
  }
}
