package org.vocstream.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vocstream.statistics.WinLoss.Edge;

/** What is said of touchpoints, of loyalty, and of one brand against another. */
class JourneyTest {

  @Test
  void theEmotionMapGoesAlongTheJourneyAndSaysWhatStandsOut() {
    Map<String, ClusterSums> cells =
        Map.of(
            "delivery", Corpus.single(180, 20, 0),
            "use", Corpus.single(60, 10, 40),
            "aftersales", Corpus.single(20, 0, 80),
            "loyalty", Corpus.single(3, 0, 0));
    ClusterSums whole = cells.values().stream().reduce(ClusterSums.NONE, ClusterSums::plus);
    EmotionMap map =
        EmotionMap.of(
            List.of("purchase", "delivery", "use", "aftersales", "loyalty"), cells, whole);
    assertThat(map.overall().value()).isCloseTo(100 * 278 / 413.0, within(1e-9));
    assertThat(map.stops().stream().map(stop -> stop.mood().label()))
        .containsExactly("样本不足", "高峰", "平稳", "低谷", "样本不足");
    assertThat(map.stops().get(4).index()).isEmpty();
    assertThat(map.stops().get(1).index().orElseThrow().value()).isEqualTo(95);
  }

  @Test
  void theNetPromoterScoreOfTheJavadocHolds() {
    ClusterSums answers = ClusterSums.NONE;
    for (int i = 0; i < 100; i++) {
      int rating = i < 50 ? 9 + i % 2 : i < 80 ? 7 + i % 2 : i % 7;
      answers = answers.plus(NetPromoterScore.answer(rating));
    }
    NetPromoterScore score = NetPromoterScore.of(answers);
    assertThat(score.value()).isEqualTo(30);
    assertThat(score.low()).isCloseTo(13.36, within(0.01));
    assertThat(score.high()).isCloseTo(44.33, within(0.01));
    assertThatThrownBy(() -> NetPromoterScore.answer(11))
        .hasMessage("an answer is 0 to 10, not 11");
  }

  @Test
  void intentionsAreSharesOfThoseWhoSaySo() {
    Map<String, Share> shares = Share.ofEach(Map.of("again", 30L, "recommend", 80L, "leave", 10L));
    Share again = shares.get("again");
    assertThat(again.value()).isEqualTo(0.25);
    assertThat(again.low()).isCloseTo(0.181, within(0.001));
    assertThat(again.high()).isCloseTo(0.334, within(0.001));
    assertThat(Share.ofEach(Map.of("again", 0L))).isEmpty();
    assertThat(Share.of(0, 9).low()).isZero();
    assertThat(Share.of(0, 9).enough()).isFalse();
    assertThatThrownBy(() -> Share.of(3, 2)).hasMessage("there is no share of 3 in 2");
  }

  @Test
  void theMatrixCountsDocumentsNotSentences() {
    List<Edge> edges = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      edges.add(i < 30 ? new Edge("d" + i, "A", "B") : new Edge("d" + i, "B", "A"));
    }
    edges.add(new Edge("d0", "A", "B"));
    edges.add(new Edge("d0", "C", "A"));
    WinLoss matrix = WinLoss.of(edges);
    assertThat(matrix.wins("A", "B")).isEqualTo(30);
    assertThat(matrix.wins("C", "A")).isEqualTo(1);
    assertThat(matrix.wins("C", "B")).isZero();
    Share share = matrix.share("A", "B").orElseThrow();
    assertThat(share.value()).isEqualTo(0.75);
    assertThat(share.low()).isCloseTo(0.598, within(0.001));
    assertThat(share.high()).isCloseTo(0.858, within(0.001));
    assertThat(matrix.share("B", "C")).isEmpty();
  }
}
