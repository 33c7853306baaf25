package org.vocstream.feedback;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Who speaks in a turn. Only the customer's words count for sentiment. */
public enum Speaker {
  CUSTOMER,
  AGENT;

  /** The name in envelopes and documents: {@code customer} or {@code agent}. */
  @JsonValue
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
