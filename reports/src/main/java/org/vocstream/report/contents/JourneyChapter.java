package org.vocstream.report.contents;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vocstream.report.Cell;
import org.vocstream.report.Chart;
import org.vocstream.report.Report;
import org.vocstream.report.Unit;
import org.vocstream.statistics.EmotionMap;
import org.vocstream.statistics.Scope;
import org.vocstream.statistics.comparison.Subject;

/** How customers feel along the journey. Without state. */
final class JourneyChapter {
  private JourneyChapter() {}

  static Report.Chapter of(ReportMaterial material, Terms terms) {
    ChapterWriter chapter = new ChapterWriter("journey", terms.say("chapter.journey"));
    List<String> journey = material.comparison().options().outline().touchpoints();
    List<String> steps = new ArrayList<>();
    for (String code : journey) {
      steps.add(terms.name(new Subject(Scope.TOUCHPOINT, code)));
    }
    List<String> columns = new ArrayList<>(List.of(terms.say("column.touchpoint")));
    List<List<Cell>> rows = new ArrayList<>();
    steps.forEach(step -> rows.add(new ArrayList<>(List.of(Cell.text(step)))));
    List<Chart.Series> series = new ArrayList<>();
    for (String brand : material.brands()) {
      Optional<EmotionMap> map = material.comparison().profiles().get(brand).journey();
      List<Optional<Chart.Point>> points = new ArrayList<>();
      for (int i = 0; i < journey.size(); i++) {
        int place = i;
        Optional<EmotionMap.Stop> stop =
            map.map(m -> m.stops().get(place)).filter(s -> s.index().isPresent());
        points.add(stop.flatMap(s -> Terms.point(s.index())));
        rows.get(i).add(terms.index(stop.flatMap(EmotionMap.Stop::index)));
        rows.get(i).add(stop.map(s -> mood(s.mood(), terms)).orElseGet(Terms::none));
      }
      series.add(new Chart.Series(brand, points));
      columns.add(terms.say("column.index.of", "brand", brand));
      columns.add(terms.say("column.mood"));
    }
    return chapter
        .add(
            new Chart.Course(
                terms.say("journey.chart"), Unit.POINTS, steps, series, Asked.COMPARISON))
        .table("map", terms.say("journey.table"), columns, rows, Asked.COMPARISON)
        .note(terms.say("journey.note"))
        .chapter();
  }

  private static Cell mood(EmotionMap.Mood mood, Terms terms) {
    String label = terms.language().of(mood.label(), mood.english());
    return switch (mood) {
      case HIGH -> new Cell.Text(label, Cell.Tone.AHEAD);
      case LOW -> new Cell.Text(label, Cell.Tone.BEHIND);
      case LEVEL -> Cell.text(label);
      case UNKNOWN -> new Cell.Text(label, Cell.Tone.MUTED);
    };
  }
}
