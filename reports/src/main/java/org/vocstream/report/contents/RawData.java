package org.vocstream.report.contents;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.vocstream.report.Cell;
import org.vocstream.report.Table;
import org.vocstream.report.Unit;
import org.vocstream.statistics.comparison.BrandScore;
import org.vocstream.statistics.comparison.ComparisonRow;
import org.vocstream.statistics.comparison.JudgedGap;

/** Every number of the comparison, row by row, for those who reckon on. Without state. */
final class RawData {
  private static final List<String> SCORES =
      List.of(
          "scope",
          "code",
          "label",
          "brand",
          "n",
          "clusters",
          "positive",
          "neutral",
          "negative",
          "index",
          "index_on_mix");

  private static final List<String> GAPS =
      List.of(
          "scope",
          "code",
          "label",
          "brand",
          "other",
          "gap",
          "p",
          "adjusted_p",
          "on_mix",
          "raw_gap",
          "verdict");

  private RawData() {}

  static List<Table> of(ReportMaterial material, Terms terms) {
    List<List<Cell>> scores = new ArrayList<>();
    List<List<Cell>> gaps = new ArrayList<>();
    Stream.of(
            material.comparison().whole(),
            material.comparison().touchpoints(),
            material.comparison().indicators())
        .flatMap(List::stream)
        .forEach(
            row -> {
              material.brands().forEach(b -> scores.add(score(row, b, terms)));
              material
                  .competitors()
                  .forEach(c -> gaps.add(gap(row, material.own(), c, row.gaps().get(c), terms)));
              row.industry()
                  .ifPresent(
                      g -> gaps.add(gap(row, material.own(), terms.say("industry"), g, terms)));
            });
    return List.of(
        new Table("data.scores", terms.say("data.scores"), SCORES, scores, Asked.COMPARISON),
        new Table("data.gaps", terms.say("data.gaps"), GAPS, gaps, Asked.COMPARISON));
  }

  private static List<Cell> score(ComparisonRow row, String brand, Terms terms) {
    BrandScore score = row.scores().get(brand);
    List<Cell> cells = subject(row, brand, terms);
    cells.addAll(
        List.of(
            Cell.count(score.sums().n()),
            Cell.count(score.sums().clusters()),
            Cell.count(score.sums().positive()),
            Cell.count(score.sums().neutral()),
            Cell.count(score.sums().negative()),
            terms.index(score.index()),
            score.standardised().enough()
                ? new Cell.Interval(
                    score.standardised().standardised().value(),
                    score.standardised().standardised().low(),
                    score.standardised().standardised().high(),
                    Unit.POINTS)
                : Terms.none()));
    return cells;
  }

  private static List<Cell> gap(
      ComparisonRow row, String brand, String other, JudgedGap gap, Terms terms) {
    List<Cell> cells = subject(row, brand, terms);
    boolean enough = gap.gap().enough();
    cells.addAll(
        List.of(
            Cell.text(other),
            terms.gap(gap.gap()),
            enough ? new Cell.Amount(gap.gap().pValue(), Unit.PLAIN) : terms.missing(),
            enough ? new Cell.Amount(gap.adjusted(), Unit.PLAIN) : terms.missing(),
            Cell.text(String.valueOf(gap.onMix())),
            terms.gap(gap.raw()),
            terms.verdict(gap.verdict())));
    return cells;
  }

  private static List<Cell> subject(ComparisonRow row, String brand, Terms terms) {
    return new ArrayList<>(
        List.of(
            Cell.text(row.subject().scope().code()),
            Cell.text(row.subject().code()),
            Cell.text(terms.name(row.subject())),
            Cell.text(brand)));
  }
}
