package org.vocstream.opinion;

import java.util.ArrayList;
import java.util.List;

/**
 * The indicator that a conversation is at: a turn that names one opens it, and an opinion without a
 * target in the customer's next turn (我想说说你们的物流 ... 真的太差劲了) is on it. What an agent names in
 * between, such as what he asks for, opens it too, but is itself no opinion. Immutable.
 *
 * @param mention the last mention of the turn that opened it
 */
public record OpenedIndicator(Mention mention) {
  /** An opinion that is carried over is less sure than one that names its target. */
  private static final double CARRIED = 0.6;

  /** Least probability of an {@link UnassignedOpinion}. */
  private static final double SURE = 0.8;

  /** An opinion on everything, which takes the indicator that is open. */
  private static final String OVERALL = "overall";

  /** What these mentions open, the last of them; null where they name nothing in particular. */
  public static OpenedIndicator by(List<Mention> mentions) {
    for (int i = mentions.size() - 1; i >= 0; i--) {
      if (!isOnEverything(mentions.get(i))) {
        return new OpenedIndicator(mentions.get(i));
      }
    }
    return null;
  }

  private static boolean isOnEverything(Mention mention) {
    return mention.group().equals(OVERALL);
  }

  /** Whether a turn with these mentions leaves its opinions to what is open. */
  public static boolean isLeftOpen(List<Mention> own) {
    return own.stream().allMatch(OpenedIndicator::isOnEverything);
  }

  /**
   * The opinions of a turn that names nothing, on this indicator.
   *
   * @param turn the stored text of the turn
   * @param own its mentions, all on everything
   * @param unassigned its opinions without an indicator
   * @param brand the brand that the call is about, or null
   */
  public List<Mention> carried(
      String turn, List<Mention> own, List<UnassignedOpinion> unassigned, String brand) {
    List<Mention> carried = new ArrayList<>();
    for (Mention opinion : own) {
      carried.add(
          on(
              turn,
              opinion.start(),
              opinion.end(),
              opinion.polarity(),
              opinion.strength(),
              opinion.confidence(),
              opinion.brand()));
    }
    for (UnassignedOpinion opinion : unassigned) {
      carried.add(on(turn, opinion.start(), opinion.end(), opinion.polarity(), SURE, SURE, brand));
    }
    return List.copyOf(carried);
  }

  private Mention on(
      String turn,
      int start,
      int end,
      int polarity,
      double strength,
      double confidence,
      String brand) {
    return new Mention(
        mention.indicator(),
        mention.group(),
        mention.label(),
        mention.touchpoint(),
        mention.value(),
        polarity,
        strength,
        CARRIED * confidence,
        brand,
        null,
        start,
        end,
        turn.substring(start, end),
        null,
        null,
        mention.scoredBy());
  }
}
