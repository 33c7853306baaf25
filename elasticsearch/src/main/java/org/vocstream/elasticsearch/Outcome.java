package org.vocstream.elasticsearch;

/**
 * What became of one record that was to be indexed. Immutable.
 *
 * @param kind what became of it
 * @param reason why, in words, where the kind is {@code RETRY} or {@code REJECTED}; else null
 */
public record Outcome(Kind kind, String reason) {
  /** What can become of a record. */
  public enum Kind {
    /** It stands in the index and was not there before. */
    CREATED,
    /** It stands in the index in the place of an earlier version. */
    REPLACED,
    /** It was taken back: the index holds nothing of it. */
    WITHDRAWN,
    /** A later version in the same batch made it needless. */
    SUPERSEDED,
    /** Not written, or not wholly; the same record given again puts everything right. */
    RETRY,
    /** Not written, for it was to be a new document and one of this id stands there already. */
    EXISTS,
    /** Refused for what it holds; a dead letter says why, and the index holds nothing of it. */
    REJECTED
  }

  static Outcome of(Kind kind) {
    return new Outcome(kind, null);
  }

  static Outcome retry(String reason) {
    return new Outcome(Kind.RETRY, reason);
  }

  static Outcome rejected(String reason) {
    return new Outcome(Kind.REJECTED, reason);
  }

  boolean is(Kind other) {
    return kind == other;
  }
}
