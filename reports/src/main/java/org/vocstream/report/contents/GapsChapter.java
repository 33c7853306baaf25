package org.vocstream.report.contents;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.vocstream.report.Cell;
import org.vocstream.report.Chart;
import org.vocstream.report.Report;
import org.vocstream.report.Unit;
import org.vocstream.statistics.comparison.BrandScore;
import org.vocstream.statistics.comparison.ComparisonRow;
import org.vocstream.statistics.comparison.JudgedGap;

/** Every gap of touchpoints and indicators with its verdict. For one thread. */
final class GapsChapter {
  private final ReportMaterial material;
  private final Terms terms;
  private final ChapterWriter chapter;

  GapsChapter(ReportMaterial material, Terms terms) {
    this.material = material;
    this.terms = terms;
    this.chapter = new ChapterWriter("gaps", terms.say("chapter.gaps"));
  }

  Report.Chapter write() {
    chapter.note(
        terms.say("gaps.note", "judged", material.comparison().judged(), "brand", material.own()));
    part("touchpoints", terms.say("gaps.touchpoints"), material.comparison().touchpoints());
    part("indicators", terms.say("gaps.indicators"), material.comparison().indicators());
    return chapter.chapter();
  }

  private void part(String code, String title, List<ComparisonRow> rows) {
    if (rows.isEmpty()) {
      return;
    }
    chapter.subtitle(title);
    List<Chart.Series> series = new ArrayList<>();
    for (String competitor : material.competitors()) {
      series.add(
          new Chart.Series(
              terms.say("gaps.against", "other", competitor),
              rows.stream().map(row -> Terms.point(row.gaps().get(competitor).gap())).toList()));
    }
    chapter.add(
        new Chart.Intervals(
            terms.say("gaps.chart", "brand", material.own(), "part", title),
            Unit.DIFFERENCE,
            rows.stream().map(row -> terms.name(row.subject())).toList(),
            series,
            OptionalDouble.of(0),
            Asked.COMPARISON));
    int number = 1;
    for (String competitor : material.competitors()) {
      chapter.table(
          code + "." + number++,
          terms.say("gaps.table", "brand", material.own(), "other", competitor, "part", title),
          List.of(
              terms.say("column.subject"),
              terms.say("column.index.of", "brand", material.own()),
              terms.say("column.n.of", "brand", material.own()),
              terms.say("column.index.of", "brand", competitor),
              terms.say("column.n.of", "brand", competitor),
              terms.say("column.gap"),
              terms.say("column.basis"),
              terms.say("column.verdict")),
          rows.stream().map(row -> against(row, competitor)).toList(),
          Asked.COMPARISON);
    }
    industry(code, title, rows);
  }

  private List<Cell> against(ComparisonRow row, String competitor) {
    BrandScore own = row.scores().get(material.own());
    BrandScore theirs = row.scores().get(competitor);
    List<Cell> cells =
        new ArrayList<>(
            List.of(
                Cell.text(terms.name(row.subject())),
                terms.index(own.index()),
                Cell.count(own.sums().n()),
                terms.index(theirs.index()),
                Cell.count(theirs.sums().n())));
    cells.addAll(gap(row.gaps().get(competitor)));
    return cells;
  }

  private List<Cell> gap(JudgedGap gap) {
    return List.of(
        terms.gap(gap.gap()),
        gap.gap().enough()
            ? Cell.text(terms.say(gap.onMix() ? "basis.mix" : "basis.raw"))
            : Terms.none(),
        terms.verdict(gap.verdict()));
  }

  private void industry(String code, String title, List<ComparisonRow> rows) {
    List<List<Cell>> cells = new ArrayList<>();
    for (ComparisonRow row : rows) {
      Optional<JudgedGap> gap = row.industry();
      if (gap.isPresent()) {
        BrandScore own = row.scores().get(material.own());
        List<Cell> line =
            new ArrayList<>(
                List.of(
                    Cell.text(terms.name(row.subject())),
                    terms.index(own.index()),
                    Cell.count(own.sums().n())));
        line.addAll(gap(gap.get()));
        cells.add(line);
      }
    }
    chapter.table(
        code + ".industry",
        terms.say("gaps.table.industry", "brand", material.own(), "part", title),
        List.of(
            terms.say("column.subject"),
            terms.say("column.index.of", "brand", material.own()),
            terms.say("column.n.of", "brand", material.own()),
            terms.say("column.gap"),
            terms.say("column.basis"),
            terms.say("column.verdict")),
        cells,
        Asked.COMPARISON);
  }
}
