package org.vocstream.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SatisfactionIndexTest {

  @Test
  void theWorkedExampleOfTheJavadocHolds() {
    SatisfactionIndex index = SatisfactionIndex.of(single(6, 1, 1));
    assertThat(index.value()).isEqualTo(81.25);
    assertThat(index.low()).isCloseTo(42.23, within(0.01));
    assertThat(index.high()).isCloseTo(99.43, within(0.01));
    assertThat(index.n()).isEqualTo(8);
  }

  @Test
  void aCellInWhichAllAgreeStillHasAnInterval() {
    SatisfactionIndex index = SatisfactionIndex.of(single(12, 0, 0));
    assertThat(index.value()).isEqualTo(100);
    assertThat(index.high()).isEqualTo(100);
    assertThat(index.low()).isBetween(60.0, 80.0);
  }

  @Test
  void tenMentionsOfOneDocumentCountForLessThanTenDocuments() {
    ClusterSums clustered = ClusterSums.NONE;
    for (int i = 0; i < 10; i++) {
      clustered = clustered.plus(i < 7 ? ClusterSums.of(10, 0, 0) : ClusterSums.of(0, 0, 10));
    }
    SatisfactionIndex byDocument = SatisfactionIndex.of(clustered);
    SatisfactionIndex byMention = SatisfactionIndex.of(single(70, 0, 30));
    assertThat(byDocument.value()).isEqualTo(byMention.value());
    assertThat(byDocument.high() - byDocument.low())
        .isGreaterThan(2.5 * (byMention.high() - byMention.low()));
  }

  @Test
  void tooFewMentionsOrTooFewDocumentsAreNotEnough() {
    assertThat(SatisfactionIndex.enough(single(9, 0, 0))).isFalse();
    assertThat(SatisfactionIndex.enough(ClusterSums.of(40, 0, 0))).isFalse();
    assertThat(SatisfactionIndex.enough(single(5, 2, 3))).isTrue();
    assertThatThrownBy(() -> SatisfactionIndex.of(ClusterSums.NONE))
        .hasMessage("a cell without mentions has no index");
  }

  @ParameterizedTest(name = "{0} documents with up to {1} mentions, share of positive {2}")
  @CsvSource({"30,1,0.5", "100,1,0.8", "400,1,0.95", "100,4,0.7", "60,10,0.7", "200,10,0.85"})
  void theIntervalCoversTheTruthInNineteenOfTwentyCorpora(int documents, int most, double share) {
    SplittableRandom random = new SplittableRandom(20261122);
    int runs = 4000;
    int covered = 0;
    for (int run = 0; run < runs; run++) {
      SatisfactionIndex index = SatisfactionIndex.of(corpus(random, documents, most, share));
      covered += index.low() <= 100 * share && 100 * share <= index.high() ? 1 : 0;
    }
    assertThat((double) covered / runs).isBetween(0.93, 0.975);
  }

  /** Documents whose mentions agree: each is wholly of one mind with probability one half. */
  private static ClusterSums corpus(
      SplittableRandom random, int documents, int most, double share) {
    ClusterSums sums = ClusterSums.NONE;
    for (int d = 0; d < documents; d++) {
      int m = 1 + random.nextInt(most);
      boolean together = random.nextBoolean();
      boolean mind = random.nextDouble() < share;
      int positive = 0;
      for (int i = 0; i < m; i++) {
        positive += (together ? mind : random.nextDouble() < share) ? 1 : 0;
      }
      sums = sums.plus(ClusterSums.of(positive, 0, m - positive));
    }
    return sums;
  }

  private static ClusterSums single(int positive, int neutral, int negative) {
    ClusterSums sums = ClusterSums.NONE;
    for (int i = 0; i < positive + neutral + negative; i++) {
      sums =
          sums.plus(
              ClusterSums.of(
                  i < positive ? 1 : 0,
                  i >= positive && i < positive + neutral ? 1 : 0,
                  i >= positive + neutral ? 1 : 0));
    }
    return sums;
  }
}
