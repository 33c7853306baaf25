package org.vocstream.statistics.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.vocstream.statistics.BenjaminiHochberg;
import org.vocstream.statistics.ClusterSums;
import org.vocstream.statistics.Confusion;
import org.vocstream.statistics.Gap;
import org.vocstream.statistics.Quadrant;
import org.vocstream.statistics.Verdict;

class CompetitorComparisonTest {
  @Test
  void theWorkedExampleOfTheGapIsJudgedAmongAllThatIsShown() {
    // 80 of 100 against 65 of 100: p = 0.0192 alone (docs/scores.md).
    Market market =
        market("A", 80, 20, "delivery")
            .reviews("B", "delivery", 1, 65)
            .reviews("B", "delivery", -1, 35);
    CompetitorComparison alone =
        comparison(market, options(List.of("B"), Set.of(Section.INDICATORS)));
    ComparisonRow delivery = alone.indicators().get(0);
    assertThat(delivery.subject().code()).isEqualTo("delivery");
    assertThat(delivery.scores().get("A").index().orElseThrow().value()).isEqualTo(80);
    assertThat(delivery.gaps().get("B").gap().value()).isCloseTo(15, within(1e-9));
    assertThat(delivery.gaps().get("B").adjusted()).isCloseTo(0.0192, within(1e-4));
    assertThat(delivery.gaps().get("B").verdict()).isEqualTo(Verdict.AHEAD);
    assertThat(delivery.industry()).isEmpty();
    assertThat(alone.judged()).isEqualTo(1);

    for (String group : List.of("effect", "price")) {
      for (String brand : List.of("A", "B")) {
        market.reviews(brand, group, 1, 50).reviews(brand, group, -1, 50);
      }
    }
    CompetitorComparison among =
        comparison(market, options(List.of("B"), Set.of(Section.INDICATORS)));
    assertThat(among.judged()).isEqualTo(3);
    JudgedGap gap = among.indicators().get(0).gaps().get("B");
    assertThat(gap.adjusted()).isCloseTo(3 * gap.gap().pValue(), within(1e-9));
    assertThat(gap.verdict()).isEqualTo(Verdict.NO_DIFFERENCE);
    assertThat(among.claims()).isFalse();
  }

  @Test
  void everyGapOfEverySectionShownIsInOneFamily() {
    Market market = market("A", 80, 20, "delivery");
    for (String brand : List.of("B", "C")) {
      market.reviews(brand, "delivery", 1, 60).reviews(brand, "delivery", -1, 40);
      market.reviews(brand, "effect", 1, 60).reviews(brand, "effect", -1, 40);
    }
    market.reviews("A", "effect", 1, 5);
    CompetitorComparison all =
        comparison(
            market,
            options(
                List.of("B", "C"),
                EnumSet.of(
                    Section.OVERALL, Section.INDICATORS, Section.TOUCHPOINTS, Section.VALUE)));
    // Against B, C and the industry: 2 of the whole, 1 indicator, 1 touchpoint. A has too little of
    // the effect, so neither its indicator, its touchpoint nor a balance is judged.
    assertThat(all.judged()).isEqualTo(3 * (2 + 1 + 1));
    assertThat(all.indicators().get(1).gaps().get("B").verdict()).isEqualTo(Verdict.NOT_ENOUGH);
    assertThat(all.balances().get("C").verdict()).isEqualTo(Verdict.NOT_ENOUGH);
    List<Double> shown =
        List.of(all.whole(), all.indicators(), all.touchpoints()).stream()
            .flatMap(List::stream)
            .flatMap(row -> Stream.concat(row.gaps().values().stream(), row.industry().stream()))
            .map(JudgedGap::gap)
            .filter(Gap::enough)
            .map(Gap::pValue)
            .toList();
    assertThat(BenjaminiHochberg.adjusted(shown))
        .contains(all.indicators().get(0).gaps().get("C").adjusted());
    assertThat(all.indicators().get(0).industry().orElseThrow().verdict()).isEqualTo(Verdict.AHEAD);
  }

  @Test
  void onOneMixOfChannelsTheVerdictTurnsRound() {
    // Simpson's case of docs/scores.md: better in both channels, worse together.
    Market market =
        new Market()
            .feedback("review", "A", Map.of("delivery", 1), 1, 180)
            .feedback("review", "A", Map.of("delivery", -1), -1, 20)
            .feedback("call", "A", Map.of("delivery", 1), 1, 320)
            .feedback("call", "A", Map.of("delivery", -1), -1, 480)
            .feedback("review", "B", Map.of("delivery", 1), 1, 640)
            .feedback("review", "B", Map.of("delivery", -1), -1, 160)
            .feedback("call", "B", Map.of("delivery", 1), 1, 56)
            .feedback("call", "B", Map.of("delivery", -1), -1, 144);
    ComparisonRow row =
        comparison(market, options(List.of("B"), Set.of(Section.INDICATORS))).indicators().get(0);
    JudgedGap gap = row.gaps().get("B");
    assertThat(gap.onMix()).isTrue();
    assertThat(gap.gap().value()).isCloseTo(11, within(1e-9));
    assertThat(gap.raw().value()).isCloseTo(50 - 69.6, within(1e-9));
    assertThat(gap.verdict()).isEqualTo(Verdict.AHEAD);
    assertThat(row.mix().shares()).containsOnlyKeys("review", "call");

    ComparisonOptions standard = options(List.of("B"), Set.of(Section.INDICATORS));
    JudgedGap raw = comparison(market, raw(standard)).indicators().get(0).gaps().get("B");
    assertThat(raw.onMix()).isFalse();
    assertThat(raw.verdict()).isEqualTo(Verdict.BEHIND);
  }

