package org.vocstream.statistics.comparison;

import java.util.Comparator;
import org.vocstream.statistics.Scope;

/**
 * What an index is of: an indicator, a touchpoint, all mentions of a brand. Immutable.
 *
 * @param scope which kind
 * @param code of the indicator, touchpoint or value; empty for the scopes feedback and brand
 */
public record Subject(Scope scope, String code) implements Comparable<Subject> {
  /** Every mention of a brand. */
  public static final Subject BRAND = new Subject(Scope.BRAND, "");

  /** The sentiment of whole feedback. */
  public static final Subject FEEDBACK = new Subject(Scope.FEEDBACK, "");

  private static final Comparator<Subject> ORDER =
      Comparator.comparing(Subject::scope).thenComparing(Subject::code);

  @Override
  public int compareTo(Subject other) {
    return ORDER.compare(this, other);
  }
}
