package org.vocstream.report.contents;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.vocstream.statistics.Verdict;
import org.vocstream.statistics.comparison.ComparisonRow;
import org.vocstream.statistics.comparison.CompetitorComparison;
import org.vocstream.statistics.comparison.Subject;

/**
 * The own brand against one rival within each segment of customers. The verdicts are made over all
 * segments together, for the reader looks for the one that stands out. Immutable.
 *
 * @param field what the segments are of: {@code segment}, or {@code channel} where no segments of
 *     customers are known
 * @param rival the competitor
 * @param names the segments, in order
 * @param cells those with enough feedback, segment by segment
 * @param few how many cells have not enough
 */
record SegmentGaps(String field, String rival, List<String> names, List<Cell> cells, long few) {

  /**
   * One subject in one segment.
   *
   * @param segment its name
   * @param row the scores and the gap there
   * @param verdict what may be claimed of the gap, among those of all cells
   */
  record Cell(String segment, ComparisonRow row, Verdict verdict) {}

  /** Copies the lists. */
  SegmentGaps {
    names = List.copyOf(names);
    cells = List.copyOf(cells);
  }

  /**
   * Judges the comparisons of the segments together.
   *
   * @param comparisons by segment, in order, each of the whole and of indicators
   * @param subjects which of their rows are shown
   */
  static SegmentGaps of(
      String field,
      String rival,
      Map<String, CompetitorComparison> comparisons,
      List<Subject> subjects) {
    Map<ComparisonRow, String> rows = new LinkedHashMap<>();
    comparisons.forEach(
        (segment, comparison) ->
            Stream.concat(comparison.whole().stream(), comparison.indicators().stream())
                .filter(row -> subjects.contains(row.subject()))
                .forEach(row -> rows.put(row, segment)));
    List<ComparisonRow> known =
        rows.keySet().stream().filter(row -> row.gaps().get(rival).gap().enough()).toList();
    List<Verdict> verdicts =
        Verdict.of(known.stream().map(row -> row.gaps().get(rival).gap()).toList());
    List<Cell> cells = new ArrayList<>();
    for (int i = 0; i < known.size(); i++) {
      cells.add(new Cell(rows.get(known.get(i)), known.get(i), verdicts.get(i)));
    }
    return new SegmentGaps(
        field, rival, List.copyOf(comparisons.keySet()), cells, rows.size() - known.size());
  }
}
