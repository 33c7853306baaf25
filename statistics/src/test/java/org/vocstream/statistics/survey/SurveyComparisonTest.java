package org.vocstream.statistics.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vocstream.statistics.Gap;
import org.vocstream.statistics.Verdict;
import org.vocstream.statistics.survey.Sheet.From;
import org.vocstream.statistics.survey.Sheet.Side;

class SurveyComparisonTest {
  private static final double[] GOT = {5, 5, 4, 4, 4, 3, 3, 2, 2, 1};
  private static final double[] WANTED = {5, 5, 5, 5, 4, 4, 4, 4, 5, 4};

  @Test
  void theWorkedExample() {
    SurveySums sums = new SurveySums();
    for (int i = 0; i < 2 * GOT.length; i++) {
      sums.add(List.of(sheet(Side.NOW, "A", "delivery", GOT[i / 2], WANTED[i / 2])));
    }
    SurveyScore score = score(sums, "A", "delivery");
    assertThat(score.n()).isEqualTo(20);
    assertThat(score.respondents()).isEqualTo(20);
    assertThat(score.mean().orElseThrow()).isEqualTo(3.3, within(1e-9));
    assertThat(score.scale()).isEqualTo("1-5");
    assertThat(score.index().orElseThrow().value()).isEqualTo(57.5, within(1e-9));
    assertThat(score.index().orElseThrow().low()).isEqualTo(40.92, within(0.01));
    assertThat(score.index().orElseThrow().high()).isEqualTo(71.58, within(0.01));
    assertThat(score.topTwo().orElseThrow().value()).isEqualTo(50, within(1e-9));
    assertThat(score.expectation().orElseThrow().value()).isEqualTo(87.5, within(1e-9));
    Gap gap = score.gap().gap();
    assertThat(gap.value()).isEqualTo(-30, within(1e-9));
    assertThat(gap.low()).isEqualTo(-42.81, within(0.01));
    assertThat(gap.high()).isEqualTo(-11.73, within(0.01));
    assertThat(score.gap().verdict()).isEqualTo(Verdict.BEHIND);
  }

