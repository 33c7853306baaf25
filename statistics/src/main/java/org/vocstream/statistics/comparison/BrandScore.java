package org.vocstream.statistics.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vocstream.statistics.ClusterSums;
import org.vocstream.statistics.Confusion;
import org.vocstream.statistics.CorrectedShare;
import org.vocstream.statistics.ReferenceMix;
import org.vocstream.statistics.SatisfactionIndex;
import org.vocstream.statistics.StandardisedIndex;

/**
 * How one brand does on one subject. Immutable.
 *
 * @param sums its mentions, by polarity, and the number of clusters
 * @param index index with interval over all of them; empty where there is not enough
 * @param standardised the index on the reference mix of channels
 * @param negative the share of negative mentions without the classifier's known error; empty where
 *     there is not enough, or no error was measured for any of their channels
 */
public record BrandScore(
    ClusterSums sums,
    Optional<SatisfactionIndex> index,
    StandardisedIndex standardised,
    Optional<Negative> negative) {

  /**
   * A corrected share of negative mentions.
   *
   * @param share raw and corrected, over the mentions that can be corrected
   * @param covered which share of all mentions that is, above 0 to 1
   */
  public record Negative(CorrectedShare share, double covered) {}

  /** The score of these mentions. */
  static BrandScore of(
      SubjectSums mentions, ReferenceMix mix, Map<Stratum, Confusion> knownErrors) {
    Optional<ClusterSums> enough = Optional.of(mentions.total()).filter(SatisfactionIndex::enough);
    return new BrandScore(
        mentions.total(),
        enough.map(SatisfactionIndex::of),
        StandardisedIndex.of(mentions.byChannel(), mix),
        enough.flatMap(total -> negative(mentions, knownErrors)));
  }

  private static Optional<Negative> negative(
      SubjectSums mentions, Map<Stratum, Confusion> knownErrors) {
    List<CorrectedShare.Stratum> known = new ArrayList<>();
    mentions
        .strata()
        .forEach(
            (stratum, sums) -> {
              Confusion confusion = knownErrors.get(stratum);
              if (confusion != null && sums.n() > 0) {
                known.add(new CorrectedShare.Stratum(sums, confusion));
              }
            });
    double covered = known.stream().mapToLong(s -> s.cell().n()).sum();
    return known.isEmpty()
        ? Optional.empty()
        : Optional.of(new Negative(CorrectedShare.of(-1, known), covered / mentions.total().n()));
  }
}
