package org.vocstream.scoring;

import java.util.List;
import org.vocstream.call.Contact;
import org.vocstream.call.EmotionCurve;
import org.vocstream.call.SatisfactionEvidence;

/**
 * What a call or chat says as a whole, beside what its turns say. Immutable.
 *
 * @param turns one entry per turn, in order
 * @param satisfaction satisfaction over the transcript, -1..1, or null where no turn was scored
 * @param peak score of the most intense customer turn, -1..1, or null
 * @param end score of the last customer turn, -1..1, or null
 * @param slope rise of the {@link EmotionCurve} from begin to end, -2..2, or null with fewer than
 *     two customer turns
 * @param evidence words that carry the satisfaction, strongest first
 * @param contact why the customer made contact and how it ended; {@link Contact#NONE} where it is
 *     no transcript
 */
public record TranscriptScore(
    List<TurnScore> turns,
    Double satisfaction,
    Double peak,
    Double end,
    Double slope,
    List<SatisfactionEvidence> evidence,
    Contact contact) {
  /** That of a feedback that is no transcript. */
  public static final TranscriptScore NONE =
      new TranscriptScore(List.of(), null, null, null, null, List.of(), Contact.NONE);
}
