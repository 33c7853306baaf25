package org.vocstream.report.contents;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.vocstream.elasticsearch.Sample;
import org.vocstream.feedback.Channel;
import org.vocstream.report.Cell;
import org.vocstream.report.Chart;
import org.vocstream.report.Report;
import org.vocstream.report.Unit;
import org.vocstream.statistics.Share;
import org.vocstream.statistics.comparison.BrandScore;

/** What the numbers rest on. For one thread. */
final class SampleChapter {
  private static final int PRODUCTS = 20;

  private final ReportMaterial material;
  private final Terms terms;
  private final ChapterWriter chapter;

  SampleChapter(ReportMaterial material, Terms terms) {
    this.material = material;
    this.terms = terms;
    this.chapter = new ChapterWriter("sample", terms.say("chapter.sample"));
  }

  Report.Chapter write() {
    whole();
    for (String brand : material.brands()) {
      if (material.answer().fewAuthors(brand)) {
        chapter.note(terms.say("sample.authors", "brand", brand));
      }
    }
    counts(
        "channels",
        "sample.channels",
        "column.channel",
        Sample.OfBrand::channels,
        code -> ValueCourse.channel(code, terms),
        Integer.MAX_VALUE);
    counts(
        "languages",
        "sample.languages",
        "column.language",
        Sample.OfBrand::languages,
        this::language,
        Integer.MAX_VALUE);
    counts(
        "products",
        "sample.products",
        "column.product",
        Sample.OfBrand::products,
        name -> name.isEmpty() ? terms.say("sample.product.none") : name,
        PRODUCTS);
    genuine();
    refused();
    return chapter.note(terms.say("sample.note")).chapter();
  }

  private Sample.OfBrand of(String brand) {
    return material.sample().brands().get(brand);
  }

  private void whole() {
    List<List<Cell>> rows = new ArrayList<>();
    List<Chart.Series> series = new ArrayList<>();
    for (String brand : material.brands()) {
      Sample.OfBrand of = of(brand);
      rows.add(
          List.of(
              Cell.text(brand),
              Cell.count(of.feedback()),
              Cell.count(mentions(brand)),
              Cell.count(of.suspects()),
              share(of.suspects(), of.feedback()),
              Cell.count(of.opinions()),
              share(of.unassigned(), of.opinions())));
      List<Optional<Chart.Point>> points = new ArrayList<>();
      for (Channel channel : Channel.values()) {
        double n = of.channels().getOrDefault(channel.code(), 0L);
        points.add(Optional.of(new Chart.Point(n, n, n)));
      }
      series.add(new Chart.Series(brand, points));
    }
    chapter.add(
        new Chart.Bars(
            terms.say("sample.chart"),
            Unit.COUNT,
            List.of(Channel.values()).stream()
                .map(c -> ValueCourse.channel(c.code(), terms))
                .toList(),
            series,
            Asked.SAMPLE));
    chapter.table(
        "brands",
        terms.say("sample.brands"),
        List.of(
            terms.say("column.brand"),
            terms.say("column.feedback"),
            terms.say("column.mentions"),
            terms.say("column.suspects"),
            terms.say("column.suspects.share"),
            terms.say("column.opinions"),
            terms.say("column.unassigned")),
        rows,
        Asked.SAMPLE);
  }

  private long mentions(String brand) {
    return material.comparison().whole().get(0).scores().get(brand).sums().n();
  }

  private static Cell share(long part, long whole) {
    return whole == 0 ? Terms.none() : new Cell.Amount((double) part / whole, Unit.SHARE);
  }

  private String language(String code) {
    return switch (code) {
      case "zh" -> terms.say("language.zh");
      case "en" -> terms.say("language.en");
      case "mixed" -> terms.say("language.mixed");
      default -> terms.say("language.other");
    };
  }

  /** A row for each value, the most frequent first, a column for each brand. */
  private void counts(
      String code,
      String caption,
      String first,
      Function<Sample.OfBrand, Map<String, Long>> counted,
      Function<String, String> name,
      int most) {
    Map<String, Long> all = new TreeMap<>();
    material
        .brands()
        .forEach(b -> counted.apply(of(b)).forEach((v, n) -> all.merge(v, n, Long::sum)));
    List<String> columns = new ArrayList<>(List.of(terms.say(first)));
    columns.addAll(material.brands());
    List<List<Cell>> rows = new ArrayList<>();
    Map<String, Long> rest = new LinkedHashMap<>();
    List<String> values =
        all.entrySet().stream()
            .sorted(
                Map.Entry.<String, Long>comparingByValue()
                    .reversed()
                    .thenComparing(Map.Entry.comparingByKey()))
            .map(Map.Entry::getKey)
            .toList();
    for (int i = 0; i < values.size(); i++) {
      List<Cell> cells = new ArrayList<>(List.of(Cell.text(name.apply(values.get(i)))));
      for (String brand : material.brands()) {
        long n = counted.apply(of(brand)).getOrDefault(values.get(i), 0L);
        cells.add(Cell.count(n));
        if (i >= most) {
          rest.merge(brand, n, Long::sum);
        }
      }
      if (i < most) {
        rows.add(cells);
      }
    }
    if (!rest.isEmpty()) {
      List<Cell> cells = new ArrayList<>(List.of(Cell.text(terms.say("sample.rest"))));
      material.brands().forEach(b -> cells.add(Cell.count(rest.get(b))));
      rows.add(cells);
    }
    chapter.table(code, terms.say(caption), columns, rows, Asked.SAMPLE);
  }

  private void genuine() {
    if (material.genuine().isEmpty()) {
      return;
    }
    List<List<Cell>> rows = new ArrayList<>();
    for (String brand : material.brands()) {
      BrandScore with = material.comparison().whole().get(0).scores().get(brand);
      BrandScore without = material.genuine().get().whole().get(0).scores().get(brand);
      rows.add(
          List.of(
              Cell.text(brand),
              terms.index(with.index()),
              Cell.count(with.sums().n()),
              terms.index(without.index()),
              Cell.count(without.sums().n())));
    }
    chapter.table(
        "genuine",
        terms.say("sample.genuine"),
        List.of(
            terms.say("column.brand"),
            terms.say("column.index.all"),
            terms.say("column.n"),
            terms.say("column.index.genuine"),
            terms.say("column.n.genuine")),
        rows,
        Asked.GENUINE);
  }

  private void refused() {
    Sample sample = material.sample();
    chapter.text(
        terms.say(
            "sample.refused",
            "n",
            Terms.count(sample.refused()),
            "late",
            Terms.count(sample.late())),
        Asked.SAMPLE);
    List<List<Cell>> rows = new ArrayList<>();
    sample.deadLetters().entrySet().stream()
        .sorted(
            Map.Entry.<String, Long>comparingByValue()
                .reversed()
                .thenComparing(Map.Entry.comparingByKey()))
        .forEach(
            e ->
                rows.add(
                    List.of(
                        Cell.text(e.getKey().isEmpty() ? terms.say("sample.record") : e.getKey()),
                        Cell.count(e.getValue()),
                        new Cell.Amount(
                            Share.of(e.getValue(), sample.refused()).value(), Unit.SHARE))));
    chapter.table(
        "deadletters",
        terms.say("sample.deadletters"),
        List.of(terms.say("column.field"), terms.say("column.records"), terms.say("column.share")),
        rows,
        Asked.SAMPLE);
  }
}
