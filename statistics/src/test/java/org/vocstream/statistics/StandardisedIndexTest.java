package org.vocstream.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StandardisedIndexTest {
  /** Better than the other in reviews and in calls alike, but with many more calls. */
  private static final Map<String, ClusterSums> OWN =
      Map.of("review", Corpus.single(180, 0, 20), "call", Corpus.single(320, 0, 480));

  private static final Map<String, ClusterSums> OTHER =
      Map.of("review", Corpus.single(640, 0, 160), "call", Corpus.single(56, 0, 144));

  @Test
  void theWorkedExampleOfTheJavadocHolds() {
    Map<String, ClusterSums> brand =
        Map.of("review", Corpus.single(72, 0, 18), "call", Corpus.single(3, 0, 7));
    StandardisedIndex index =
        StandardisedIndex.of(
            brand, ReferenceMix.of(Map.of("review", 1.0, "call", 1.0), List.of(brand)));
    assertThat(index.raw()).isCloseTo(75, within(1e-9));
    assertThat(index.standardised().value()).isCloseTo(55, within(1e-9));
  }

  @Test
  void whoIsBehindForItsManyCallsAloneIsAheadOnOneMix() {
    ReferenceMix mix = ReferenceMix.pooled(List.of(OWN, OTHER));
    assertThat(mix.shares().get("review")).isCloseTo(0.5, within(1e-9));
    assertThat(mix.leftOut()).isZero();
    StandardisedIndex own = StandardisedIndex.of(OWN, mix);
    StandardisedIndex other = StandardisedIndex.of(OTHER, mix);
    Gap raw = Gap.between(sum(OWN), sum(OTHER));
    Gap fair = Gap.between(own, other);
    assertThat(own.raw() - other.raw()).isCloseTo(raw.value(), within(1e-9));
    assertThat(raw.value()).isCloseTo(50 - 69.6, within(1e-9));
    assertThat(fair.value()).isCloseTo(65 - 54, within(1e-9));
    assertThat(Verdict.of(List.of(raw, fair))).containsExactly(Verdict.BEHIND, Verdict.AHEAD);
  }

  @Test
  void aChannelThatOneBrandLacksIsLeftOutAndTold() {
    Map<String, ClusterSums> without = Map.of("review", Corpus.single(640, 0, 160));
    ReferenceMix mix = ReferenceMix.pooled(List.of(OWN, without));
    assertThat(mix.shares()).containsOnlyKeys("review");
    assertThat(mix.leftOut()).isCloseTo(800 / 1800.0, within(1e-9));
    assertThat(StandardisedIndex.of(OWN, mix).standardised().value()).isCloseTo(90, within(1e-9));
  }

  @Test
  void withoutACommonChannelThereIsNoNumber() {
    Map<String, ClusterSums> calls = Map.of("call", Corpus.single(20, 0, 20));
    Map<String, ClusterSums> reviews = Map.of("review", Corpus.single(20, 0, 20));
    ReferenceMix mix = ReferenceMix.pooled(List.of(calls, reviews));
    assertThat(mix.leftOut()).isEqualTo(1);
    assertThat(
            Gap.between(StandardisedIndex.of(calls, mix), StandardisedIndex.of(reviews, mix))
                .enough())
        .isFalse();
  }

  private static ClusterSums sum(Map<String, ClusterSums> brand) {
    return brand.values().stream().reduce(ClusterSums.NONE, ClusterSums::plus);
  }
}
