package org.vocstream.opinion;

import org.vocstream.text.Span;

/**
 * Who beats whom, before it is known on what. Immutable.
 *
 * @param winner null where that side has no name
 * @param loser null where that side has no name
 * @param place the clauses that say so, in the folded text
 * @param word the word that compares
 */
record ComparisonOutcome(String winner, String loser, Span place, Span word) {
  /** Whether both have a name, and are two. */
  boolean isComparison() {
    return winner != null && loser != null && !winner.equals(loser);
  }

  /** Whether another says the same. */
  boolean says(ComparisonOutcome other) {
    return winner.equals(other.winner) && loser.equals(other.loser);
  }
}
