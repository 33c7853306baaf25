package org.vocstream.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

/** That planted shares are recovered is simulated in {@link SimulationsTest}. */
class CorrectedShareTest {
  private static final Confusion TWO =
      new Confusion(List.of(List.of(720L, 80L), List.of(20L, 180L)));
  private static final Confusion THREE =
      new Confusion(List.of(List.of(80L, 15L, 5L), List.of(20L, 60L, 20L), List.of(5L, 10L, 85L)));

  @Test
  void theWorkedExampleOfTheJavadocHolds() {
    CorrectedShare share =
        CorrectedShare.of(-1, List.of(new CorrectedShare.Stratum(Corpus.single(700, 0, 300), TWO)));
    assertThat(share.raw()).isEqualTo(0.3);
    assertThat(share.value()).isCloseTo(0.25, within(1e-12));
    assertThat(share.low()).isCloseTo(0.207, within(0.001));
    assertThat(share.high()).isCloseTo(0.293, within(0.001));
    assertThat(share.note()).isEmpty();
  }

  @Test
  void threeClassesAreTurnedBackExactly() {
    // 500 positive, 200 neutral, 300 negative, as the matrix would confuse them.
    ClusterSums given = Corpus.single(455, 225, 320);
    List<CorrectedShare.Stratum> strata = List.of(new CorrectedShare.Stratum(given, THREE));
    assertThat(CorrectedShare.of(1, strata).value()).isCloseTo(0.5, within(1e-9));
    assertThat(CorrectedShare.of(0, strata).value()).isCloseTo(0.2, within(1e-9));
    assertThat(CorrectedShare.of(-1, strata).value()).isCloseTo(0.3, within(1e-9));
  }

  @Test
  void strataAreWeightedByTheirMentions() {
    List<CorrectedShare.Stratum> strata =
        List.of(
            new CorrectedShare.Stratum(Corpus.single(700, 0, 300), TWO),
            new CorrectedShare.Stratum(Corpus.single(455, 225, 320), THREE),
            new CorrectedShare.Stratum(ClusterSums.NONE, THREE));
    assertThat(CorrectedShare.of(-1, strata).value()).isCloseTo(0.275, within(1e-9));
  }

  @Test
  void moreThanTheErrorsAloneWouldGiveIsCutAndSaid() {
    CorrectedShare share =
        CorrectedShare.of(-1, List.of(new CorrectedShare.Stratum(Corpus.single(96, 0, 4), TWO)));
    assertThat(share.value()).isZero();
    assertThat(share.low()).isZero();
    assertThat(share.note()).isEqualTo("the corrected share -0.0750 was cut to 0");
  }

  @Test
  void aSmallTestSetOfTheClassifierWidensTheInterval() {
    Confusion small = new Confusion(List.of(List.of(36L, 4L), List.of(1L, 9L)));
    ClusterSums cell = Corpus.single(700, 0, 300);
    CorrectedShare sure = CorrectedShare.of(-1, List.of(new CorrectedShare.Stratum(cell, TWO)));
    CorrectedShare unsure = CorrectedShare.of(-1, List.of(new CorrectedShare.Stratum(cell, small)));
    assertThat(unsure.value()).isCloseTo(sure.value(), within(1e-9));
    assertThat(unsure.high() - unsure.low()).isGreaterThan(2 * (sure.high() - sure.low()));
  }

  @Test
  void whatCannotBeCorrectedIsSaid() {
    assertThatThrownBy(() -> new Confusion(List.of(List.of(50L, 50L), List.of(50L, 50L))))
        .hasMessageContaining("no more often to its own mentions");
    List<Long> halfway = List.of(40L, 30L, 30L);
    assertThatThrownBy(
            () -> new Confusion(List.of(List.of(60L, 20L, 20L), halfway, List.of(20L, 40L, 40L))))
        .hasMessageContaining("class 1 is given no more often");
    assertThatThrownBy(() -> new Confusion(List.of(List.of(50L, 5L), List.of(0L, 0L))))
        .hasMessageContaining("never seen");
    assertThatThrownBy(() -> new Confusion(List.of(List.of(1L))))
        .hasMessageContaining("2 rows of 2 or 3 rows of 3");
    assertThatThrownBy(
            () ->
                CorrectedShare.of(
                    1, List.of(new CorrectedShare.Stratum(Corpus.single(5, 0, 5), TWO))))
        .hasMessage("a confusion matrix of 2 classes knows no polarity 1");
    assertThatThrownBy(() -> CorrectedShare.of(-1, List.of()))
        .hasMessage("without mentions there is no share to correct");
  }
}
