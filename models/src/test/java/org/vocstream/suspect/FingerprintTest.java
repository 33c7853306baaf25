package org.vocstream.suspect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FingerprintTest {
  private static final BareText BARE = new BareText();
  private static final String LEAK = "买了三瓶身体乳，三瓶泵头全漏，箱子底都泡烂了，客服让我自己擦干净再用，避雷";

  @ParameterizedTest
  @CsvSource({
    // The same, written otherwise.
    "买了三瓶身体乳，三瓶泵头全漏，箱子底都泡烂了，客服让我自己擦干净再用，避雷！！😡",
    "買了三瓶身體乳 三瓶泵頭全漏 箱子底都泡爛了 客服讓我自己擦乾淨再用 避雷",
    "转发微博//@小满:买了三瓶身体乳，三瓶泵头全漏，箱子底都泡烂了，客服让我自己擦干净再用，避雷",
    // With a few words put in, taken out or changed.
    "我买了三瓶身体乳，三瓶泵头全漏，箱子底都泡烂了，客服让我自己擦干净再用，避雷",
    "买了三瓶身体乳，三瓶泵头全漏，箱子底都泡烂了，客服让我自己擦干净再用",
    "买了两瓶身体乳，三瓶泵头全漏，箱子底都泡烂了，客服让我自己擦干净再用，避雷"
  })
  void aNearCopyIsAlikeAndMeetsTheOriginal(String copy) {
    Fingerprint one = Fingerprint.of(BARE.of(LEAK));
    Fingerprint other = Fingerprint.of(BARE.of(copy));
    assertThat(Fingerprint.similarity(one.signature(), other.signature()))
        .isGreaterThanOrEqualTo(Fingerprint.ALIKE);
    assertThat(one.bands()).containsAnyElementsOf(other.bands());
  }

  @ParameterizedTest
  @CsvSource({
    "我买的两瓶身体乳也漏了，泵头按不动，箱子湿了一角，客服很快给补发了",
    "身体乳泵头漏液，三瓶里有一瓶是坏的，找客服退了款，下次不买了",
    "买了三瓶身体乳，一直用这个牌子，味道好闻，吸收也快，会回购的"
  })
  void theSameThingInOnesOwnWordsIsNot(String other) {
    assertThat(
            Fingerprint.similarity(
                Fingerprint.of(BARE.of(LEAK)).signature(),
                Fingerprint.of(BARE.of(other)).signature()))
        .isLessThan(0.5);
  }

  @ParameterizedTest
  @CsvSource({"很好", "不错，物流快", "质量很好，还会再买", "very good quality, I love it", "👍👍👍"})
  void whatManyPeopleWriteHasNone(String text) {
    assertThat(Fingerprint.of(BARE.of(text))).isNull();
  }

  /** 600 pairs of random texts of 120 characters, of which the last part of one is another's. */
  @Test
  void theEstimateIsRightOnAverageAndMissesNoMoreThanItSays() {
    SplittableRandom random = new SplittableRandom(7);
    int met = 0;
    int alike = 0;
    double error = 0;
    double squares = 0;
    for (int i = 0; i < 600; i++) {
      String one = text(random, 120);
      String other = one.substring(0, 108) + text(random, 12);
      double exact = jaccard(one, other);
      Fingerprint a = Fingerprint.of(one);
      Fingerprint b = Fingerprint.of(other);
      double miss = Fingerprint.similarity(a.signature(), b.signature()) - exact;
      error += miss / 600;
      squares += miss * miss / 600;
      if (exact >= 0.78) {
        alike++;
        met += b.bands().stream().anyMatch(a.bands()::contains) ? 1 : 0;
      }
    }
    assertThat(error).isCloseTo(0, within(0.006));
    assertThat(Math.sqrt(squares)).isLessThan(0.06);
    assertThat(alike).isGreaterThan(500);
    // 1 - (1 - 0.8^3)^5 = 0.97
    assertThat((double) met / alike).isCloseTo(0.97, within(0.02));
  }

  private static String text(SplittableRandom random, int length) {
    StringBuilder text = new StringBuilder(length);
    for (int i = 0; i < length; i++) {
      text.append((char) random.nextInt('一', '龥'));
    }
    return text.toString();
  }

  private static double jaccard(String one, String other) {
    Set<String> both = shingles(one);
    Set<String> all = shingles(other);
    int others = all.size();
    int own = both.size();
    all.addAll(both);
    return (own + others - all.size()) / (double) all.size();
  }

  private static Set<String> shingles(String text) {
    Set<String> shingles = new HashSet<>();
    for (int i = 0; i + 3 <= text.length(); i++) {
      shingles.add(text.substring(i, i + 3));
    }
    return shingles;
  }
}
