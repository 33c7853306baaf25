package org.vocstream.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class PerceivedValueTest {
  private static final PerceivedValue OWN =
      PerceivedValue.of(Corpus.single(80, 0, 20), Corpus.single(45, 0, 55), SharedSums.NONE);

  @Test
  void theWorkedExampleOfTheJavadocHolds() {
    assertThat(OWN.benefit().orElseThrow().value()).isEqualTo(80);
    assertThat(OWN.cost().orElseThrow().value()).isEqualTo(45);
    assertThat(OWN.balance().value()).isEqualTo(25);
    assertThat(OWN.balance().low()).isCloseTo(11.93, within(0.01));
    assertThat(OWN.balance().high()).isCloseTo(37.09, within(0.01));
    PerceivedValue competitor =
        PerceivedValue.of(Corpus.single(70, 0, 30), Corpus.single(35, 0, 65), SharedSums.NONE);
    Gap gap = OWN.against(competitor);
    assertThat(gap.value()).isEqualTo(20);
    assertThat(Verdict.of(List.of(gap))).containsExactly(Verdict.AHEAD);
  }

  @Test
  void reviewsThatSpeakOfBothInOneMoodWidenTheInterval() {
    SharedSums shared = SharedSums.NONE;
    for (int i = 0; i < 40; i++) {
      ClusterSums mention = i < 20 ? ClusterSums.of(1, 0, 0) : ClusterSums.of(0, 0, 1);
      shared = shared.plus(SharedSums.of(mention, mention));
    }
    PerceivedValue moody =
        PerceivedValue.of(Corpus.single(80, 0, 20), Corpus.single(45, 0, 55), shared);
    assertThat(moody.balance().high() - moody.balance().low())
        .isGreaterThan(1.1 * (OWN.balance().high() - OWN.balance().low()));
  }

  @Test
  void withoutEnoughOnOneSideThereIsNoBalance() {
    PerceivedValue thin =
        PerceivedValue.of(Corpus.single(80, 0, 20), Corpus.single(2, 0, 2), SharedSums.NONE);
    assertThat(thin.benefit()).isPresent();
    assertThat(thin.cost()).isEmpty();
    assertThat(thin.balance().enough()).isFalse();
    assertThat(OWN.against(thin).enough()).isFalse();
  }
}
