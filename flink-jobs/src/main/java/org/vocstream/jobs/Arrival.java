package org.vocstream.jobs;

import org.vocstream.feedback.DeadLetter;
import org.vocstream.feedback.Envelope;
import org.vocstream.feedback.Feedback;
import org.vocstream.feedback.Intake;
import org.vocstream.feedback.RawRecord;

/**
 * A record that has come in and been read: a feedback or a dead letter, exactly one of the two.
 * Immutable.
 *
 * @param feedback the feedback, or null
 * @param deadLetter the dead letter, or null
 * @param size how many bytes of the input it took
 */
public record Arrival(Feedback feedback, DeadLetter deadLetter, long size) {
  /** What this envelope reader makes of a record. */
  static Arrival of(RawRecord raw, Envelope envelope) {
    Intake intake = envelope.read(raw);
    return new Arrival(intake.feedback(), intake.deadLetter(), raw.size());
  }
}
