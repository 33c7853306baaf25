package org.vocstream.text;

/**
 * A place where personal data stands.
 *
 * @param span where, in UTF-16 units of the raw text
 * @param kind what it is
 */
public record Masked(Span span, Kind kind) {
  /** Kinds of personal data that are masked. */
  public enum Kind {
    PHONE,
    ID_CARD,
    BANK_CARD,
    EMAIL,
    PLATE
  }
}
