package org.vocstream.elasticsearch;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.vocstream.pack.Pack;
import org.vocstream.statistics.BenjaminiHochberg;
import org.vocstream.statistics.EmotionMap;
import org.vocstream.statistics.Gap;
import org.vocstream.statistics.PerceivedValue;
import org.vocstream.statistics.Period;
import org.vocstream.statistics.Scope;
import org.vocstream.statistics.Share;
import org.vocstream.statistics.WaveChange;
import org.vocstream.statistics.WinLoss;
import org.vocstream.statistics.comparison.BrandProfile;
import org.vocstream.statistics.comparison.ComparisonOptions;
import org.vocstream.statistics.comparison.ComparisonRow;
import org.vocstream.statistics.comparison.CompetitorComparison;
import org.vocstream.statistics.comparison.Section;
import org.vocstream.statistics.comparison.Subject;

/**
 * A comparison as JSON, field by field as docs/comparison.md tells. Fields without a value are left
 * out: an index below the minimum, a mix that there is not. Numbers are rounded to six decimals.
 * The same answer gives the same document. Immutable.
 */
public final class ComparisonDocument {
  private final ComparisonAnswer answer;
  private final PackOutline outline;

  private ComparisonDocument(ComparisonAnswer answer, PackOutline outline) {
    this.answer = answer;
    this.outline = outline;
  }

  /** Writes the answer with the names that the pack gives. */
  public static ObjectNode of(ComparisonAnswer answer, Pack pack) {
    return new ComparisonDocument(answer, new PackOutline(pack)).write().json();
  }

  private Fields write() {
    ComparisonRequest request = answer.request();
    ComparisonOptions options = request.options();
    CompetitorComparison comparison = answer.comparison();
    Fields fields =
        new Fields()
            .put("brand", options.brand())
            .putKeywords("against", options.competitors())
            .put("pack", outline.pack().id())
            .put("period", period(request.filter().period()))
            .put("before", period(request.before().orElse(null)))
            .put("zone", request.filter().zone().getId())
            .put("filter", filter(request.filter()))
            .put("cluster", code(request.cluster()))
            .put("industry", options.industryByBrand() ? "brand" : "mention")
            .put("raw", options.raw())
            .put("quadrants_by", options.byDerived() ? "derived" : "stated")
            .putKeywords("only", new TreeSet<>(options.only()))
            .putKeywords("sections", options.sections().stream().map(Section::code).toList())
            .put(
                "verdicts",
                new Fields()
                    .put("judged", comparison.judged())
                    .put("level", BenjaminiHochberg.LEVEL))
            .put("authors", byBrand(options, this::authors));
    ComparisonFields rows = new ComparisonFields(outline);
    fields
        .put("overall", rows(rows, comparison.whole()))
        .put("indicators", rows(rows, comparison.indicators()))
        .put("touchpoints", rows(rows, comparison.touchpoints()));
    for (Section section : options.sections()) {
      switch (section) {
        case VALUE ->
            fields.put(
                "value",
                new Fields()
                    .put("brands", byBrand(options, b -> value(profile(b).value())))
                    .put(
                        "gaps",
                        ComparisonFields.each(comparison.balances(), ComparisonFields::gap)));
        case JOURNEY -> fields.put("journey", byBrand(options, b -> journey(profile(b))));
        case NPS -> fields.put("nps", byBrand(options, b -> loyalty(profile(b))));
        case HEADTOHEAD -> fields.put("headtohead", headToHead());
        case WAVES -> fields.put("waves", byBrand(options, b -> wave(profile(b))));
        default -> {
          // Rows, written above.
        }
      }
    }
    return fields;
  }

  private BrandProfile profile(String brand) {
    return answer.comparison().profiles().get(brand);
  }

  private static Fields byBrand(ComparisonOptions options, Function<String, Fields> write) {
    Fields fields = new Fields();
    options.brands().forEach(brand -> fields.put(brand, write.apply(brand)));
    return fields;
  }

  private static List<Fields> rows(ComparisonFields fields, List<ComparisonRow> rows) {
    return rows.stream().map(fields::row).toList();
  }

  private static Fields period(Period period) {
    return period == null
        ? null
        : new Fields()
            .put("from", period.from().toString())
            .put("to", period.to().minusDays(1).toString());
  }

  private static Fields filter(ScoreFilter filter) {
    Fields fields = new Fields();
    new TreeMap<>(filter.values()).forEach(fields::putKeywords);
    return fields;
  }

