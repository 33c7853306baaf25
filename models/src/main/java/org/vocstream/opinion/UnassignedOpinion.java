package org.vocstream.opinion;

/**
 * A clause that clearly says something good or bad in which no indicator of the pack was found.
 * Immutable.
 *
 * @param start first UTF-16 unit of the clause in the stored text
 * @param end one past the last unit
 * @param polarity 1 or -1
 */
public record UnassignedOpinion(int start, int end, int polarity) {
  /**
   * The same opinion of a turn, with its place in the whole transcript.
   *
   * @param turnStart first unit of the turn in the stored text
   */
  public UnassignedOpinion inTurn(int turnStart) {
    return new UnassignedOpinion(turnStart + start, turnStart + end, polarity);
  }
}
