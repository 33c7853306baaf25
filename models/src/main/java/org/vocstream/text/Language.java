package org.vocstream.text;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/**
 * Language of a text as far as scoring must know it. {@code OTHER} is stored and counted, never
 * scored.
 */
public enum Language {
  ZH,
  EN,
  MIXED,
  OTHER;

  /** The name in documents: {@code zh}, {@code en}, {@code mixed}, {@code other}. */
  @JsonValue
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