  @Test
  void withoutAChannelInCommonTheGapIsRawAndSaysSo() {
    Market market =
        new Market()
            .feedback("review", "A", Map.of("delivery", 1), 1, 40)
            .feedback("call", "B", Map.of("delivery", -1), -1, 40);
    JudgedGap gap =
        comparison(market, options(List.of("B"), Set.of(Section.INDICATORS)))
            .indicators()
            .get(0)
            .gaps()
            .get("B");
    assertThat(gap.onMix()).isFalse();
    assertThat(gap.gap().value()).isEqualTo(100);
  }

  @Test
  void aBrandOfWhichLittleIsSaidDoesNotHideTheOthers() {
    Market market =
        market("A", 90, 10, "delivery")
            .reviews("B", "delivery", -1, 90)
            .reviews("B", "delivery", 1, 10)
            .reviews("C", "delivery", 1, 3);
    ComparisonRow row =
        comparison(market, options(List.of("B", "C"), Set.of(Section.INDICATORS)))
            .indicators()
            .get(0);
    assertThat(row.gaps().get("B").onMix()).isTrue();
    assertThat(row.gaps().get("B").verdict()).isEqualTo(Verdict.AHEAD);
    assertThat(row.gaps().get("C").verdict()).isEqualTo(Verdict.NOT_ENOUGH);
    assertThat(row.scores().get("C").index()).isEmpty();
  }

  @Test
  void theIndustryCountsMentionsOrBrandsAlike() {
    Market market =
        market("A", 50, 50, "delivery")
            .reviews("B", "delivery", 1, 900)
            .reviews("B", "delivery", -1, 100)
            .reviews("C", "delivery", 1, 20)
            .reviews("C", "delivery", -1, 80);
    ComparisonOptions byMention = options(List.of("B", "C"), Set.of(Section.INDICATORS));
    ComparisonOptions byBrand =
        new ComparisonOptions(
            "A",
            byMention.competitors(),
            Market.OUTLINE,
            Set.of(),
            byMention.sections(),
            true,
            false,
            false,
            Map.of(),
            KnownErrors.NONE);
    assertThat(industry(market, byMention)).isCloseTo(50 - 92000.0 / 1100, within(1e-9));
    assertThat(industry(market, byBrand)).isCloseTo(50 - 55, within(1e-9));
  }

  private static double industry(Market market, ComparisonOptions options) {
    return comparison(market, options).indicators().get(0).industry().orElseThrow().gap().value();
  }

  @Test
  void theNegativeShareIsCorrectedWhereTheErrorIsKnown() {
    // The worked example of CorrectedShare, with a channel beside it of which nothing is known.
    Market market =
        new Market()
            .feedback("review", "A", Map.of("delivery", -1), -1, 300)
            .feedback("review", "A", Map.of("delivery", 1), 1, 700)
            .feedback("call", "A", Map.of("delivery", -1), -1, 250)
            .reviews("B", "delivery", 1, 10);
    KnownErrors errors =
        new KnownErrors(
            Map.of(
                new Stratum("review", "zh"),
                new Confusion(List.of(List.of(720L, 80L), List.of(20L, 180L)))),
            Map.of());
    ComparisonOptions options =
        new ComparisonOptions(
            "A",
            List.of("B"),
            Market.OUTLINE,
            Set.of(),
            EnumSet.of(Section.OVERALL),
            false,
            false,
            false,
            Map.of(),
            errors);
    List<ComparisonRow> whole = comparison(market, options).whole();
    BrandScore.Negative negative = whole.get(0).scores().get("A").negative().orElseThrow();
    assertThat(negative.share().value()).isCloseTo(0.25, within(1e-9));
    assertThat(negative.share().raw()).isCloseTo(0.3, within(1e-9));
    assertThat(negative.covered()).isCloseTo(0.8, within(1e-9));
    assertThat(whole.get(1).scores().get("A").negative()).isEmpty();
  }

