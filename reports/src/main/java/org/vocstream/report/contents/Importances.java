package org.vocstream.report.contents;

import java.util.Comparator;
import java.util.List;
import org.vocstream.statistics.comparison.ComparisonRow;
import org.vocstream.statistics.comparison.CompetitorComparison;

/** The indicators by how much customers speak of them. Without state. */
final class Importances {
  private Importances() {}

  /** Stated importance, 0..1; 0 where nobody speaks of it. */
  static double stated(ComparisonRow indicator) {
    return indicator.weight().flatMap(w -> w.importance()).map(i -> i.stated()).orElse(0.0);
  }

  /** All indicators of which somebody speaks, those most spoken of first. */
  static List<ComparisonRow> most(CompetitorComparison comparison) {
    return comparison.indicators().stream()
        .filter(row -> stated(row) > 0)
        .sorted(
            Comparator.comparingDouble((ComparisonRow row) -> -stated(row))
                .thenComparing(ComparisonRow::subject))
        .toList();
  }
}
