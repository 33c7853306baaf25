package org.vocstream.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How customers of one brand feel along the journey: the satisfaction index of each touchpoint with
 * its interval as a band around the curve, and where it stands out. Immutable.
 *
 * <p>A touchpoint is a high where its whole band lies above the index of all the brand's mentions,
 * a low where it lies below. This describes one brand; whether a touchpoint is better than a
 * competitor's is said by {@link Verdict}. Worked example (positive, neutral, negative): delivery
 * 180, 20, 0 has index 95 and is a high, use 60, 10, 40 with 59.1 is level, aftersales 20, 0, 80
 * with 20 is a low; the whole is 67.3 with 3 mentions of loyalty, too few for a number.
 *
 * @param overall index over the whole journey
 * @param stops the touchpoints in the order of the journey
 */
public record EmotionMap(SatisfactionIndex overall, List<Stop> stops) {

  /** Where a touchpoint stands against the whole journey. */
  public enum Mood {
    /** Better than the journey as a whole. */
    HIGH("高峰", "high"),
    /** Not to be told from it. */
    LEVEL("平稳", "level"),
    /** Worse. */
    LOW("低谷", "low"),
    /** Not enough feedback. */
    UNKNOWN("样本不足", "not enough data");

    private final String label;
    private final String english;

    Mood(String label, String english) {
      this.label = label;
      this.english = english;
    }

    /** The mood as analysts read it. */
    public String label() {
      return label;
    }

    /** The same in English. */
    public String english() {
      return english;
    }
  }

  /**
   * One touchpoint.
   *
   * @param touchpoint its code
   * @param index its index and band; empty where there is not enough
   * @param mood where it stands
   */
  public record Stop(String touchpoint, Optional<SatisfactionIndex> index, Mood mood) {}

  /** Copies the stops. */
  public EmotionMap {
    stops = List.copyOf(stops);
  }

  /**
   * The map of a brand.
   *
   * @param journey codes of all touchpoints, in order
   * @param byTouchpoint the brand's cells
   * @param whole all its mentions, one cluster for each document or author
   * @throws IllegalArgumentException where the whole has no mention
   */
  public static EmotionMap of(
      List<String> journey, Map<String, ClusterSums> byTouchpoint, ClusterSums whole) {
    SatisfactionIndex overall = SatisfactionIndex.of(whole);
    List<Stop> stops = new ArrayList<>();
    for (String touchpoint : journey) {
      Optional<SatisfactionIndex> index =
          Optional.ofNullable(byTouchpoint.get(touchpoint))
              .filter(SatisfactionIndex::enough)
              .map(SatisfactionIndex::of);
      Mood mood = index.map(i -> mood(i, overall.value())).orElse(Mood.UNKNOWN);
      stops.add(new Stop(touchpoint, index, mood));
    }
    return new EmotionMap(overall, stops);
  }

  private static Mood mood(SatisfactionIndex index, double overall) {
    if (index.low() > overall) {
      return Mood.HIGH;
    }
    return index.high() < overall ? Mood.LOW : Mood.LEVEL;
  }
}
