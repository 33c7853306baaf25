package org.vocstream.elasticsearch;

import java.util.Locale;

/** What people have done about an alert, whatever its course. */
public enum AlertState {
  /** Nobody has seen to it. */
  OPEN("未处理"),
  /** Somebody sees to it. */
  ACKNOWLEDGED("已确认"),
  /** Done with. */
  CLOSED("已关闭");

  private final String label;

  AlertState(String label) {
    this.label = label;
  }

  /** The name in documents: {@code acknowledged}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The name as analysts read it. */
  public String label() {
    return label;
  }
}
