package org.vocstream.report;

import java.util.Locale;
import org.vocstream.pack.Names;

/** The language a report is written in. */
public enum ReportLanguage {
  /** Chinese. */
  ZH,
  /** English. */
  EN;

  /** The name in options and files: {@code zh}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The one of two wordings that is in this language. */
  public String of(String zh, String en) {
    return this == ZH ? zh : en;
  }

  /** A name in this language. */
  public String of(Names names) {
    return of(names.zh(), names.en());
  }
}
