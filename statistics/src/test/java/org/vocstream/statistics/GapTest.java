package org.vocstream.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** False and found verdicts are simulated in {@link SimulationsTest}. */
class GapTest {
  private static final ClusterSums OWN = Corpus.single(80, 0, 20);
  private static final ClusterSums OTHER = Corpus.single(65, 0, 35);

  @Test
  void theWorkedExampleOfTheJavadocHolds() {
    Gap gap = Gap.between(OWN, OTHER);
    assertThat(gap.value()).isEqualTo(15);
    assertThat(gap.low()).isCloseTo(2.42, within(0.01));
    assertThat(gap.high()).isCloseTo(26.99, within(0.01));
    assertThat(gap.pValue()).isCloseTo(0.0192, within(0.0001));
  }

  @Test
  void theOtherWayRoundOnlyTheSignChanges() {
    Gap gap = Gap.between(OWN, OTHER);
    Gap back = Gap.between(OTHER, OWN);
    assertThat(back.value()).isEqualTo(-gap.value());
    assertThat(back.low()).isCloseTo(-gap.high(), within(1e-9));
    assertThat(back.pValue()).isCloseTo(gap.pValue(), within(1e-12));
  }

  @Test
  void reviewsThatPraiseTheOneAndBlameTheOtherWidenTheInterval() {
    SharedSums against = SharedSums.NONE;
    SharedSums together = SharedSums.NONE;
    for (int i = 0; i < 20; i++) {
      ClusterSums good = ClusterSums.of(1, 0, 0);
      ClusterSums bad = ClusterSums.of(0, 0, 1);
      against = against.plus(SharedSums.of(i < 10 ? good : bad, i < 10 ? bad : good));
      together = together.plus(SharedSums.of(i < 10 ? good : bad, i < 10 ? good : bad));
    }
    double apart = width(Gap.between(OWN, OTHER));
    assertThat(width(Gap.between(OWN, OTHER, against))).isGreaterThan(1.05 * apart);
    assertThat(width(Gap.between(OWN, OTHER, together))).isLessThan(0.95 * apart);
  }

  @Test
  void theIndustryIsTheOthersByMentionOrByBrand() {
    List<ClusterSums> others =
        List.of(Corpus.single(900, 0, 100), Corpus.single(50, 0, 50), Corpus.single(0, 0, 3));
    assertThat(Gap.toIndustry(OWN, others).value()).isCloseTo(80 - 95000.0 / 1103, within(1e-9));
    assertThat(Gap.toIndustryByBrand(OWN, others).value()).isCloseTo(80 - 70, within(1e-9));
    assertThat(Gap.toIndustryByBrand(OWN, List.of(Corpus.single(3, 0, 0))).enough()).isFalse();
  }

  @Test
  void withoutEnoughOnBothSidesThereIsNoNumber() {
    Gap gap = Gap.between(OWN, Corpus.single(5, 0, 0));
    assertThat(gap.enough()).isFalse();
    assertThat(gap.value()).isNaN();
    assertThat(Verdict.of(List.of(gap, Gap.between(OWN, OTHER))))
        .containsExactly(Verdict.NOT_ENOUGH, Verdict.AHEAD);
  }

  @Test
  void whatIsClaimedAloneIsNotClaimedAmongTwentyTried() {
    List<Gap> shown = new ArrayList<>(Collections.nCopies(19, Gap.between(OWN, OWN)));
    assertThat(Verdict.of(List.of(Gap.between(OTHER, OWN)))).containsExactly(Verdict.BEHIND);
    shown.add(Gap.between(OTHER, OWN));
    assertThat(Verdict.of(shown)).containsOnly(Verdict.NO_DIFFERENCE);
    assertThat(Verdict.BEHIND.label()).isEqualTo("落后");
  }

  @Test
  void theWorkedExampleOfBenjaminiAndHochbergHolds() {
    assertThat(BenjaminiHochberg.adjusted(List.of(0.03, 0.01, 0.5, 0.02)))
        .containsExactly(0.04, 0.04, 0.5, 0.04);
    assertThat(BenjaminiHochberg.adjusted(List.of())).isEmpty();
  }

  private static double width(Gap gap) {
    return gap.high() - gap.low();
  }
}
