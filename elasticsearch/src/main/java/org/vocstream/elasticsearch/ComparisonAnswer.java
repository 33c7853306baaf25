package org.vocstream.elasticsearch;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.vocstream.statistics.comparison.CompetitorComparison;

/**
 * A comparison with what was asked, for tables, pages and reports. Immutable.
 *
 * @param request what was asked
 * @param comparison all that may be claimed
 * @param authors by brand, of how many authors the feedback is
 */
public record ComparisonAnswer(
    ComparisonRequest request,
    CompetitorComparison comparison,
    SortedMap<String, ScoreOverview.Authors> authors) {
  /** Fewer authors for 100 feedback make an interval by feedback more than a tenth too narrow. */
  private static final int AUTHORS_PER_HUNDRED = 80;

  /** Copies the map. */
  public ComparisonAnswer {
    authors = Collections.unmodifiableSortedMap(new TreeMap<>(authors));
  }

  /**
   * True where the same authors wrote so much on a brand that intervals by feedback are too narrow
   * and those by author should be asked for.
   */
  public boolean fewAuthors(String brand) {
    ScoreOverview.Authors of = authors.get(brand);
    return request.cluster() == CellQuery.Cluster.FEEDBACK
        && of != null
        && of.authors() * 100 < of.feedback() * AUTHORS_PER_HUNDRED;
  }
}
