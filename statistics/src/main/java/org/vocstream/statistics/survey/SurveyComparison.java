package org.vocstream.statistics.survey;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.vocstream.statistics.ClusterSums;
import org.vocstream.statistics.Gap;
import org.vocstream.statistics.NetPromoterScore;
import org.vocstream.statistics.RatingSums;
import org.vocstream.statistics.SatisfactionIndex;
import org.vocstream.statistics.survey.Sheet.Side;

/**
 * Brands by what their customers answered to a questionnaire. Immutable.
 *
 * <p><b>Satisfaction index</b>: the mean of the performances on the scale 0..100, with the interval
 * of {@link SatisfactionIndex}; a respondent is a cluster. <b>Expectation-performance gap</b>: the
 * mean of performance less expectation over those who told both, as SERVQUAL scores it
 * (Parasuraman, Zeithaml and Berry, Journal of Retailing 64, 1988), with the variance of both less
 * twice their covariance ({@link Gap#paired}). <b>Between brands</b> and <b>between waves</b>: the
 * difference of two indices, less the covariance of respondents who answered on both ({@link
 * Gap#between(RatingSums, RatingSums, org.vocstream.statistics.SharedSums)}). Each of these three
 * kinds is judged by itself, over all its differences shown together (Benjamini-Hochberg, 5%).
 *
 * <p>Worked example, twenty respondents on a scale of 1 to 5, two of each: performance 5 5 4 4 4 3
 * 3 2 2 1 (mean 3.3), expectation 5 5 5 5 4 4 4 4 5 4 (mean 4.5). Index 100·(3.3 - 1)/4 = 57.5
 * (40.9 to 71.6), expectation 87.5, gap -30; with the added clusters -27.27, standard error 7.473,
 * t(21) = 2.080: -42.8 to -11.7, p = 0.0015.
 *
 * @param brand the own brand
 * @param competitors those that it is compared with, in order; may be none
 * @param rows all indicators together first, then one by one in order of their codes
 * @param nps net promoter score by brand; a brand that too few answered for is missing
 * @param npsBefore the same in the wave before
 * @param samples who answered, by brand; a brand on which nobody did is missing
 */
public record SurveyComparison(
    String brand,
    List<String> competitors,
    List<SurveyRow> rows,
    SortedMap<String, NetPromoterScore> nps,
    SortedMap<String, NetPromoterScore> npsBefore,
    SortedMap<String, SurveySample> samples) {
  /** Keeps copies. */
  public SurveyComparison {
    competitors = List.copyOf(competitors);
    rows = List.copyOf(rows);
    nps = Collections.unmodifiableSortedMap(new TreeMap<>(nps));
    npsBefore = Collections.unmodifiableSortedMap(new TreeMap<>(npsBefore));
    samples = Collections.unmodifiableSortedMap(new TreeMap<>(samples));
  }

  /** All brands, the own one first. */
  public List<String> brands() {
    List<String> brands = new ArrayList<>(List.of(brand));
    brands.addAll(competitors);
    return brands;
  }

  /**
   * The comparison that these sums make.
   *
   * @param only codes of the indicators to show; empty for all
   * @param waves whether changes since the wave before are told
   */
  public static SurveyComparison of(
      SurveySums sums,
      String brand,
      List<String> competitors,
      Collection<String> only,
      boolean waves) {
    List<String> brands = new ArrayList<>(List.of(brand));
    brands.addAll(competitors);
    List<String> codes = new ArrayList<>();
    if (only.isEmpty()) {
      codes.add(SurveySums.ALL);
    }
    sums.indicators().stream().filter(c -> only.isEmpty() || only.contains(c)).forEach(codes::add);
    List<Gap> expectations = new ArrayList<>();
    List<Gap> changes = new ArrayList<>();
    List<Gap> gaps = new ArrayList<>();
    for (String code : codes) {
      RatingSums own = sums.cell(Side.NOW, brand, code).performance();
      for (String other : competitors) {
        gaps.add(
            Gap.between(
                own,
                sums.cell(Side.NOW, other, code).performance(),
                sums.brands(brand, other, code)));
      }
      for (String each : brands) {
        SurveyCell now = sums.cell(Side.NOW, each, code);
        expectations.add(Gap.paired(now.got(), now.wanted(), now.both()));
        changes.add(
            Gap.between(
                now.performance(),
                sums.cell(Side.BEFORE, each, code).performance(),
                sums.waves(each, code)));
      }
    }
    List<Judged> judgedGaps = Judged.all(gaps);
    List<Judged> judgedExpectations = Judged.all(expectations);
    List<Judged> judgedChanges = Judged.all(changes);
    List<SurveyRow> rows = new ArrayList<>();
    for (int row = 0; row < codes.size(); row++) {
      SortedMap<String, SurveyScore> scores = new TreeMap<>();
      for (int i = 0; i < brands.size(); i++) {
        int place = row * brands.size() + i;
        scores.put(
            brands.get(i),
            score(
                sums.cell(Side.NOW, brands.get(i), codes.get(row)),
                sums.cell(Side.BEFORE, brands.get(i), codes.get(row)),
                judgedExpectations.get(place),
                waves ? Optional.of(judgedChanges.get(place)) : Optional.empty()));
      }
      SortedMap<String, Judged> against = new TreeMap<>();
      for (int i = 0; i < competitors.size(); i++) {
        against.put(competitors.get(i), judgedGaps.get(row * competitors.size() + i));
      }
      rows.add(new SurveyRow(codes.get(row), scores, against));
    }
    return new SurveyComparison(
        brand,
        competitors,
        rows,
        nps(sums, Side.NOW, brands),
        nps(sums, Side.BEFORE, brands),
        sums.samples());
  }

  private static SurveyScore score(
      SurveyCell now, SurveyCell before, Judged gap, Optional<Judged> change) {
    RatingSums performance = now.performance();
    Optional<SatisfactionIndex> index = index(performance);
    String scale = now.scales().size() == 1 ? now.scales().first() : "";
    return new SurveyScore(
        performance.n(),
        performance.clusters(),
        index,
        scale.isEmpty() ? Optional.empty() : index.map(i -> onScale(i.value(), scale)),
        scale,
        index(now.topTwo()),
        now.expectation().n(),
        index(now.expectation()),
        gap,
        change.flatMap(c -> index(before.performance())),
        before.performance().n(),
        change);
  }

  /** The mean as it stands on the scale that was asked. */
  private static Double onScale(double value, String scale) {
    int dash = scale.indexOf('-');
    double low = Double.parseDouble(scale.substring(0, dash));
    double high = Double.parseDouble(scale.substring(dash + 1));
    return low + (high - low) * value / 100;
  }

  private static Optional<SatisfactionIndex> index(RatingSums sums) {
    return SatisfactionIndex.enough(sums)
        ? Optional.of(SatisfactionIndex.of(sums))
        : Optional.empty();
  }

  private static SortedMap<String, NetPromoterScore> nps(
      SurveySums sums, Side side, List<String> brands) {
    SortedMap<String, NetPromoterScore> scores = new TreeMap<>();
    for (String brand : brands) {
      ClusterSums answers = sums.nps(side, brand);
      if (SatisfactionIndex.enough(answers)) {
        scores.put(brand, NetPromoterScore.of(answers));
      }
    }
    return scores;
  }
}
