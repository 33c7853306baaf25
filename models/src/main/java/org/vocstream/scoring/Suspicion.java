package org.vocstream.scoring;

import java.util.List;
import java.util.stream.Stream;

/**
 * Why a feedback is suspect: it may be no customer's own voice. Suspects are marked and never
 * deleted; every number can be had with and without them. Immutable.
 *
 * @param reasons in order, each once; none where it is not suspect
 * @param duplicateOf key of the earliest feedback of which it is a copy or nearly so, or null
 */
public record Suspicion(List<Flag> reasons, String duplicateOf) {
  /** Nothing is suspect. */
  public static final Suspicion NONE = new Suspicion(List.of(), null);

  /** Keeps a copy. */
  public Suspicion {
    reasons = List.copyOf(reasons);
  }

  /** Both suspicions in one. */
  public Suspicion and(Suspicion other) {
    if (reasons.isEmpty() || other.reasons.isEmpty()) {
      return reasons.isEmpty() ? other : this;
    }
    return new Suspicion(
        Stream.concat(reasons.stream(), other.reasons.stream()).distinct().sorted().toList(),
        duplicateOf == null ? other.duplicateOf : duplicateOf);
  }
}
