package org.vocstream.report.contents;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.vocstream.pack.Indicator;
import org.vocstream.report.Cell;
import org.vocstream.report.Chart;
import org.vocstream.report.Report;
import org.vocstream.report.Unit;
import org.vocstream.statistics.PerceivedValue;
import org.vocstream.statistics.Quadrant;
import org.vocstream.statistics.comparison.ComparisonRow;
import org.vocstream.statistics.comparison.JudgedGap;

/**
 * Customer value analysis in five steps (Kotler and Keller, Marketing Management): attributes,
 * importance, performance against competitors, per segment against one rival, over time; then
 * perceived value. For one thread.
 */
final class ValueChapter {
  private final ReportMaterial material;
  private final Terms terms;
  private final ChapterWriter chapter;

  ValueChapter(ReportMaterial material, Terms terms) {
    this.material = material;
    this.terms = terms;
    this.chapter = new ChapterWriter("value", terms.say("chapter.value"));
  }

  Report.Chapter write() {
    attributes();
    quadrants();
    new ValueCourse(material, terms, chapter).write();
    balances();
    return chapter.chapter();
  }

  private List<ComparisonRow> spokenOf() {
    return Importances.most(material.comparison());
  }

  private void attributes() {
    chapter.subtitle(terms.say("value.attributes"));
    List<List<Cell>> rows = new ArrayList<>();
    for (ComparisonRow row : spokenOf()) {
      ComparisonRow.Weight weight = row.weight().orElseThrow();
      rows.add(
          List.of(
              Cell.text(terms.indicator(row.subject().code())),
              Cell.text(kind(row.subject().code())),
              new Cell.Amount(Importances.stated(row), Unit.SHARE),
              weight
                  .importance()
                  .flatMap(i -> i.derived())
                  .map(terms::estimate)
                  .orElseGet(terms::missing),
              weight.impact().<Cell>map(i -> Terms.points(i.value())).orElseGet(terms::missing)));
    }
    chapter
        .table(
            "importance",
            terms.say("value.importance"),
            List.of(
                terms.say("column.subject"),
                terms.say("column.kind"),
                terms.say("column.stated"),
                terms.say("column.derived"),
                terms.say("column.impact", "brand", material.own())),
            rows,
            Asked.COMPARISON)
        .note(terms.say("value.importance.note"));
  }

  private String kind(String code) {
    return material.pack().indicators().stream()
        .filter(i -> i.code().equals(code))
        .map(Indicator::value)
        .findFirst()
        .map(v -> terms.say(v.code().startsWith("benefit") ? "value.benefit" : "value.cost"))
        .orElse("–");
  }

  private void quadrants() {
    chapter.subtitle(terms.say("value.performance"));
    List<ComparisonRow> rows = spokenOf();
    double mean = rows.stream().mapToDouble(Importances::stated).average().orElse(0);
    for (String competitor : material.competitors()) {
      List<Chart.Spot> spots = new ArrayList<>();
      for (ComparisonRow row : rows) {
        JudgedGap gap = row.gaps().get(competitor);
        if (gap.gap().enough()) {
          spots.add(
              new Chart.Spot(
                  terms.indicator(row.subject().code()),
                  Importances.stated(row),
                  gap.gap().value(),
                  tone(gap)));
        }
      }
      if (!spots.isEmpty()) {
        chapter.add(
            new Chart.Quadrants(
                terms.say("value.quadrants", "brand", material.own(), "other", competitor),
                terms.say("column.stated"),
                terms.say("gaps.against", "other", competitor),
                Unit.SHARE,
                Unit.DIFFERENCE,
                mean,
                0,
                spots,
                Stream.of(Quadrant.SURPLUS, Quadrant.KEEP, Quadrant.LATER, Quadrant.IMPROVE)
                    .map(q -> terms.language().of(q.label(), q.english()))
                    .toList(),
                Asked.COMPARISON));
      }
    }
    List<String> columns =
        new ArrayList<>(List.of(terms.say("column.subject"), terms.say("column.stated")));
    for (String competitor : material.competitors()) {
      columns.add(terms.say("gaps.against", "other", competitor));
      columns.add(terms.say("column.quadrant"));
    }
    chapter
        .table(
            "quadrants",
            terms.say("value.quadrants.table"),
            columns,
            rows.stream().map(this::quadrants).toList(),
            Asked.COMPARISON)
        .note(terms.say("value.quadrants.note", "mean", Unit.SHARE.of(mean)));
  }

  private static Cell.Tone tone(JudgedGap gap) {
    return switch (gap.verdict()) {
      case AHEAD -> Cell.Tone.AHEAD;
      case BEHIND -> Cell.Tone.BEHIND;
      default -> Cell.Tone.MUTED;
    };
  }

  private List<Cell> quadrants(ComparisonRow row) {
    List<Cell> cells =
        new ArrayList<>(
            List.of(
                Cell.text(terms.indicator(row.subject().code())),
                new Cell.Amount(Importances.stated(row), Unit.SHARE)));
    for (String competitor : material.competitors()) {
      JudgedGap gap = row.gaps().get(competitor);
      Quadrant quadrant = row.weight().orElseThrow().quadrants().get(competitor);
      cells.add(terms.gap(gap.gap()));
      Cell.Tone tone = quadrant == Quadrant.LEVEL ? Cell.Tone.PLAIN : tone(gap);
      cells.add(new Cell.Text(terms.language().of(quadrant.label(), quadrant.english()), tone));
    }
    return cells;
  }

  private void balances() {
    chapter.subtitle(terms.say("value.perceived"));
    List<List<Cell>> rows = new ArrayList<>();
    List<Chart.Series> series = new ArrayList<>();
    for (String brand : material.brands()) {
      PerceivedValue value = material.comparison().profiles().get(brand).value();
      Optional<JudgedGap> gap = Optional.ofNullable(material.comparison().balances().get(brand));
      rows.add(
          List.of(
              Cell.text(brand),
              terms.index(value.benefit()),
              terms.index(value.cost()),
              terms.gap(value.balance()),
              gap.map(g -> terms.gap(g.gap())).orElseGet(Terms::none),
              gap.map(g -> terms.verdict(g.verdict())).orElseGet(Terms::none)));
      series.add(
          new Chart.Series(
              brand, List.of(Terms.point(value.benefit()), Terms.point(value.cost()))));
    }
    chapter
        .add(
            new Chart.Intervals(
                terms.say("value.chart"),
                Unit.POINTS,
                List.of(terms.say("value.benefit"), terms.say("value.cost")),
                series,
                OptionalDouble.empty(),
                Asked.COMPARISON))
        .table(
            "perceived",
            terms.say("value.perceived"),
            List.of(
                terms.say("column.brand"),
                terms.say("value.benefit"),
                terms.say("value.cost"),
                terms.say("column.balance"),
                terms.say("column.gap.of", "brand", material.own()),
                terms.say("column.verdict")),
            rows,
            Asked.COMPARISON)
        .note(terms.say("value.perceived.note"));
  }
}
