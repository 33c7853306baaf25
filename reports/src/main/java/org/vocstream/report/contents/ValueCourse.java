package org.vocstream.report.contents;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vocstream.feedback.Channel;
import org.vocstream.report.Cell;
import org.vocstream.report.Chart;
import org.vocstream.report.Unit;
import org.vocstream.statistics.Period;
import org.vocstream.statistics.comparison.ComparisonRow;
import org.vocstream.statistics.comparison.Subject;

/** Steps four and five of the customer value analysis: segments, and time. For one thread. */
final class ValueCourse {
  private final ReportMaterial material;
  private final Terms terms;
  private final ChapterWriter chapter;

  ValueCourse(ReportMaterial material, Terms terms, ChapterWriter chapter) {
    this.material = material;
    this.terms = terms;
    this.chapter = chapter;
  }

  void write() {
    chapter.subtitle(terms.say("value.segments", "other", material.competitors().get(0)));
    material
        .segments()
        .ifPresentOrElse(
            this::segments, () -> chapter.text(terms.say("value.segments.none"), Asked.SEGMENTS));
    trend();
  }

  private void segments(SegmentGaps segments) {
    boolean channels = segments.field().equals("channel");
    if (channels) {
      chapter.note(terms.say("value.segments.channels"));
    }
    List<List<Cell>> rows = new ArrayList<>();
    for (SegmentGaps.Cell cell : segments.cells()) {
      ComparisonRow row = cell.row();
      rows.add(
          List.of(
              Cell.text(channels ? channel(cell.segment(), terms) : cell.segment()),
              Cell.text(terms.fullName(row.subject())),
              terms.index(row.scores().get(material.own()).index()),
              Cell.count(row.scores().get(material.own()).sums().n()),
              terms.index(row.scores().get(segments.rival()).index()),
              Cell.count(row.scores().get(segments.rival()).sums().n()),
              terms.gap(row.gaps().get(segments.rival()).gap()),
              terms.verdict(cell.verdict())));
    }
    chapter
        .table(
            "segments",
            terms.say("value.segments", "other", segments.rival()),
            List.of(
                terms.say("column.segment"),
                terms.say("column.subject"),
                terms.say("column.index.of", "brand", material.own()),
                terms.say("column.n.of", "brand", material.own()),
                terms.say("column.index.of", "brand", segments.rival()),
                terms.say("column.n.of", "brand", segments.rival()),
                terms.say("column.gap"),
                terms.say("column.verdict")),
            rows,
            Asked.SEGMENTS)
        .note(
            terms.say(
                "value.segments.note", "judged", segments.cells().size(), "few", segments.few()));
  }

  /** The name of a channel; its code where it is an unknown one. */
  static String channel(String code, Terms terms) {
    return Channel.of(code)
        .map(
            channel ->
                switch (channel) {
                  case REVIEW -> terms.say("channel.review");
                  case SOCIAL -> terms.say("channel.social");
                  case CALL -> terms.say("channel.call");
                  case CHAT -> terms.say("channel.chat");
                  case SURVEY -> terms.say("channel.survey");
                })
        .orElse(code);
  }

  private void trend() {
    PeriodTrend trend = material.trend();
    chapter.subtitle(terms.say("value.course"));
    if (trend.periods().size() == 1) {
      chapter.text(terms.say("value.course.none"), Asked.TREND);
      return;
    }
    List<String> steps = trend.periods().stream().map(Period::toString).toList();
    List<Chart.Series> series = new ArrayList<>();
    List<List<Cell>> brands = new ArrayList<>();
    for (String brand : material.brands()) {
      List<Cell> cells = new ArrayList<>(List.of(Cell.text(brand)));
      List<Optional<Chart.Point>> points = new ArrayList<>();
      for (int i = 0; i < steps.size(); i++) {
        cells.add(terms.index(trend.index(Subject.BRAND, brand, i)));
        points.add(Terms.point(trend.index(Subject.BRAND, brand, i)));
      }
      brands.add(cells);
      series.add(new Chart.Series(brand, points));
    }
    List<List<Cell>> subjects = new ArrayList<>();
    for (Subject subject : trend.sums().keySet()) {
      List<Cell> cells = new ArrayList<>(List.of(Cell.text(terms.name(subject))));
      for (int i = 0; i < steps.size(); i++) {
        cells.add(terms.index(trend.index(subject, material.own(), i)));
      }
      subjects.add(cells);
    }
    chapter
        .add(
            new Chart.Course(
                terms.say("value.course.chart"), Unit.POINTS, steps, series, Asked.TREND))
        .table(
            "course.brands",
            terms.say("value.course.brands"),
            columns(terms.say("column.brand"), steps),
            brands,
            Asked.TREND)
        .table(
            "course.subjects",
            terms.say("value.course.subjects", "brand", material.own()),
            columns(terms.say("column.subject"), steps),
            subjects,
            Asked.TREND)
        .note(terms.say("value.course.note"));
  }

  private static List<String> columns(String first, List<String> steps) {
    List<String> columns = new ArrayList<>(List.of(first));
    columns.addAll(steps);
    return columns;
  }
}
