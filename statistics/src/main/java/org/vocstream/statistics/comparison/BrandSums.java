package org.vocstream.statistics.comparison;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.vocstream.statistics.ClusterSums;
import org.vocstream.statistics.Judgements;
import org.vocstream.statistics.Scope;
import org.vocstream.statistics.SharedSums;

/**
 * All sums of one brand over a period. Immutable.
 *
 * @param subjects its mentions by what they are of
 * @param benefitCost what mentions of benefits and of costs share
 * @param judgements how indicators go with the sentiment of the feedback
 * @param answers answers to the question for the net promoter score, promoters as positive
 */
public record BrandSums(
    SortedMap<Subject, SubjectSums> subjects,
    SharedSums benefitCost,
    Judgements judgements,
    ClusterSums answers) {
  /** A brand of which nothing is said. */
  public static final BrandSums NONE =
      new BrandSums(
          Collections.emptySortedMap(), SharedSums.NONE, Judgements.NONE, ClusterSums.NONE);

  /** Copies the map. */
  public BrandSums {
    subjects = Collections.unmodifiableSortedMap(new TreeMap<>(subjects));
  }

  /** The mentions of a subject; none where there are none. */
  public SubjectSums of(Subject subject) {
    return subjects.getOrDefault(subject, SubjectSums.NONE);
  }

  /** The totals of all subjects of a scope, by code. */
  SortedMap<String, ClusterSums> totals(Scope scope) {
    SortedMap<String, ClusterSums> totals = new TreeMap<>();
    subjects.forEach(
        (subject, sums) -> {
          if (subject.scope() == scope) {
            totals.put(subject.code(), sums.total());
          }
        });
    return totals;
  }
}
