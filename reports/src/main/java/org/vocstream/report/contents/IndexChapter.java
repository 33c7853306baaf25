package org.vocstream.report.contents;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.vocstream.report.Cell;
import org.vocstream.report.Chart;
import org.vocstream.report.Report;
import org.vocstream.report.Unit;
import org.vocstream.statistics.comparison.BrandScore;
import org.vocstream.statistics.comparison.ComparisonRow;

/** Index and rank of each brand as a whole. Without state. */
final class IndexChapter {
  private IndexChapter() {}

  static Report.Chapter of(ReportMaterial material, Terms terms) {
    ChapterWriter chapter = new ChapterWriter("index", terms.say("chapter.index"));
    List<ComparisonRow> rows = material.comparison().whole();
    Ranks ranks = Ranks.of(rows.get(0), material.brands());
    if (ranks.of().size() > 1) {
      chapter.text(
          terms.say(ranks.undecided() ? "rank.undecided" : "rank.decided"), Asked.COMPARISON);
    }
    for (Map.Entry<String, Ranks.Range> rank : ranks.of().entrySet()) {
      Ranks.Range range = rank.getValue();
      if (ranks.of().size() > 1 && range.equals(new Ranks.Range(1, 1))) {
        chapter.finding(terms.say("rank.first", "brand", rank.getKey()), Asked.COMPARISON);
      } else if (ranks.of().size() > 1 && range.best() == ranks.of().size()) {
        chapter.finding(terms.say("rank.last", "brand", rank.getKey()), Asked.COMPARISON);
      }
    }
    chapter.add(chart(material, terms, rows));
    for (ComparisonRow row : rows) {
      Ranks of = Ranks.of(row, material.brands());
      chapter.table(
          row.subject().scope().code(),
          terms.name(row.subject()),
          List.of(
              terms.say("column.brand"),
              terms.say("column.index"),
              terms.say("column.n"),
              terms.say("column.voices"),
              terms.say("column.negative"),
              terms.say("column.negative.corrected"),
              terms.say("column.rank")),
          material.brands().stream().map(b -> cells(b, row, of, terms)).toList(),
          Asked.COMPARISON);
    }
    return chapter.note(terms.say("index.note")).note(terms.say("rank.note")).chapter();
  }

  private static List<Cell> cells(String brand, ComparisonRow row, Ranks ranks, Terms terms) {
    BrandScore score = row.scores().get(brand);
    boolean enough = score.index().isPresent();
    return List.of(
        Cell.text(brand),
        terms.index(score.index()),
        Cell.count(score.sums().n()),
        Cell.count(score.sums().clusters()),
        enough
            ? new Cell.Amount((double) score.sums().negative() / score.sums().n(), Unit.SHARE)
            : terms.missing(),
        score
            .negative()
            .<Cell>map(
                n ->
                    new Cell.Interval(
                        n.share().value(), n.share().low(), n.share().high(), Unit.SHARE))
            .orElseGet(Terms::none),
        enough ? Cell.text(ranks.of().get(brand).toString()) : terms.missing());
  }

  private static Chart chart(ReportMaterial material, Terms terms, List<ComparisonRow> rows) {
    List<Chart.Series> series = new ArrayList<>();
    for (String brand : material.brands()) {
      series.add(
          new Chart.Series(
              brand,
              rows.stream().map(row -> Terms.point(row.scores().get(brand).index())).toList()));
    }
    return new Chart.Intervals(
        terms.say("index.chart"),
        Unit.POINTS,
        rows.stream().map(row -> terms.name(row.subject())).toList(),
        series,
        OptionalDouble.empty(),
        Asked.COMPARISON);
  }
}
