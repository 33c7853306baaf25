package org.vocstream.feedback;

/**
 * What became of a record: a feedback or a dead letter, exactly one of the two.
 *
 * @param feedback the feedback, or null
 * @param deadLetter the dead letter, or null
 */
public record Intake(Feedback feedback, DeadLetter deadLetter) {
  /** True where the record was taken in. */
  public boolean accepted() {
    return feedback != null;
  }
}
