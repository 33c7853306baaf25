package org.vocstream.feedback;

/** A record breaks the contract of the envelope: which field, and a sentence for a person. */
final class EnvelopeException extends Exception {
  private static final long serialVersionUID = 1L;
  private final String field;

  EnvelopeException(String field, String reason) {
    super(reason);
    this.field = field;
  }

  /** The field at fault, or null. */
  String field() {
    return field;
  }
}
