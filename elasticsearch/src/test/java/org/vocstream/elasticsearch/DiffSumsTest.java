package org.vocstream.elasticsearch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vocstream.elasticsearch.RescoreDiff.CellChange;
import org.vocstream.elasticsearch.RescoreDiff.Example;
import org.vocstream.elasticsearch.RescoreDiff.IndicatorChange;
import org.vocstream.pack.Names;

class DiffSumsTest {
  private final DiffSums sums = new DiffSums(2);

  @Test
  void anOpinionIsTheSameWhereItsEvidenceOverlaps() {
    sums.add("s/1", 1, 1, List.of(mention("price", 1, 0, 6)), List.of(mention("price", 1, 4, 9)));
    sums.add("s/2", 1, 1, List.of(mention("price", 1, 0, 6)), List.of(mention("price", -1, 2, 6)));
    sums.add("s/3", 1, 1, List.of(mention("price", 1, 0, 6)), List.of(mention("price", 1, 6, 9)));
    IndicatorChange price = diff().indicators().get("price");
    assertThat(price.same()).isEqualTo(1);
    assertThat(price.flips()).isEqualTo(Map.of("1>-1", 1L));
    assertThat(price.onlyBefore()).isEqualTo(1);
    assertThat(price.onlyAfter()).isEqualTo(1);
    assertThat(price.changes()).isEqualTo(3);
  }

  @Test
  void anotherIndicatorOnTheSameWordsIsAnotherOpinion() {
    sums.add("s/1", 1, 1, List.of(mention("price", 1, 0, 6)), List.of(mention("effect", 1, 0, 6)));
    assertThat(diff().indicators().get("price").onlyBefore()).isEqualTo(1);
    assertThat(diff().indicators().get("effect").onlyAfter()).isEqualTo(1);
  }

  @Test
  void ofTwoThatOverlapTheLongerOverlapIsTheSameOpinion() {
    StoredMention before = mention("price", 1, 0, 6);
    StoredMention far = mention("price", -1, 5, 12);
    StoredMention near = mention("price", 1, 0, 5);
    sums.add("s/1", 0, 0, List.of(before), List.of(near, far));
    IndicatorChange price = diff().indicators().get("price");
    assertThat(price.same()).isEqualTo(1);
    assertThat(price.examples()).containsExactly(new Example("s/1", null, far));
  }

  @Test
  void sentimentFlipsAreCountedByTheirWay() {
    sums.add("s/1", 1, -1, List.of(), List.of());
    sums.add("s/2", 1, -1, List.of(), List.of());
    sums.add("s/3", null, 0, List.of(), List.of());
    sums.add("s/4", -1, -1, List.of(), List.of());
    assertThat(diff().sentimentFlips()).isEqualTo(Map.of("1>-1", 2L, "none>0", 1L));
  }

  @Test
  void examplesAreTheFirstOfEachKindWhateverTheOrder() {
    for (String id : List.of("s/3", "s/1", "s/2")) {
      sums.add(id, 1, 1, List.of(mention("price", 1, 0, 6)), List.of());
    }
    sums.add("s/9", 1, 1, List.of(), List.of(mention("price", 1, 0, 6)));
    assertThat(diff().indicators().get("price").examples())
        .extracting(e -> e.kind() + " " + e.feedback())
        .containsExactly("gone s/1", "gone s/2", "new s/9");
  }

  @Test
  void theLargestChangeOfAnIndexComesFirstAndTooFewMentionsLast() {
    for (int i = 0; i < 10; i++) {
      sums.add(
          "s/" + i,
          1,
          1,
          List.of(mention("price", 1, 0, 3), mention("effect", 1, 5, 9)),
          List.of(mention("price", i < 5 ? 1 : -1, 0, 3), mention("effect", i < 9 ? 1 : 0, 5, 9)));
    }
    sums.add("s/x", 1, 1, List.of(mention("service", 1, 0, 3)), List.of());
    assertThat(diff().cells())
        .extracting(CellChange::group)
        .containsExactly("price", "effect", "service");
    assertThat(diff().cells().get(0).change()).isCloseTo(-50, within(1e-9));
    assertThat(diff().cells().get(1).change()).isCloseTo(-5, within(1e-9));
    assertThat(diff().cells().get(2).enough()).isFalse();
  }

  @Test
  void feedbackOfOneGenerationAloneIsCounted() {
    sums.add("s/1", 1, 1, List.of(), List.of());
    RescoreDiff diff = sums.diff(3, 2);
    assertThat(diff.feedback()).isEqualTo(1);
    assertThat(diff.onlyBefore()).isEqualTo(2);
    assertThat(diff.onlyAfter()).isEqualTo(1);
  }

  private RescoreDiff diff() {
    return sums.diff(0, 0);
  }

  private static StoredMention mention(String indicator, int polarity, int start, int end) {
    return new StoredMention(
        indicator,
        indicator,
        new Names("价格", "Price"),
        polarity,
        "青禾",
        start,
        end,
        "原文",
        Story.SCORED_BY);
  }
}
