package org.vocstream.scoring;

import java.util.List;
import java.util.stream.Stream;
import org.vocstream.feedback.Feedback;
import org.vocstream.opinion.Comparison;
import org.vocstream.opinion.Mention;
import org.vocstream.opinion.UnassignedOpinion;
import org.vocstream.sentiment.Sentiment;
import org.vocstream.text.Language;

/**
 * A feedback and all that was found in it. The documents in Elasticsearch and the lines of {@code
 * voc score} are written from it. Immutable.
 *
 * @param feedback what was scored
 * @param line product line of its product, or null where it is not known
 * @param language language of the text
 * @param tokens words of the text, names of indicators, brand and product whole, joined with
 *     spaces, for search
 * @param sentiment sentiment of the whole; null where the language is not scored
 * @param mentions every opinion found, in order of its place
 * @param unassigned every clear opinion for which the pack has no indicator, in order of its place
 * @param comparisons every comparison found, in order of its place
 * @param transcript what its turns say; {@link TranscriptScore#NONE} where it is no transcript
 * @param suspicion why it is suspect, if it is
 * @param scoredBy pack and models: {@code cosmetics@1.0.0+models@1f0c22aa}
 */
public record ScoredFeedback(
    Feedback feedback,
    String line,
    Language language,
    String tokens,
    Sentiment sentiment,
    List<Mention> mentions,
    List<UnassignedOpinion> unassigned,
    List<Comparison> comparisons,
    TranscriptScore transcript,
    Suspicion suspicion,
    String scoredBy) {

  /** How many opinions it holds: mentions that are good or bad, and what is unassigned. */
  public int opinions() {
    return unassigned.size() + (int) mentions.stream().filter(m -> m.polarity() != 0).count();
  }

  /** What is odd about it, and why it is suspect. */
  public List<Flag> flags() {
    return Stream.concat(Flag.of(feedback, sentiment).stream(), suspicion.reasons().stream())
        .toList();
  }

  /** True where numbers without suspects leave it out. */
  public boolean isSuspect() {
    return !suspicion.reasons().isEmpty();
  }

  /** The same with another suspicion. */
  public ScoredFeedback with(Suspicion other) {
    return new ScoredFeedback(
        feedback,
        line,
        language,
        tokens,
        sentiment,
        mentions,
        unassigned,
        comparisons,
        transcript,
        other,
        scoredBy);
  }
}