  @Test
  void nineRespondentsAreTooFewAndOneWhoAnswersTenTimesIsOne() {
    SurveySums nine = new SurveySums();
    for (int i = 0; i < 9; i++) {
      nine.add(List.of(sheet(Side.NOW, "A", "delivery", 4, 5)));
    }
    SurveySums one = new SurveySums();
    List<Sheet> many = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      many.add(sheet(Side.NOW, "A", "delivery", 4, 5));
    }
    one.add(many);
    for (SurveySums few : List.of(nine, one)) {
      SurveyScore score = score(few, "A", "delivery");
      assertThat(score.index()).isEmpty();
      assertThat(score.mean()).isEmpty();
      assertThat(score.topTwo()).isEmpty();
      assertThat(score.expectation()).isEmpty();
      assertThat(score.gap().verdict()).isEqualTo(Verdict.NOT_ENOUGH);
    }
    assertThat(score(nine, "A", "delivery").n()).isEqualTo(9);
    assertThat(score(one, "A", "delivery").respondents()).isEqualTo(1);
  }

  @Test
  void scalesOfDifferentLengthMeetOnTheSameIndex() {
    SurveySums sums = new SurveySums();
    for (int i = 0; i < 20; i++) {
      int low = i % 2 == 0 ? 1 : 0;
      int high = i % 2 == 0 ? 5 : 10;
      double value = i % 2 == 0 ? 4 : 7.5;
      Rating rating = Rating.of("delivery", value, null, low, high);
      sums.add(List.of(new Sheet(Side.NOW, "A", List.of(rating), null, From.UNKNOWN)));
    }
    SurveyScore score = score(sums, "A", "delivery");
    assertThat(score.index().orElseThrow().value()).isEqualTo(75, within(1e-9));
    assertThat(score.mean()).as("there is no mean of two scales").isEmpty();
    assertThat(score.scale()).isEmpty();
    assertThat(score.expectation()).isEmpty();
    assertThat(score.gap().verdict()).isEqualTo(Verdict.NOT_ENOUGH);
  }

  @Test
  void respondentsWhoRateBothBrandsTellASmallerGap() {
    Random random = new Random(7);
    SurveySums same = new SurveySums();
    SurveySums strangers = new SurveySums();
    for (int i = 0; i < 60; i++) {
      double own = 1 + random.nextInt(4);
      Sheet first = sheet(Side.NOW, "A", "price", own + (i % 3 == 0 ? 1 : 0), null);
      Sheet second = sheet(Side.NOW, "B", "price", own, null);
      same.add(List.of(first, second));
      strangers.add(List.of(first));
      strangers.add(List.of(second));
    }
    Gap paired = gap(same).gap();
    Gap apart = gap(strangers).gap();
    assertThat(paired.value()).isEqualTo(apart.value(), within(1e-9));
    assertThat(paired.high() - paired.low()).isLessThan(0.6 * (apart.high() - apart.low()));
    assertThat(gap(same).verdict()).isEqualTo(Verdict.AHEAD);
    assertThat(gap(strangers).verdict()).isEqualTo(Verdict.NO_DIFFERENCE);
  }

  @Test
  void aWaveIsComparedWithTheOneBefore() {
    SurveySums sums = new SurveySums();
    for (int i = 0; i < 50; i++) {
      sums.add(List.of(sheet(Side.BEFORE, "A", "price", 2 + i % 2, null)));
      sums.add(List.of(sheet(Side.NOW, "A", "price", 3 + i % 2, null)));
    }
    SurveyScore score = score(sums, "A", "price");
    assertThat(score.change().orElseThrow().gap().value()).isEqualTo(25, within(1e-9));
    assertThat(score.change().orElseThrow().verdict()).isEqualTo(Verdict.AHEAD);
    assertThat(score.before().orElseThrow().value()).isEqualTo(37.5, within(1e-9));
    assertThat(score.beforeN()).isEqualTo(50);
    SurveyComparison alone = SurveyComparison.of(sums, "A", List.of(), List.of(), false);
    assertThat(alone.rows().get(0).isAll()).isTrue();
    assertThat(alone.rows().get(0).scores().get("A").change()).isEmpty();
  }

  @Test
  void answersOfOneCustomerToTheRecommendationAreOneVoice() {
    SurveySums sums = new SurveySums();
    for (int i = 0; i < 10; i++) {
      Sheet sheet = new Sheet(Side.NOW, "A", List.of(), i < 5 ? 10 : i < 8 ? 7 : 3, From.UNKNOWN);
      sums.add(List.of(sheet, sheet));
    }
    SurveyComparison comparison = SurveyComparison.of(sums, "A", List.of("B"), List.of(), false);
    assertThat(comparison.nps().get("A").value()).isEqualTo(30, within(1e-9));
    assertThat(comparison.nps().get("A").n()).isEqualTo(20);
    assertThat(comparison.nps()).doesNotContainKey("B");
  }

  /** Several items of one indicator per respondent, which lean the same way. */
  @ParameterizedTest
  @CsvSource({"40, 0.95, 1", "250, 0.94, 0.98"})
  void theIntervalOfTheExpectationGapHoldsTheTruth(int respondents, double least, double most) {
    Random random = new Random(11);
    int held = 0;
    int runs = 600;
    double truth = truth(12);
    for (int run = 0; run < runs; run++) {
      SurveySums sums = new SurveySums();
      for (int i = 0; i < respondents; i++) {
        double mood = random.nextGaussian();
        List<Rating> items = new ArrayList<>();
        for (int item = 0; item < 3; item++) {
          items.add(
              Rating.of(
                  "delivery",
                  box(3.4 + 0.8 * mood + 0.8 * random.nextGaussian()),
                  box(4.0 + 0.5 * mood + 0.6 * random.nextGaussian()),
                  1,
                  5));
        }
        sums.add(List.of(new Sheet(Side.NOW, "A", items, null, From.UNKNOWN)));
      }
      Gap gap = score(sums, "A", "delivery").gap().gap();
      held += gap.low() <= truth && truth <= gap.high() ? 1 : 0;
    }
    assertThat(held / (double) runs).isBetween(least, most);
  }

  /** What the gap of the same respondents is in the long run. */
  private static double truth(int seed) {
    Random random = new Random(seed);
    double sum = 0;
    int n = 1_000_000;
    for (int i = 0; i < n; i++) {
      double mood = random.nextGaussian();
      double got = box(3.4 + 0.8 * mood + 0.8 * random.nextGaussian());
      sum += got - box(4.0 + 0.5 * mood + 0.6 * random.nextGaussian());
    }
    return 25 * sum / n;
  }

  @Test
  void amongEqualsHardlyAnyRunMakesAFalseClaim() {
    Random random = new Random(13);
    int falseClaims = 0;
    int runs = 400;
    for (int run = 0; run < runs; run++) {
      SurveySums sums = new SurveySums();
      for (int i = 0; i < 60; i++) {
        double mood = random.nextGaussian();
        IntToDoubleFunction item = n -> box(3.6 + 0.6 * mood + 0.9 * random.nextGaussian());
        List<Rating> ratings = new ArrayList<>();
        for (int indicator = 0; indicator < 20; indicator++) {
          ratings.add(
              Rating.of("i" + indicator, item.applyAsDouble(0), item.applyAsDouble(1), 1, 5));
        }
        Sheet sheet = new Sheet(Side.NOW, i % 2 == 0 ? "A" : "B", ratings, null, From.UNKNOWN);
        sums.add(List.of(sheet));
      }
      SurveyComparison comparison = SurveyComparison.of(sums, "A", List.of("B"), List.of(), false);
      falseClaims +=
          comparison.rows().stream()
                  .anyMatch(
                      row ->
                          row.gaps().get("B").verdict().claims()
                              || row.scores().get("A").gap().verdict().claims())
              ? 1
              : 0;
    }
    // Two families of 5% each.
    assertThat(falseClaims / (double) runs).isLessThan(0.1);
  }

  private static double box(double value) {
    return Math.max(1, Math.min(5, Math.rint(value)));
  }

  private static Sheet sheet(
      Side side, String brand, String indicator, double performance, Number expectation) {
    Double wanted = expectation == null ? null : expectation.doubleValue();
    return new Sheet(
        side, brand, List.of(Rating.of(indicator, performance, wanted, 1, 5)), null, From.UNKNOWN);
  }

  private static SurveyScore score(SurveySums sums, String brand, String indicator) {
    return row(SurveyComparison.of(sums, brand, List.of(), List.of(), true), indicator)
        .scores()
        .get(brand);
  }

  private static Judged gap(SurveySums sums) {
    return row(SurveyComparison.of(sums, "A", List.of("B"), List.of(), false), "price")
        .gaps()
        .get("B");
  }

  private static SurveyRow row(SurveyComparison comparison, String indicator) {
    return comparison.rows().stream()
        .filter(row -> row.indicator().equals(indicator))
        .findFirst()
        .orElseThrow();
  }
}
