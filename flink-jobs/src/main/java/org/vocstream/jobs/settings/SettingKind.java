package org.vocstream.jobs.settings;

import java.util.Arrays;
import java.util.Optional;

/** What a {@link Setting} is. */
public enum SettingKind {
  /** An indicator pack. */
  PACK("pack"),

  /** A competitor set. */
  COMPETITORS("competitors");

  private final String code;

  SettingKind(String code) {
    this.code = code;
  }

  /** Its name in messages and options. */
  public String code() {
    return code;
  }

  /** The kind of this name. */
  public static Optional<SettingKind> of(String code) {
    return Arrays.stream(values()).filter(k -> k.code.equals(code)).findFirst();
  }
}
