package org.vocstream.report.contents;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vocstream.statistics.Gap;
import org.vocstream.statistics.Verdict;
import org.vocstream.statistics.comparison.BrandScore;
import org.vocstream.statistics.comparison.ComparisonRow;

/**
 * Which ranks the brands may have. A brand stands below another only where the gap between the two
 * may be claimed: between the own brand and a competitor by the verdict of the comparison, between
 * competitors among the gaps of all their pairs. Else both share the ranks. Immutable.
 *
 * @param of best and worst rank of each brand that has enough feedback
 */
record Ranks(Map<String, Range> of) {
  /**
   * From the best to the worst rank that a brand may have.
   *
   * @param best 1 and more
   * @param worst best and more
   */
  record Range(int best, int worst) {
    /** {@code 2}, or {@code 1–3}. */
    @Override
    public String toString() {
      return best == worst ? String.valueOf(best) : best + "–" + worst;
    }
  }

  /** The ranks on one subject, the own brand being the first. */
  static Ranks of(ComparisonRow row, List<String> brands) {
    List<String> known =
        brands.stream().filter(b -> row.scores().get(b).index().isPresent()).toList();
    Map<List<String>, Verdict> verdicts = new LinkedHashMap<>();
    List<List<String>> pairs = new ArrayList<>();
    List<Gap> gaps = new ArrayList<>();
    for (int i = 0; i < known.size(); i++) {
      for (int j = i + 1; j < known.size(); j++) {
        List<String> pair = List.of(known.get(i), known.get(j));
        if (known.get(i).equals(brands.get(0))) {
          verdicts.put(pair, row.gaps().get(known.get(j)).verdict());
        } else {
          pairs.add(pair);
          gaps.add(between(row.scores().get(known.get(i)), row.scores().get(known.get(j))));
        }
      }
    }
    List<Verdict> others = Verdict.of(gaps);
    for (int i = 0; i < pairs.size(); i++) {
      verdicts.put(pairs.get(i), others.get(i));
    }
    Map<String, Range> ranges = new LinkedHashMap<>();
    for (String brand : known) {
      int above = 0;
      int below = 0;
      for (Map.Entry<List<String>, Verdict> verdict : verdicts.entrySet()) {
        int place = verdict.getKey().indexOf(brand);
        if (place >= 0 && verdict.getValue().claims()) {
          boolean ahead = verdict.getValue() == (place == 0 ? Verdict.AHEAD : Verdict.BEHIND);
          above += ahead ? 0 : 1;
          below += ahead ? 1 : 0;
        }
      }
      ranges.put(brand, new Range(1 + above, known.size() - below));
    }
    return new Ranks(ranges);
  }

  /** On one mix of channels where both are on it, as in the comparison. */
  private static Gap between(BrandScore one, BrandScore other) {
    Gap onMix = Gap.between(one.standardised(), other.standardised());
    return onMix.enough() ? onMix : Gap.between(one.sums(), other.sums());
  }

  /** True where no brand may be put above another. */
  boolean undecided() {
    return of.values().stream().allMatch(range -> range.equals(new Range(1, of.size())));
  }
}
