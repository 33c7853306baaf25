package org.vocstream.report.contents;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.vocstream.report.Cell;
import org.vocstream.report.Report;
import org.vocstream.statistics.WaveChange;

/** What has changed since the earlier period, and why; what stood out. Without state. */
final class WavesChapter {
  private WavesChapter() {}

  static Report.Chapter of(ReportMaterial material, Terms terms) {
    ChapterWriter chapter = new ChapterWriter("waves", terms.say("chapter.waves"));
    chapter.note(terms.say("waves.note", "before", material.before()));
    List<List<Cell>> brands = new ArrayList<>();
    List<String> few = new ArrayList<>();
    for (String brand : material.brands()) {
      Optional<WaveChange> change = FindingsChapter.known(material.comparison(), brand);
      if (change.isEmpty()) {
        few.add(brand);
        brands.add(
            List.of(
                Cell.text(brand), terms.missing(), Terms.none(), Terms.none(), terms.missing()));
      } else {
        WaveChange of = change.get();
        brands.add(
            List.of(
                Cell.text(brand),
                terms.gap(of.change()),
                Terms.points(of.mix()),
                Terms.points(of.score()),
                terms.change(of.change(), of.significant())));
      }
    }
    if (!few.isEmpty()) {
      chapter.text(
          terms.say("findings.changes.few", "brands", terms.words().list(few)), Asked.COMPARISON);
    }
    chapter.table(
        "brands",
        terms.say("waves.brands"),
        List.of(
            terms.say("column.brand"),
            terms.say("column.change"),
            terms.say("column.mix"),
            terms.say("column.score"),
            terms.say("column.significance")),
        brands,
        Asked.COMPARISON);
    AlertWords words = new AlertWords(terms);
    if (!material.alerts().isEmpty()) {
      chapter.subtitle(terms.say("findings.alerts"));
    }
    chapter.table(
        "alerts",
        terms.say("waves.alerts"),
        words.columns(),
        material.alerts().stream().map(words::cells).toList(),
        Asked.ALERTS);
    if (few.size() < material.brands().size()) {
      chapter.subtitle(terms.say("waves.parts.title"));
    }
    int number = 1;
    for (String brand : material.brands()) {
      Optional<WaveChange> change = FindingsChapter.known(material.comparison(), brand);
      if (change.isPresent()) {
        parts(chapter, "parts." + number++, brand, change.get(), material, terms);
      }
    }
    return chapter.chapter();
  }

  private static void parts(
      ChapterWriter chapter,
      String code,
      String brand,
      WaveChange change,
      ReportMaterial material,
      Terms terms) {
    Set<String> codes = new LinkedHashSet<>(material.comparison().options().outline().indicators());
    codes.retainAll(change.parts().keySet());
    codes.addAll(change.parts().keySet());
    List<List<Cell>> rows = new ArrayList<>();
    for (String indicator : codes) {
      WaveChange.Part part = change.parts().get(indicator);
      rows.add(
          List.of(
              Cell.text(terms.indicator(indicator)),
              Terms.points(part.mix()),
              Terms.points(part.score()),
              terms.gap(part.change()),
              terms.change(part.change(), part.significant())));
    }
    chapter.table(
        code,
        terms.say("waves.parts", "brand", brand),
        List.of(
            terms.say("column.subject"),
            terms.say("column.mix"),
            terms.say("column.score"),
            terms.say("column.change.own"),
            terms.say("column.significance")),
        rows,
        Asked.COMPARISON);
  }
}
