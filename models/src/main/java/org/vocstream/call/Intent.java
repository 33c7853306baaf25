package org.vocstream.call;

import java.util.Locale;

/** In which mood a customer makes contact. */
public enum Intent {
  /** Something is not as it should be. */
  COMPLAINT,
  /** A question, a request or an order. */
  ENQUIRY,
  /** The customer says neither. */
  UNKNOWN;

  /** As it stands in results: {@code complaint}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
