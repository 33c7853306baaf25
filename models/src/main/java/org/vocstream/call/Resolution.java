package org.vocstream.call;

import java.util.Locale;

/** How a contact ended, by the customer's own words. */
public enum Resolution {
  /** It works, it has come, or the customer takes what was done or answered. */
  RESOLVED,
  /** The customer leaves without it. */
  UNRESOLVED,
  /** The transcript does not tell: above all where something was promised for later. */
  UNKNOWN;

  /** As it stands in results: {@code resolved}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
