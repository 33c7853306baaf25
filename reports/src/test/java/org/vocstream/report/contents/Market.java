package org.vocstream.report.contents;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.vocstream.elasticsearch.CellQuery;
import org.vocstream.elasticsearch.ComparisonAnswer;
import org.vocstream.elasticsearch.ComparisonRequest;
import org.vocstream.elasticsearch.PackOutline;
import org.vocstream.elasticsearch.Sample;
import org.vocstream.elasticsearch.ScoreFilter;
import org.vocstream.pack.Names;
import org.vocstream.pack.Pack;
import org.vocstream.pack.PackLoader;
import org.vocstream.report.Report;
import org.vocstream.report.ReportLanguage;
import org.vocstream.statistics.ClusterSums;
import org.vocstream.statistics.Contribution;
import org.vocstream.statistics.Judgements;
import org.vocstream.statistics.Opinion;
import org.vocstream.statistics.Period;
import org.vocstream.statistics.Scope;
import org.vocstream.statistics.ScoreCell;
import org.vocstream.statistics.SharedSums;
import org.vocstream.statistics.WinLoss;
import org.vocstream.statistics.comparison.BrandSums;
import org.vocstream.statistics.comparison.ComparisonOptions;
import org.vocstream.statistics.comparison.ComparisonSums;
import org.vocstream.statistics.comparison.CompetitorComparison;
import org.vocstream.statistics.comparison.KnownErrors;
import org.vocstream.statistics.comparison.Section;
import org.vocstream.statistics.comparison.Stratum;
import org.vocstream.statistics.comparison.Subject;
import org.vocstream.statistics.comparison.SubjectSums;
import org.vocstream.statistics.contact.ContactInsight;

/** A made-up market of three brands, of whose delivery reviews speak, and its report. */
final class Market {
  static final Pack PACK = new PackLoader().load("commerce");
  static final List<String> BRANDS = List.of("沐禾", "绮澜", "澄野");
  private static final Period PERIOD = Period.parse("2026-W43");
  private static final Instant MADE = Instant.parse("2026-10-26T00:00:00Z");

  private final Map<String, int[]> now = new LinkedHashMap<>();
  private final Map<String, int[]> before = new LinkedHashMap<>();
  private List<AlertNote> alerts = List.of();
  private List<Voice> voices = List.of();

  /** So many reviews of a brand praise its delivery, so many complain of it. */
  Market reviews(String brand, int praise, int blame) {
    now.put(brand, new int[] {praise, blame});
    return this;
  }

  /** The same in the week before. */
  Market reviewsBefore(String brand, int praise, int blame) {
    before.put(brand, new int[] {praise, blame});
    return this;
  }

  Market alert(String brand) {
    alerts =
        List.of(
            new AlertNote(
                brand,
                new Subject(Scope.GROUP, "packaging"),
                new Names("指标负面突增", "Surge of negative mentions"),
                "serious",
                Period.ofDays(LocalDate.parse("2026-10-20"), LocalDate.parse("2026-10-21")),
                Period.ofDays(LocalDate.parse("2026-10-20"), LocalDate.parse("2026-10-21")),
                "negative_share",
                0.1,
                0.6,
                5,
                30));
    return this;
  }

  Market voice(String text, int start, int end) {
    voices =
        List.of(
            new Voice(
                "shop/r-1#0",
                "沐禾",
                new Subject(Scope.GROUP, "delivery"),
                -1,
                Excerpt.of(text, start, end),
                "review",
                "2026-10-20T09:00:00Z",
                "=面霜",
                "author:1"));
    return this;
  }

  Report report(ReportLanguage language) {
    return CompetitorReport.write(material(language), "1.2.3");
  }

  CompetitorComparison comparison() {
    return material(ReportLanguage.ZH).comparison();
  }

  ReportMaterial material(ReportLanguage language) {
    ComparisonOptions options =
        new ComparisonOptions(
            BRANDS.get(0),
            BRANDS.subList(1, BRANDS.size()),
            new PackOutline(PACK).outline(),
            Set.of(),
            EnumSet.allOf(Section.class),
            false,
            false,
            false,
            Map.of(),
            KnownErrors.NONE);
    ComparisonRequest request =
        new ComparisonRequest(
            options,
            ScoreFilter.all(ZoneId.of("Asia/Shanghai")).in(PERIOD),
            Optional.of(PERIOD.previous()),
            CellQuery.Cluster.FEEDBACK);
    CompetitorComparison comparison =
        CompetitorComparison.of(sums(now), Optional.of(sums(before)), options);
    SortedMap<String, Sample.OfBrand> sample = new TreeMap<>();
    BRANDS.forEach(brand -> sample.put(brand, Sample.OfBrand.NONE));
    ContactInsight nobodyCalls = ContactInsight.of(Map.of(), Optional.empty());
    return new ReportMaterial(
        new ReportQuestion(
            BRANDS.get(0),
            BRANDS.subList(1, BRANDS.size()),
            "2026-W43",
            null,
            language,
            null,
            List.of(),
            Map.of()),
        new ComparisonAnswer(request, comparison, new TreeMap<>()),
        PACK,
        Findings.of(comparison, PACK),
        alerts,
        nobodyCalls,
        nobodyCalls,
        Map.of(),
        new Sample(sample, new TreeMap<>(), 0, Optional.of(MADE), Optional.of(MADE)),
        Optional.empty(),
        new PeriodTrend(
            List.of(PERIOD),
            Map.of(
                Subject.BRAND,
                Map.of(
                    "沐禾", List.of(ClusterSums.NONE),
                    "绮澜", List.of(ClusterSums.NONE),
                    "澄野", List.of(ClusterSums.NONE)))),
        Optional.empty(),
        voices,
        Optional.empty(),
        List.of("commerce@1.2.0+models@1f0c22aa"),
        MADE);
  }

  private static ComparisonSums sums(Map<String, int[]> reviews) {
    SortedMap<String, BrandSums> brands = new TreeMap<>();
    reviews.forEach((brand, of) -> brands.put(brand, brand(brand, of[0], of[1])));
    return new ComparisonSums(brands, WinLoss.of(List.of()));
  }

  private static BrandSums brand(String brand, int praise, int blame) {
    Stratum stratum = new Stratum("review", "zh");
    SortedMap<Subject, ClusterSums> totals = new TreeMap<>();
    SharedSums shared = SharedSums.NONE;
    Judgements judgements = Judgements.NONE;
    for (int i = 0; i < praise + blame; i++) {
      int polarity = i < praise ? 1 : -1;
      Contribution.Place place =
          new Contribution.Place(brand, "review", null, null, "zh", 20_000L, false, polarity);
      List<ScoreCell> cells = new ArrayList<>(Contribution.ofSentiment(place));
      cells.addAll(
          Contribution.ofMentions(
              place,
              List.of(
                  new Opinion(
                      brand, "delivery.speed", "delivery", "delivery", "cost.time", polarity))));
      for (ScoreCell cell : cells) {
        totals.merge(
            new Subject(cell.key().scope(), cell.key().code()), cell.sums(), ClusterSums::plus);
        shared = shared.plus(cell.benefitCost());
        judgements = judgements.plus(cell.judgements());
      }
    }
    SortedMap<Subject, SubjectSums> subjects = new TreeMap<>();
    totals.forEach((subject, of) -> subjects.put(subject, SubjectSums.of(Map.of(stratum, of))));
    return new BrandSums(subjects, shared, judgements, ClusterSums.NONE);
  }
}
