package org.vocstream.report.contents;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.vocstream.pack.Indicator;
import org.vocstream.pack.Pack;
import org.vocstream.statistics.Scope;
import org.vocstream.statistics.Verdict;
import org.vocstream.statistics.WaveChange;
import org.vocstream.statistics.comparison.ComparisonRow;
import org.vocstream.statistics.comparison.CompetitorComparison;
import org.vocstream.statistics.comparison.JudgedGap;
import org.vocstream.statistics.comparison.Subject;

/**
 * What a manager must know of a comparison: the largest gaps and changes among those that may be
 * claimed, and nothing else. Immutable.
 *
 * @param ahead where the own brand is ahead, of each subject the largest gap, the largest first
 * @param behind where it is behind, in the same way
 * @param changes what has changed since the earlier period, the largest first
 */
record Findings(List<Claim> ahead, List<Claim> behind, List<Change> changes) {
  /** Of each kind at the most: all of them fit on one page. */
  static final int MOST = 5;

  /**
   * A gap that may be claimed.
   *
   * @param row the subject with its scores; empty for the balance of benefits and costs
   * @param other the competitor; empty for the industry
   * @param gap the gap
   */
  record Claim(Optional<ComparisonRow> row, Optional<String> other, JudgedGap gap) {
    private double size() {
      return Math.abs(gap.gap().value());
    }

    /** Of what; the brand as a whole where it is the balance. */
    Subject subject() {
      return row.map(ComparisonRow::subject).orElse(Subject.BRAND);
    }
  }

  /**
   * A change that may be claimed.
   *
   * @param brand whose
   * @param code of the indicator; empty for the brand as a whole
   * @param points its own change, in points
   * @param whole the change of the brand that it is part of
   */
  record Change(String brand, String code, double points, WaveChange whole) {}

  /** The findings of a comparison. */
  static Findings of(CompetitorComparison comparison, Pack pack) {
    List<Claim> claims = new ArrayList<>();
    Stream.of(comparison.whole(), comparison.indicators(), comparison.touchpoints())
        .flatMap(List::stream)
        .forEach(
            row -> {
              row.gaps()
                  .forEach(
                      (other, gap) ->
                          claims.add(new Claim(Optional.of(row), Optional.of(other), gap)));
              row.industry()
                  .ifPresent(gap -> claims.add(new Claim(Optional.of(row), Optional.empty(), gap)));
            });
    comparison
        .balances()
        .forEach((other, gap) -> claims.add(new Claim(Optional.empty(), Optional.of(other), gap)));
    return new Findings(
        largest(claims, Verdict.AHEAD, pack),
        largest(claims, Verdict.BEHIND, pack),
        changes(comparison));
  }

  private static List<Claim> largest(List<Claim> claims, Verdict verdict, Pack pack) {
    List<Claim> told = claims.stream().filter(c -> c.gap.verdict() == verdict).toList();
    Set<String> touchpoints = new HashSet<>();
    told.stream()
        .filter(c -> c.subject().scope() == Scope.GROUP)
        .forEach(c -> touchpoints.add(touchpoint(c.subject().code(), pack)));
    Set<Optional<Subject>> once = new HashSet<>();
    return told.stream()
        // A touchpoint repeats what an indicator of it says more precisely.
        .filter(
            c ->
                c.subject().scope() != Scope.TOUCHPOINT
                    || !touchpoints.contains(c.subject().code()))
        .sorted(
            Comparator.comparingDouble((Claim c) -> -c.size())
                .thenComparing(Claim::subject)
                .thenComparing(c -> c.other.orElse("")))
        // Against whom else is in the tables: five gaps of one subject would hide four others.
        .filter(c -> once.add(c.row.map(ComparisonRow::subject)))
        .limit(MOST)
        .toList();
  }

  private static String touchpoint(String indicator, Pack pack) {
    return pack.indicators().stream()
        .filter(i -> i.code().equals(indicator))
        .map(Indicator::touchpoint)
        .findFirst()
        .orElse("");
  }

  private static List<Change> changes(CompetitorComparison comparison) {
    List<Change> changes = new ArrayList<>();
    for (String brand : comparison.options().brands()) {
      Optional<WaveChange> of = comparison.profiles().get(brand).change();
      if (of.isEmpty()) {
        continue;
      }
      WaveChange whole = of.get();
      if (whole.significant()) {
        changes.add(new Change(brand, "", whole.change().value(), whole));
      }
      for (Map.Entry<String, WaveChange.Part> part : whole.parts().entrySet()) {
        boolean shown =
            comparison.options().only().isEmpty()
                || comparison.options().only().contains(part.getKey());
        if (shown && part.getValue().significant()) {
          changes.add(new Change(brand, part.getKey(), part.getValue().change().value(), whole));
        }
      }
    }
    return changes.stream()
        .sorted(
            Comparator.comparingDouble((Change c) -> -Math.abs(c.points))
                .thenComparing(c -> c.brand)
                .thenComparing(c -> c.code))
        .limit(MOST)
        .toList();
  }
}
