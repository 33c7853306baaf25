package org.vocstream.statistics.comparison;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.vocstream.statistics.WinLoss;

/**
 * All that may be claimed of a brand and its competitors over one period, reckoned once. Of the
 * sections that were not asked for, the lists are empty and the profiles without number. Immutable.
 *
 * <p>Every verdict is one among all gaps of the sections shown ({@link
 * org.vocstream.statistics.BenjaminiHochberg}): whole, indicators, touchpoints, balances, against
 * each competitor and the industry. The change of waves is judged by itself ({@link
 * org.vocstream.statistics.WaveChange}). Gaps are on one reference mix of channels, for each
 * subject that of all brands together, over the channels in which every brand that has enough of it
 * at all has enough; where there is no such channel the gap is the raw one, and says so.
 *
 * @param options what was asked
 * @param whole the brands as a whole: all mentions, whole feedback
 * @param indicators in the order of the pack
 * @param touchpoints in the order of the journey
 * @param profiles by brand
 * @param balances own balance of benefits and costs less each competitor's, -200..200; never on a
 *     mix
 * @param headToHead who wins where customers compare brands themselves
 * @param judged number of gaps among which the verdicts were made
 */
public record CompetitorComparison(
    ComparisonOptions options,
    List<ComparisonRow> whole,
    List<ComparisonRow> indicators,
    List<ComparisonRow> touchpoints,
    SortedMap<String, BrandProfile> profiles,
    SortedMap<String, JudgedGap> balances,
    WinLoss headToHead,
    int judged) {
  /** Copies the collections. */
  public CompetitorComparison {
    whole = List.copyOf(whole);
    indicators = List.copyOf(indicators);
    touchpoints = List.copyOf(touchpoints);
    profiles = Collections.unmodifiableSortedMap(new TreeMap<>(profiles));
    balances = Collections.unmodifiableSortedMap(new TreeMap<>(balances));
  }

  /** True where any verdict is a claim: ahead or behind. */
  public boolean claims() {
    return Stream.of(whole, indicators, touchpoints)
            .flatMap(List::stream)
            .flatMap(row -> Stream.concat(row.gaps().values().stream(), row.industry().stream()))
            .anyMatch(gap -> gap.verdict().claims())
        || balances.values().stream().anyMatch(gap -> gap.verdict().claims());
  }

  /**
   * The comparison that these sums make.
   *
   * @param now the period
   * @param before the period that it is compared with, where one is
   */
  public static CompetitorComparison of(
      ComparisonSums now, Optional<ComparisonSums> before, ComparisonOptions options) {
    return new Assembly(now, before, options).comparison();
  }
}