  private static String code(CellQuery.Cluster cluster) {
    return cluster == CellQuery.Cluster.AUTHOR ? "author" : "feedback";
  }

  private Fields authors(String brand) {
    ScoreOverview.Authors of = answer.authors().get(brand);
    return of == null
        ? new Fields()
        : new Fields()
            .put("feedback", of.feedback())
            .put("authors", of.authors())
            .put("few", answer.fewAuthors(brand));
  }

  private static Fields value(PerceivedValue value) {
    return new Fields()
        .put("benefit", value.benefit().map(ComparisonFields::index).orElse(null))
        .put("cost", value.cost().map(ComparisonFields::index).orElse(null))
        .put(
            "balance",
            value.balance().enough() ? ComparisonFields.interval(value.balance()) : null);
  }

  private Fields journey(BrandProfile profile) {
    Fields fields = new Fields();
    if (profile.journey().isPresent()) {
      EmotionMap map = profile.journey().get();
      List<Fields> stops = new ArrayList<>();
      for (EmotionMap.Stop stop : map.stops()) {
        stops.add(
            new Fields()
                .put("code", stop.touchpoint())
                .put(
                    "label",
                    ComparisonFields.names(
                        outline.names(new Subject(Scope.TOUCHPOINT, stop.touchpoint()))))
                .put("index", stop.index().map(ComparisonFields::index).orElse(null))
                .put("mood", ComparisonFields.lower(stop.mood())));
      }
      fields.put("overall", ComparisonFields.index(map.overall())).put("stops", stops);
    }
    return fields;
  }

  private static Fields loyalty(BrandProfile profile) {
    Fields fields = new Fields().put("answers", profile.answers());
    profile
        .promoters()
        .ifPresent(
            nps ->
                fields
                    .put("nps", ComparisonFields.rounded(nps.value()))
                    .put("low", ComparisonFields.rounded(nps.low()))
                    .put("high", ComparisonFields.rounded(nps.high())));
    return fields.put(
        "loyalty",
        profile.loyalty().stream()
            .map(
                i ->
                    share(i.share())
                        .put("code", i.code())
                        .put("positive", i.sums().positive())
                        .put("neutral", i.sums().neutral())
                        .put("negative", i.sums().negative()))
            .toList());
  }

  private List<Fields> headToHead() {
    ComparisonOptions options = answer.request().options();
    List<Fields> pairs = new ArrayList<>();
    List<String> brands = options.brands();
    WinLoss matrix = answer.comparison().headToHead();
    for (int i = 0; i < brands.size(); i++) {
      for (int j = i + 1; j < brands.size(); j++) {
        String one = brands.get(i);
        String other = brands.get(j);
        Fields pair =
            new Fields()
                .put("brand", one)
                .put("other", other)
                .put("wins", matrix.wins(one, other))
                .put("losses", matrix.wins(other, one));
        matrix.share(one, other).filter(Share::enough).ifPresent(s -> pair.put("share", share(s)));
        pairs.add(pair);
      }
    }
    return pairs;
  }

  private static Fields share(Share share) {
    return new Fields()
        .put("share", share.enough() ? ComparisonFields.rounded(share.value()) : null)
        .put("low", share.enough() ? ComparisonFields.rounded(share.low()) : null)
        .put("high", share.enough() ? ComparisonFields.rounded(share.high()) : null)
        .put("n", share.n());
  }

  private Fields wave(BrandProfile profile) {
    Fields fields = new Fields();
    if (profile.change().isEmpty()) {
      return fields;
    }
    WaveChange change = profile.change().get();
    List<Fields> parts = new ArrayList<>();
    change
        .parts()
        .forEach(
            (code, part) ->
                parts.add(
                    new Fields()
                        .put("code", code)
                        .put("mix", ComparisonFields.rounded(part.mix()))
                        .put("score", ComparisonFields.rounded(part.score()))
                        .put(
                            "change",
                            part.change().enough()
                                ? ComparisonFields.interval(part.change())
                                : null)
                        .put("significant", part.significant())));
    Gap whole = change.change();
    if (whole.enough()) {
      fields
          .put("change", ComparisonFields.interval(whole))
          .put("significant", change.significant())
          .put("mix", ComparisonFields.rounded(change.mix()))
          .put("score", ComparisonFields.rounded(change.score()))
          .put("parts", parts);
    }
    return fields;
  }
}
