package org.vocstream.opinion;

import org.vocstream.pack.Names;

/**
 * One opinion on one indicator in one feedback. Immutable.
 *
 * @param indicator code of the finest indicator found: {@code delivery.speed}
 * @param group code of the indicator under which it is reported: {@code delivery}
 * @param label name of that reported indicator
 * @param touchpoint code of the touchpoint of the indicator
 * @param value code of what the indicator is to the customer: {@code benefit.product}
 * @param polarity 1, 0 or -1
 * @param strength how strong the opinion is, 0..1: |P(positive) - P(negative)|
 * @param confidence how sure the model is of indicator and polarity together, 0..1
 * @param brand whose indicator it is, or null where unknown
 * @param turn index of the turn it stands in, or null outside a transcript
 * @param start first UTF-16 unit of the evidence in the stored text
 * @param end one past the last unit
 * @param evidence exactly the units {@code start} to {@code end} of the stored text
 * @param cue the words that gave it away, folded, or null where the trained model found it without
 *     a cue
 * @param towards to whom the customer says they go, as it stands in the text; null where they do
 *     not leave or name nobody
 * @param scoredBy pack and models: {@code cosmetics@1.0.0+models@1f0c22aa}
 */
public record Mention(
    String indicator,
    String group,
    Names label,
    String touchpoint,
    String value,
    int polarity,
    double strength,
    double confidence,
    String brand,
    Integer turn,
    int start,
    int end,
    String evidence,
    String cue,
    String towards,
    String scoredBy) {

  /** The same mention of a customer who leaves, with the name of whom they go to. */
  Mention towards(String name) {
    return new Mention(
        indicator,
        group,
        label,
        touchpoint,
        value,
        polarity,
        strength,
        confidence,
        brand,
        turn,
        start,
        end,
        evidence,
        cue,
        name,
        scoredBy);
  }

  /**
   * The same mention of a turn, with its place in the whole transcript.
   *
   * @param index index of the turn
   * @param turnStart first unit of the turn in the stored text
   */
  public Mention inTurn(int index, int turnStart) {
    return new Mention(
        indicator,
        group,
        label,
        touchpoint,
        value,
        polarity,
        strength,
        confidence,
        brand,
        index,
        turnStart + start,
        turnStart + end,
        evidence,
        cue,
        towards,
        scoredBy);
  }
}
