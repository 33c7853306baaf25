package org.vocstream.kibana;

import java.util.List;
import org.vocstream.pack.Names;

/** What a panel groups by. Immutable. */
sealed interface Dimension {
  /** Stable within the panel. */
  String id();

  /** Its name. */
  Names label();

  /**
   * The most frequent values of a field.
   *
   * @param field a keyword or boolean field
   * @param size how many at the most
   */
  record Values(String id, Names label, String field, int size) implements Dimension {}

  /**
   * Steps of time.
   *
   * @param field a date
   * @param interval {@code 1d}, {@code 1w}
   */
  record Steps(String id, Names label, String field, String interval) implements Dimension {}

  /** Groups in an order of their own, such as the journey. */
  record Groups(String id, Names label, List<Group> groups) implements Dimension {}

  /**
   * One group.
   *
   * @param kql which documents are in it
   */
  record Group(Names label, String kql) {}
}
