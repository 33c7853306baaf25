package org.vocstream.opinion;

/**
 * One comparison of two brands. Immutable.
 *
 * @param winner the brand that is said to be better
 * @param loser the other
 * @param indicator code of the indicator on which it is, or null where none was found
 * @param start first UTF-16 unit of the clauses that compare, in the stored text
 * @param end one past the last unit
 */
public record Comparison(String winner, String loser, String indicator, int start, int end) {
  /**
   * The same comparison of a turn, with its place in the whole transcript.
   *
   * @param turnStart first unit of the turn in the stored text
   */
  public Comparison inTurn(int turnStart) {
    return new Comparison(winner, loser, indicator, turnStart + start, turnStart + end);
  }
}
