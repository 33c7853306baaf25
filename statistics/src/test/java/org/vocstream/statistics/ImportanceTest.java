package org.vocstream.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Coverage of the effects is simulated in {@link SimulationsTest}. */
class ImportanceTest {

  @Test
  void statedIsTheShareOfTalkAndDerivedTheEffectOnTheWhole() {
    ImportanceSums sums = documents(List.of("quality", "speed", "never"), 1, 3000);
    SortedMap<String, Importance> importance =
        Importance.of(
            Map.of(
                "quality", Corpus.single(20, 0, 10),
                "speed", Corpus.single(60, 0, 30),
                "never", ClusterSums.NONE),
            sums);
    assertThat(importance).containsOnlyKeys("quality", "speed");
    assertThat(importance.get("quality").stated()).isEqualTo(0.25);
    Estimate quality = importance.get("quality").derived().orElseThrow();
    Estimate speed = importance.get("speed").derived().orElseThrow();
    assertThat(quality.value()).isCloseTo(1.0, within(0.1));
    assertThat(quality.low()).isGreaterThan(speed.high());
    assertThat(speed.value()).isCloseTo(0.2, within(0.1));
  }

  @Test
  void oneStreamOrTwoGiveTheSameEffects() {
    List<String> indicators = List.of("speed", "quality");
    ImportanceSums one = documents(indicators, 1, 400);
    ImportanceSums two = documents(indicators, 2, 300);
    ImportanceSums back = documents(indicators, 2, 300);
    one.add(two);
    back.add(documents(indicators, 1, 400));
    assertThat(one.effects().get("quality").value())
        .isCloseTo(back.effects().get("quality").value(), within(1e-9));
    assertThatThrownBy(() -> one.add(new ImportanceSums(List.of("other"))))
        .hasMessageContaining("cannot be added");
  }

  @Test
  void theEffectOfOneIndicatorIsTheSlopeButForOneDocumentOfShrinkage() {
    ImportanceSums sums = new ImportanceSums(List.of("a"));
    for (int i = 0; i < 100; i++) {
      sums.add(Map.of("a", i % 2 == 0 ? 1.0 : -1.0), (i % 2 == 0 ? 2 : -2) + (i % 4 < 2 ? 1 : -1));
    }
    assertThat(sums.effects().get("a").value()).isCloseTo(200.0 / 101, within(1e-9));
    assertThat(sums.effects().get("a").standardError()).isCloseTo(0.1005, within(0.0001));
  }

  @Test
  void tooFewDocumentsHaveNoEffects() {
    assertThat(documents(List.of("quality", "speed"), 1, 29).effects()).isEmpty();
    assertThat(new ImportanceSums(List.of()).effects()).isEmpty();
  }

  @Test
  void theImpactIsTheWholeLessTheWholeWithoutThePart() {
    Impact example = Impact.of(Corpus.single(6, 0, 14), Corpus.single(70, 0, 30));
    assertThat(example.value()).isCloseTo(-10, within(1e-12));
    assertThat(example.without()).isCloseTo(80, within(1e-12));
    SplittableRandom random = new SplittableRandom(7);
    for (int run = 0; run < 500; run++) {
      ClusterSums part = any(random);
      ClusterSums rest = any(random);
      ClusterSums whole = part.plus(rest);
      assertThat(Impact.of(part, whole).value())
          .isCloseTo(whole.mean() - rest.mean(), within(1e-12));
    }
    assertThatThrownBy(() -> Impact.of(Corpus.single(5, 0, 0), Corpus.single(5, 0, 0)))
        .hasMessage("no impact of 5 mentions on a whole of 5");
  }

  @Test
  void quadrantsCrossImportanceWithTheVerdict() {
    Map<String, Double> importance = Map.of("a", 0.5, "b", 0.1, "c", 0.4, "d", 0.2);
    Map<String, Verdict> verdicts =
        Map.of(
            "a", Verdict.BEHIND,
            "b", Verdict.BEHIND,
            "c", Verdict.AHEAD,
            "d", Verdict.AHEAD,
            "e", Verdict.NO_DIFFERENCE,
            "f", Verdict.NOT_ENOUGH);
    assertThat(Quadrant.ofEach(importance, verdicts))
        .containsExactly(
            Map.entry("a", Quadrant.IMPROVE),
            Map.entry("b", Quadrant.LATER),
            Map.entry("c", Quadrant.KEEP),
            Map.entry("d", Quadrant.SURPLUS),
            Map.entry("e", Quadrant.LEVEL),
            Map.entry("f", Quadrant.UNKNOWN));
    assertThat(Quadrant.IMPROVE.label()).isEqualTo("优先改进");
  }

  private static ImportanceSums documents(List<String> indicators, long seed, int n) {
    SplittableRandom random = new SplittableRandom(seed);
    ImportanceSums sums = new ImportanceSums(indicators);
    for (int i = 0; i < n; i++) {
      Map<String, Double> polarities = new HashMap<>();
      polarities.put("quality", random.nextInt(3) - 1.0);
      if (random.nextBoolean()) {
        polarities.put("speed", random.nextInt(3) - 1.0);
      }
      double outcome =
          3
              + polarities.get("quality")
              + 0.2 * polarities.getOrDefault("speed", 0.0)
              + 2 * random.nextDouble()
              - 1;
      sums.add(polarities, outcome);
    }
    return sums;
  }

  private static ClusterSums any(SplittableRandom random) {
    return Corpus.single(1 + random.nextInt(40), random.nextInt(9), random.nextInt(40));
  }
}