  @Test
  void whatMattersAndIsBehindComesFirst() {
    Market market = new Market();
    for (String brand : List.of("A", "B")) {
      boolean own = brand.equals("A");
      market
          .feedback("review", brand, Map.of("delivery", own ? -1 : 1), own ? -1 : 1, 200)
          .feedback("review", brand, Map.of("delivery", 1, "price", 1), 1, 100)
          .feedback("review", brand, Map.of("effect", own ? 1 : -1), own ? 1 : -1, 40);
    }
    CompetitorComparison comparison =
        comparison(market, options(List.of("B"), EnumSet.of(Section.IMPORTANCE)));
    ComparisonRow.Weight delivery = comparison.indicators().get(0).weight().orElseThrow();
    assertThat(delivery.quadrants()).containsEntry("B", Quadrant.IMPROVE);
    assertThat(delivery.importance().orElseThrow().stated()).isCloseTo(600.0 / 880, within(1e-9));
    assertThat(delivery.importance().orElseThrow().derived().orElseThrow().low()).isPositive();
    // Of 440 mentions 240 are positive; without the 300 of delivery 140 of 140 are.
    assertThat(delivery.impact().orElseThrow().without()).isCloseTo(100, within(1e-9));
    assertThat(comparison.indicators().get(1).weight().orElseThrow().quadrants())
        .containsEntry("B", Quadrant.SURPLUS);
    assertThat(comparison.indicators().get(2).weight().orElseThrow().quadrants())
        .containsEntry("B", Quadrant.LEVEL);
  }

  @Test
  void theChangeSinceAnEarlierPeriodAddsUp() {
    Market before = market("A", 80, 20, "delivery").reviews("A", "price", 1, 50);
    Market now = market("A", 40, 60, "delivery").reviews("A", "price", 1, 100);
    ComparisonOptions options = options(List.of("B"), EnumSet.of(Section.WAVES));
    var change =
        CompetitorComparison.of(now.sums(), Optional.of(before.sums()), options)
            .profiles()
            .get("A")
            .change()
            .orElseThrow();
    assertThat(change.change().value()).isCloseTo(70 - 13000.0 / 150, within(1e-9));
    assertThat(change.mix() + change.score()).isCloseTo(change.change().value(), within(1e-9));
    assertThat(change.parts().get("delivery").significant()).isTrue();
    assertThat(change.parts().get("price").significant()).isFalse();
    assertThat(
            CompetitorComparison.of(now.sums(), Optional.of(new Market().sums()), options)
                .profiles()
                .get("A")
                .change())
        .isEmpty();
  }

  @Test
  void theProfileOfABrandHoldsValueAnswersAndWhoWins() {
    Market market =
        new Market()
            .feedback("review", "A", Map.of("effect", 1, "price", -1), 1, 30)
            .feedback("review", "B", Map.of("effect", -1, "price", -1), -1, 30)
            .answers("A", new ClusterSums(100, 50, 30, 20, 575_000, 6_500, 100))
            .wins("A", "B", 30)
            .wins("B", "A", 10);
    CompetitorComparison comparison =
        comparison(
            market,
            options(List.of("B"), EnumSet.of(Section.VALUE, Section.NPS, Section.HEADTOHEAD)));
    BrandProfile own = comparison.profiles().get("A");
    assertThat(own.value().balance().value()).isCloseTo(0, within(1e-9));
    assertThat(comparison.balances().get("B").gap().value()).isCloseTo(100, within(1e-9));
    assertThat(comparison.balances().get("B").verdict()).isEqualTo(Verdict.AHEAD);
    assertThat(comparison.judged()).isEqualTo(1);
    assertThat(own.promoters().orElseThrow().value()).isCloseTo(30, within(1e-9));
    assertThat(comparison.profiles().get("B").promoters()).isEmpty();
    assertThat(comparison.headToHead().share("A", "B").orElseThrow().value()).isEqualTo(0.75);
    assertThat(comparison.whole()).isEmpty();
  }

  @Test
  void aBrandIsNotComparedWithItself() {
    assertThatThrownBy(() -> options(List.of("A", "B"), Set.of(Section.OVERALL)))
        .hasMessageContaining("A is compared with itself");
    assertThatThrownBy(() -> options(List.of(), Set.of(Section.OVERALL)))
        .hasMessageContaining("needs a competitor");
  }

  private static Market market(String brand, int positive, int negative, String group) {
    return new Market().reviews(brand, group, 1, positive).reviews(brand, group, -1, negative);
  }

  private static ComparisonOptions options(List<String> competitors, Set<Section> sections) {
    return new ComparisonOptions(
        "A",
        competitors,
        Market.OUTLINE,
        Set.of(),
        sections,
        false,
        false,
        false,
        Map.of(),
        KnownErrors.NONE);
  }

  private static ComparisonOptions raw(ComparisonOptions of) {
    return new ComparisonOptions(
        of.brand(),
        of.competitors(),
        of.outline(),
        of.only(),
        of.sections(),
        of.industryByBrand(),
        of.byDerived(),
        true,
        of.mix(),
        of.errors());
  }

  private static CompetitorComparison comparison(Market market, ComparisonOptions options) {
    return CompetitorComparison.of(market.sums(), Optional.empty(), options);
  }
}
