package org.vocstream.statistics.alert;

import java.util.Locale;

/** Where an event stands by itself, whatever people have done about it. */
public enum AlertCourse {
  /** Not over at the last day known. */
  ONGOING("进行中"),
  /** Over: enough quiet days came after it. */
  ENDED("已结束"),
  /** It lasted as long as the whole history: what it rose to is the baseline from now on. */
  LASTING("已成常态");

  private final String label;

  AlertCourse(String label) {
    this.label = label;
  }

  /** The name in documents: {@code ongoing}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The name as analysts read it. */
  public String label() {
    return label;
  }
}
