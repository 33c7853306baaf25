package org.vocstream.statistics.comparison;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.vocstream.statistics.ClusterSums;
import org.vocstream.statistics.Impact;
import org.vocstream.statistics.Importance;
import org.vocstream.statistics.Judgements;
import org.vocstream.statistics.Quadrant;
import org.vocstream.statistics.SatisfactionIndex;
import org.vocstream.statistics.Scope;
import org.vocstream.statistics.Verdict;

/**
 * What the indicators weigh: importance over the feedback of all brands compared, impact on the own
 * brand. Immutable.
 */
final class Weights {
  private final ComparisonSums sums;
  private final ComparisonOptions options;

  Weights(ComparisonSums sums, ComparisonOptions options) {
    this.sums = sums;
    this.options = options;
  }

  /** The rows of all indicators with what each weighs; as they are where that is not asked for. */
  List<ComparisonRow> put(List<ComparisonRow> indicators) {
    if (!options.shows(Section.IMPORTANCE)) {
      return indicators;
    }
    Map<String, Importance> importance = importance();
    Map<String, Map<String, Quadrant>> quadrants = new TreeMap<>();
    for (String competitor : options.competitors()) {
      Map<String, Verdict> verdicts = new TreeMap<>();
      indicators.forEach(
          row -> verdicts.put(row.subject().code(), row.gaps().get(competitor).verdict()));
      quadrants.put(competitor, Quadrant.ofEach(deciding(importance), verdicts));
    }
    return indicators.stream()
        .map(
            row -> {
              String code = row.subject().code();
              SortedMap<String, Quadrant> own = new TreeMap<>();
              quadrants.forEach((competitor, byCode) -> own.put(competitor, byCode.get(code)));
              return new ComparisonRow(
                  row.subject(),
                  row.scores(),
                  row.mix(),
                  row.gaps(),
                  row.industry(),
                  Optional.of(
                      new ComparisonRow.Weight(
                          Optional.ofNullable(importance.get(code)), impact(row), own)));
            })
        .toList();
  }

  private Map<String, Importance> importance() {
    SortedMap<String, ClusterSums> mentions = new TreeMap<>();
    Judgements judgements = Judgements.NONE;
    for (String brand : options.brands()) {
      sums.of(brand).totals(Scope.GROUP).forEach((c, s) -> mentions.merge(c, s, ClusterSums::plus));
      judgements = judgements.plus(sums.of(brand).judgements());
    }
    return Importance.of(mentions, judgements.importance(mentions.keySet()));
  }

  private Map<String, Double> deciding(Map<String, Importance> importance) {
    Map<String, Double> deciding = new TreeMap<>();
    importance.forEach(
        (code, of) -> {
          if (!options.byDerived()) {
            deciding.put(code, of.stated());
          } else {
            of.derived().ifPresent(effect -> deciding.put(code, effect.value()));
          }
        });
    return deciding;
  }

  private Optional<Impact> impact(ComparisonRow row) {
    ClusterSums part = row.scores().get(options.brand()).sums();
    ClusterSums whole = sums.of(options.brand()).of(Subject.BRAND).total();
    return SatisfactionIndex.enough(part) && part.n() < whole.n()
        ? Optional.of(Impact.of(part, whole))
        : Optional.empty();
  }
}
