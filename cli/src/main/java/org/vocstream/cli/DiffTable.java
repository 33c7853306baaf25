package org.vocstream.cli;

import java.io.PrintWriter;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.vocstream.elasticsearch.Generation;
import org.vocstream.elasticsearch.RescoreDiff;
import org.vocstream.elasticsearch.RescoreDiff.CellChange;
import org.vocstream.elasticsearch.RescoreDiff.Example;
import org.vocstream.elasticsearch.RescoreDiff.IndicatorChange;
import org.vocstream.elasticsearch.StoredMention;
import org.vocstream.statistics.ClusterSums;
import org.vocstream.statistics.SatisfactionIndex;

/** What a rescoring changes, for a person to read before the switch. */
final class DiffTable {
  private static final int NAME_WIDTH = 44;
  private static final int CELLS = 20;

  private final Generation before;
  private final Generation after;
  private final RescoreDiff diff;

  DiffTable(Generation before, Generation after, RescoreDiff diff) {
    this.before = before;
    this.after = after;
    this.diff = diff;
  }

  void print(PrintWriter out) {
    out.printf(
        "generation %d against %d: %,d feedback in both, %,d only in %d, %,d only in %d%n",
        before.number(),
        after.number(),
        diff.feedback(),
        diff.onlyBefore(),
        before.number(),
        diff.onlyAfter(),
        after.number());
    out.printf(
        "sentiment of whole feedback: %,d flipped%s%n",
        sum(diff.sentimentFlips()), ways(diff.sentimentFlips()));
    printIndicators(out);
    printCells(out);
  }

  private void printIndicators(PrintWriter out) {
    List<Map.Entry<String, IndicatorChange>> changed =
        diff.indicators().entrySet().stream()
            .filter(one -> one.getValue().changes() > 0)
            .sorted(
                Comparator.comparingLong(
                    (Map.Entry<String, IndicatorChange> one) -> -one.getValue().changes()))
            .toList();
    out.println();
    if (changed.isEmpty()) {
      out.println("no mention has changed");
      return;
    }
    out.printf(
        "%s%9s %9s %9s %9s%n",
        WideText.padRight("mentions per indicator", NAME_WIDTH), "same", "gone", "new", "flipped");
    for (Map.Entry<String, IndicatorChange> one : changed) {
      IndicatorChange change = one.getValue();
      out.printf(
          "%s%,9d %,9d %,9d %,9d%s%n",
          WideText.padRight(name(one.getKey(), change), NAME_WIDTH),
          change.same(),
          change.onlyBefore(),
          change.onlyAfter(),
          sum(change.flips()),
          ways(change.flips()));
      change.examples().forEach(example -> out.println("    " + line(example)));
    }
  }

  private static String name(String code, IndicatorChange change) {
    return change.label().zh() + " " + change.label().en() + "  " + code;
  }

  private static String line(Example example) {
    return String.format(
        "%-7s %s  %s",
        example.kind(),
        example.feedback(),
        example.before() == null
            ? words(example.after())
            : example.after() == null
                ? words(example.before())
                : words(example.before()) + " -> " + words(example.after()));
  }

  private static String words(StoredMention mention) {
    return "\"%s\" %s (%s)"
        .formatted(mention.evidence().strip(), mention.polarity(), mention.scoredBy());
  }

  private void printCells(PrintWriter out) {
    List<CellChange> largest =
        diff.cells().stream()
            .filter(cell -> !cell.before().equals(cell.after()))
            .limit(CELLS)
            .toList();
    if (largest.isEmpty()) {
      return;
    }
    out.println();
    out.printf(
        "%s%16s %16s %9s%n",
        WideText.padRight("satisfaction index, largest changes first", NAME_WIDTH),
        "before",
        "after",
        "change");
    for (CellChange cell : largest) {
      out.printf(
          "%s%s %s %9s%n",
          WideText.padRight(
              cell.brand() + "  " + cell.label().zh() + " " + cell.label().en(), NAME_WIDTH),
          WideText.padLeft(index(cell.before()), 16),
          WideText.padLeft(index(cell.after()), 16),
          cell.enough() ? String.format("%+.1f", cell.change()) : "");
    }
  }

  private static String index(ClusterSums sums) {
    return SatisfactionIndex.enough(sums)
        ? String.format("%.1f n=%d", sums.mean(), sums.n())
        : String.format("样本不足 n=%d", sums.n());
  }

  private static long sum(Map<String, Long> flips) {
    return flips.values().stream().mapToLong(n -> n).sum();
  }

  private static String ways(Map<String, Long> flips) {
    return flips.isEmpty()
        ? ""
        : flips.entrySet().stream()
            .map(way -> String.format("%s %,d", way.getKey(), way.getValue()))
            .collect(Collectors.joining(", ", "  (", ")"));
  }
}
