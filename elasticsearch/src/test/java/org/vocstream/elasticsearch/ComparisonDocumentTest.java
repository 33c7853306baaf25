package org.vocstream.elasticsearch;

import java.io.IOException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.vocstream.pack.Pack;
import org.vocstream.pack.PackLoader;
import org.vocstream.statistics.ClusterSums;
import org.vocstream.statistics.Confusion;
import org.vocstream.statistics.Contribution;
import org.vocstream.statistics.NetPromoterScore;
import org.vocstream.statistics.Opinion;
import org.vocstream.statistics.Period;
import org.vocstream.statistics.ScoreCell;
import org.vocstream.statistics.WinLoss;
import org.vocstream.statistics.comparison.BrandSums;
import org.vocstream.statistics.comparison.ComparisonOptions;
import org.vocstream.statistics.comparison.ComparisonSums;
import org.vocstream.statistics.comparison.CompetitorComparison;
import org.vocstream.statistics.comparison.KnownErrors;
import org.vocstream.statistics.comparison.Section;
import org.vocstream.statistics.comparison.Stratum;
import org.vocstream.statistics.comparison.Subject;

/** Every field of the JSON, on three brands of which the third is hardly spoken of. */
class ComparisonDocumentTest {
  private static final Pack PACK = new PackLoader().load("commerce");
  private static final Stratum REVIEWS = new Stratum("review", "zh");

  @Test
  void everyFieldIsThere() throws IOException {
    Period period = Period.parse("2026-W43");
    ComparisonOptions options =
        new ComparisonOptions(
            "沐禾",
            List.of("绮澜", "澄野"),
            new PackOutline(PACK).outline(),
            Set.of(),
            EnumSet.allOf(Section.class),
            false,
            false,
            false,
            Map.of(),
            new KnownErrors(
                Map.of(REVIEWS, new Confusion(List.of(List.of(720L, 80L), List.of(20L, 180L)))),
                Map.of()));
    ComparisonRequest request =
        new ComparisonRequest(
            options,
            ScoreFilter.all(ZoneId.of("Asia/Shanghai"))
                .in(period)
                .with("channel", List.of("review"))
                .withoutSuspects(),
            Optional.of(period.previous()),
            CellQuery.Cluster.FEEDBACK);
    SortedMap<String, ScoreOverview.Authors> authors =
        new TreeMap<>(
            Map.of(
                "沐禾", new ScoreOverview.Authors(100, 99),
                "绮澜", new ScoreOverview.Authors(100, 40)));
    ComparisonAnswer answer =
        new ComparisonAnswer(
            request,
            CompetitorComparison.of(sums(80, 30, 20), Optional.of(sums(50, 50, 30)), options),
            authors);
    Golden.check("comparison.json", ComparisonDocument.of(answer, PACK));
  }

  private static ComparisonSums sums(int ahead, int behind, int wins) {
    SortedMap<String, BrandSums> brands = new TreeMap<>();
    brands.put("沐禾", brand("沐禾", ahead));
    brands.put("绮澜", brand("绮澜", behind));
    brands.put("澄野", brand("澄野", 3));
    List<WinLoss.Edge> edges = new ArrayList<>();
    for (int i = 0; i < wins; i++) {
      edges.add(new WinLoss.Edge("f" + i, "沐禾", "绮澜"));
    }
    edges.add(new WinLoss.Edge("other", "绮澜", "沐禾"));
    return new ComparisonSums(brands, WinLoss.of(edges));
  }

  /** So many of a hundred praise delivery and effect; a few speak of leaving. */
  private static BrandSums brand(String brand, int positive) {
    SumsBuilder sums = new SumsBuilder();
    int documents = positive < 10 ? 5 : 100;
    for (int i = 0; i < documents; i++) {
      int polarity = i < positive ? 1 : -1;
      List<Opinion> opinions =
          List.of(
              new Opinion(brand, "delivery.speed", "delivery", "delivery", "cost.time", polarity),
              new Opinion(brand, "loyalty.leave", "loyalty", "loyalty", "benefit.image", polarity));
      Contribution.Place place =
          new Contribution.Place(brand, "review", null, null, "zh", 20_000L, false, polarity);
      List<ScoreCell> cells = new ArrayList<>(Contribution.ofSentiment(place));
      cells.addAll(Contribution.ofMentions(place, opinions.subList(0, i % 5 == 0 ? 2 : 1)));
      for (ScoreCell cell : cells) {
        Subject subject = new Subject(cell.key().scope(), cell.key().code());
        sums.addTotal(subject, cell.sums());
        sums.addStratum(subject, REVIEWS, cell.sums());
        sums.add(cell.benefitCost());
        cell.judgements().sums().forEach(sums::addJudgement);
      }
      ClusterSums answer = NetPromoterScore.answer(i < positive ? 10 : 3);
      sums.addAnswers(answer);
    }
    return sums.build();
  }
}
