package org.vocstream.report;

/**
 * A sentence made from a template and the result of a query.
 *
 * @param kind how much it weighs
 * @param text the sentence
 * @param query id of the query whose result it tells; empty for one that tells none
 */
public record Statement(Kind kind, String text, String query) implements Block {
  /** How much a statement weighs. */
  public enum Kind {
    /** A subtitle within the chapter. */
    SUBTITLE,
    /** Something a manager must know; an item of a list. */
    FINDING,
    /** A sentence like others. */
    TEXT,
    /** How to read what stands near it, or its limits; in small print. */
    NOTE
  }
}
