package org.vocstream.report.contents;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vocstream.statistics.ClusterSums;
import org.vocstream.statistics.Period;
import org.vocstream.statistics.SatisfactionIndex;
import org.vocstream.statistics.comparison.Subject;

/**
 * How subjects went over the preceding periods of the same length and this one. Immutable.
 *
 * @param periods oldest first; the last is the one of the report
 * @param sums by subject, then brand: what was said in each of the periods
 */
record PeriodTrend(List<Period> periods, Map<Subject, Map<String, List<ClusterSums>>> sums) {
  /** Copies the collections. */
  PeriodTrend {
    periods = List.copyOf(periods);
    sums = Collections.unmodifiableMap(new LinkedHashMap<>(sums));
  }

  /** The index in one of the periods; empty where there is not enough. */
  Optional<SatisfactionIndex> index(Subject subject, String brand, int period) {
    return Optional.of(sums.get(subject).get(brand).get(period))
        .filter(SatisfactionIndex::enough)
        .map(SatisfactionIndex::of);
  }
}
