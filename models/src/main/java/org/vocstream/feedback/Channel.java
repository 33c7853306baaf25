package org.vocstream.feedback;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The way by which a feedback reached us. */
public enum Channel {
  REVIEW,
  SOCIAL,
  CALL,
  CHAT,
  SURVEY;

  /** The name in envelopes and documents: {@code review}, {@code social}, ... */
  @JsonValue
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The channel of this code, whatever its case; empty where there is none. */
  public static Optional<Channel> of(String code) {
    return Arrays.stream(values()).filter(c -> c.code().equalsIgnoreCase(code.strip())).findFirst();
  }

  /** All codes, for messages: {@code review, social, call, chat, survey}. */
  public static String codes() {
    return Arrays.stream(values()).map(Channel::code).collect(Collectors.joining(", "));
  }
}
