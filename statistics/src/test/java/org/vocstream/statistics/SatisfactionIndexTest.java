package org.vocstream.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Coverage is simulated in {@link SimulationsTest}. */
class SatisfactionIndexTest {

  @Test
  void theWorkedExampleOfTheJavadocHolds() {
    SatisfactionIndex index = SatisfactionIndex.of(Corpus.single(6, 1, 1));
    assertThat(index.value()).isEqualTo(81.25);
    assertThat(index.low()).isCloseTo(42.23, within(0.01));
    assertThat(index.high()).isCloseTo(99.43, within(0.01));
    assertThat(index.n()).isEqualTo(8);
  }

  @Test
  void netSentimentIsTheSameNumberFromMinusOneToOne() {
    SatisfactionIndex index = SatisfactionIndex.of(Corpus.single(60, 10, 30));
    assertThat(index.netSentiment()).isCloseTo((60 - 30) / 100.0, within(1e-12));
    assertThat(index.netLow()).isCloseTo(index.low() / 50 - 1, within(1e-12));
    assertThat(index.netHigh()).isCloseTo(index.high() / 50 - 1, within(1e-12));
  }

  @Test
  void aCellInWhichAllAgreeStillHasAnInterval() {
    SatisfactionIndex index = SatisfactionIndex.of(Corpus.single(12, 0, 0));
    assertThat(index.value()).isEqualTo(100);
    assertThat(index.high()).isEqualTo(100);
    assertThat(index.low()).isBetween(60.0, 80.0);
  }

  @Test
  void twelveDocumentsThatAgreeAreTwelveHoweverMuchTheySay() {
    ClusterSums wordy = ClusterSums.NONE;
    for (int i = 0; i < 12; i++) {
      wordy = wordy.plus(ClusterSums.of(10, 0, 0));
    }
    assertThat(wordy.designEffect()).isCloseTo(10, within(1e-9));
    assertThat(SatisfactionIndex.of(wordy).low())
        .isCloseTo(SatisfactionIndex.of(Corpus.single(12, 0, 0)).low(), within(1e-9));
  }

  @Test
  void oneAuthorWhoWritesMostOfItLeavesLittleToBeSure() {
    ClusterSums even = Corpus.single(60, 0, 40);
    ClusterSums uneven = Corpus.single(20, 0, 20).plus(ClusterSums.of(40, 0, 20));
    assertThat(width(SatisfactionIndex.of(uneven)))
        .isGreaterThan(3 * width(SatisfactionIndex.of(even)));
  }

  @Test
  void tenMentionsOfOneDocumentCountForLessThanTenDocuments() {
    ClusterSums clustered = ClusterSums.NONE;
    for (int i = 0; i < 10; i++) {
      clustered = clustered.plus(i < 7 ? ClusterSums.of(10, 0, 0) : ClusterSums.of(0, 0, 10));
    }
    SatisfactionIndex byDocument = SatisfactionIndex.of(clustered);
    SatisfactionIndex byMention = SatisfactionIndex.of(Corpus.single(70, 0, 30));
    assertThat(byDocument.value()).isEqualTo(byMention.value());
    assertThat(width(byDocument)).isGreaterThan(2.5 * width(byMention));
  }

  @Test
  void tooFewMentionsOrTooFewDocumentsAreNotEnough() {
    assertThat(SatisfactionIndex.enough(Corpus.single(9, 0, 0))).isFalse();
    assertThat(SatisfactionIndex.enough(ClusterSums.of(40, 0, 0))).isFalse();
    assertThat(SatisfactionIndex.enough(Corpus.single(5, 2, 3))).isTrue();
    assertThatThrownBy(() -> SatisfactionIndex.of(ClusterSums.NONE))
        .hasMessage("a cell without mentions has no index");
  }

  private static double width(SatisfactionIndex index) {
    return index.high() - index.low();
  }
}
