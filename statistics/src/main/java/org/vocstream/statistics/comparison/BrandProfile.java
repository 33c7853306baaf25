package org.vocstream.statistics.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vocstream.statistics.ClusterSums;
import org.vocstream.statistics.EmotionMap;
import org.vocstream.statistics.NetPromoterScore;
import org.vocstream.statistics.PerceivedValue;
import org.vocstream.statistics.SatisfactionIndex;
import org.vocstream.statistics.Scope;
import org.vocstream.statistics.Share;
import org.vocstream.statistics.WaveChange;

/**
 * What is known of one brand beside its indices. Immutable.
 *
 * @param value benefits against costs
 * @param journey feeling along the journey; empty where nothing is said of the brand
 * @param answers number of answers to the question for the net promoter score
 * @param promoters the net promoter score; empty where there are not enough answers
 * @param loyalty of the feedback that speaks of loyalty, what it says
 * @param change since the earlier period; empty where none was asked for, or one of the two has no
 *     mention
 */
public record BrandProfile(
    PerceivedValue value,
    Optional<EmotionMap> journey,
    long answers,
    Optional<NetPromoterScore> promoters,
    List<Intention> loyalty,
    Optional<WaveChange> change) {

  /**
   * One intention or stage of loyalty.
   *
   * @param code of the indicator
   * @param share of the feedback that speaks of loyalty at all
   * @param sums what it says of it: positive wants to, negative does not
   */
  public record Intention(String code, Share share, ClusterSums sums) {}

  /** Copies the list. */
  public BrandProfile {
    loyalty = List.copyOf(loyalty);
  }

  static BrandProfile of(BrandSums sums, Outline outline, Optional<WaveChange> change) {
    ClusterSums whole = sums.of(Subject.BRAND).total();
    return new BrandProfile(
        PerceivedValue.of(
            sums.of(new Subject(Scope.VALUE, Scope.BENEFIT)).total(),
            sums.of(new Subject(Scope.VALUE, Scope.COST)).total(),
            sums.benefitCost()),
        whole.n() == 0
            ? Optional.empty()
            : Optional.of(
                EmotionMap.of(outline.touchpoints(), sums.totals(Scope.TOUCHPOINT), whole)),
        sums.answers().n(),
        Optional.of(sums.answers()).filter(SatisfactionIndex::enough).map(NetPromoterScore::of),
        loyalty(sums, outline),
        change);
  }

  private static List<Intention> loyalty(BrandSums sums, Outline outline) {
    long all = sums.of(new Subject(Scope.TOUCHPOINT, outline.loyalty())).total().clusters();
    List<Intention> loyalty = new ArrayList<>();
    for (String code : outline.intentions()) {
      ClusterSums intention = sums.of(new Subject(Scope.INDICATOR, code)).total();
      if (intention.clusters() > 0) {
        // The touchpoint's cell may be a moment behind that of the intention.
        long of = Math.max(all, intention.clusters());
        loyalty.add(new Intention(code, Share.of(intention.clusters(), of), intention));
      }
    }
    return loyalty;
  }
}
