package org.vocstream.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class WaveChangeTest {

  @Test
  void theWorkedExampleOfTheJavadocHolds() {
    WaveChange change =
        WaveChange.between(
            wave(Map.of("A", Corpus.single(40, 0, 10), "B", Corpus.single(20, 0, 30))),
            wave(Map.of("A", Corpus.single(60, 0, 20), "B", Corpus.single(8, 0, 12))));
    assertThat(change.change().value()).isCloseTo(8, within(1e-9));
    assertThat(change.parts().get("A").mix()).isCloseTo(4.05, within(1e-9));
    assertThat(change.parts().get("A").score()).isCloseTo(-3.25, within(1e-9));
    assertThat(change.parts().get("B").mix()).isCloseTo(7.2, within(1e-9));
    assertThat(change.parts().get("B").score()).isZero();
    assertThat(change.significant()).isFalse();
  }

  @Test
  void theEffectsAddUpInAnyCorpus() {
    SplittableRandom random = new SplittableRandom(20261122);
    for (int run = 0; run < 200; run++) {
      WaveChange change = WaveChange.between(any(random), any(random));
      assertThat(change.mix() + change.score()).isCloseTo(change.change().value(), within(1e-10));
      assertThat(change.parts().values().stream().mapToDouble(p -> p.mix() + p.score()).sum())
          .isCloseTo(change.change().value(), within(1e-10));
    }
  }

  @Test
  void onlyThePartThatMovedIsSignificant() {
    WaveChange change =
        WaveChange.between(
            wave(
                Map.of(
                    "A", Corpus.single(160, 0, 40),
                    "B", Corpus.single(100, 0, 100),
                    "gone", Corpus.single(20, 0, 0))),
            wave(
                Map.of(
                    "A", Corpus.single(110, 0, 90),
                    "B", Corpus.single(103, 0, 97),
                    "new", Corpus.single(3, 0, 0))));
    assertThat(change.significant()).isTrue();
    assertThat(change.parts().get("A").significant()).isTrue();
    assertThat(change.parts().get("B").significant()).isFalse();
    assertThat(change.parts().get("gone").score()).isZero();
    assertThat(change.parts().get("new").change().enough()).isFalse();
  }

  @Test
  void partsThatAreNotTheWholeAndEmptyWavesAreRefused() {
    assertThatThrownBy(() -> new Wave(Corpus.single(5, 0, 0), Map.of("A", Corpus.single(4, 0, 0))))
        .hasMessage("the parts of a wave have 4 mentions, but the wave has 5");
    Wave none = new Wave(ClusterSums.NONE, Map.of());
    assertThatThrownBy(() -> WaveChange.between(none, wave(Map.of("A", Corpus.single(5, 0, 0)))))
        .hasMessage("the wave before has no mentions: nothing to compare");
  }

  private static Wave any(SplittableRandom random) {
    Map<String, ClusterSums> parts = new TreeMap<>();
    parts.put("always", Corpus.single(10, 0, 10));
    for (int i = 0; i < 12; i++) {
      if (random.nextInt(4) > 0) {
        parts.put(
            "part" + i, Corpus.single(random.nextInt(50), random.nextInt(20), random.nextInt(50)));
      }
    }
    return wave(parts);
  }

  private static Wave wave(Map<String, ClusterSums> parts) {
    return new Wave(parts.values().stream().reduce(ClusterSums.NONE, ClusterSums::plus), parts);
  }
}
