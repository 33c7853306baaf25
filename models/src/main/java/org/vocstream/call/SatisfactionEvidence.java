package org.vocstream.call;

/**
 * Words of a transcript that carry its satisfaction.
 *
 * @param turn index of the turn in which they stand, from 0
 * @param start first UTF-16 unit in the stored text of the turn, or of the whole transcript
 * @param end one past the last unit
 * @param contribution what they add to the satisfaction, in its unit; below 0 they take away
 */
public record SatisfactionEvidence(int turn, int start, int end, double contribution) {
  /** The same with offsets in a transcript in which the turn begins at {@code offset}. */
  public SatisfactionEvidence from(int offset) {
    return new SatisfactionEvidence(turn, start + offset, end + offset, contribution);
  }
}
