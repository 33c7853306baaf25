package org.vocstream.sentiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.vocstream.text.Span;

class PhrasesTest {
  private static final Phrases PHRASES = Phrases.bundled();
  private static final Polarity UNSURE = new Polarity(0.4, 0.2, 0.4);

  @Test
  void movesTheSideAndNotHowNeutralATextIs() {
    Polarity up = PHRASES.in("收到了👍").ofText(UNSURE);

    assertThat(up.positive()).isGreaterThan(0.6);
    assertThat(up.neutral()).isEqualTo(0.2);
    assertThat(PHRASES.in("收到了👎").ofText(UNSURE).negative()).isGreaterThan(0.6);
    assertThat(PHRASES.in("收到了").ofText(UNSURE)).isEqualTo(UNSURE);
  }

  @Test
  void aDenialTurnsAndADegreeScales() {
    double not = PHRASES.in("包装没有破损").ofText(UNSURE).score();
    double plain = PHRASES.in("质量差").ofText(UNSURE).score();
    double very = PHRASES.in("质量非常差").ofText(UNSURE).score();
    double slightly = PHRASES.in("质量有点差").ofText(UNSURE).score();

    assertThat(not).isPositive();
    assertThat(very).isLessThan(plain);
    assertThat(slightly).isBetween(plain, -0.01);
  }

  @Test
  void whatIsConcededWeighsLess() {
    assertThat(PHRASES.in("虽然有智商税的嫌疑").ofText(UNSURE).score())
        .isGreaterThan(PHRASES.in("确实有智商税的嫌疑").ofText(UNSURE).score());
  }

  @Test
  void aPhraseSaysLessOfALongerText() {
    String rest = "，上周三在楼下的门店里看到就顺手带了一个回来放在书桌左边";
    double brief = PHRASES.in("妥妥的智商税").ofText(UNSURE).score();
    double lengthy = PHRASES.in("妥妥的智商税" + rest).ofText(UNSURE).score();

    assertThat(brief).isLessThan(-0.6);
    assertThat(lengthy).isBetween(-0.2, -0.001);
  }

  @Test
  void aSignConcedesNothing() {
    assertThat(PHRASES.in("都说会到👎").ofText(UNSURE)).isEqualTo(PHRASES.in("昨天会到👎").ofText(UNSURE));
  }

  @Test
  void sharpeningKeepsTheOrder() {
    Polarity surer = new Polarity(0.5, 0.2, 0.3).sharpened(1.5);

    assertThat(surer.positive()).isGreaterThan(0.5);
    assertThat(surer.negative()).isBetween(surer.neutral(), 0.3);
    assertThat(surer.positive() + surer.neutral() + surer.negative()).isCloseTo(1, within(1e-9));
  }

  @Test
  void ironyCountsAgainstPraiseAlone() {
    Polarity praise = new Polarity(0.7, 0.1, 0.2);
    Polarity blame = new Polarity(0.2, 0.1, 0.7);

    assertThat(PHRASES.in("真好[doge]").ofText(praise).score()).isLessThan(praise.score() + 0.2);
    assertThat(PHRASES.in("[doge]").ofText(praise).score()).isLessThan(praise.score());
    assertThat(PHRASES.in("[doge]").ofText(blame)).isEqualTo(blame);
  }

  @Test
  void aSurePhraseOverrulesACue() {
    String text = "没有想象中那么好用，物流很快";
    Said said = PHRASES.in(text);

    assertThat(said.overrules(1, new Span(0, 9))).isTrue();
    assertThat(said.overrules(-1, new Span(0, 9))).isFalse();
    assertThat(said.overrules(1, new Span(10, text.length()))).isFalse();
  }

  @Test
  void noAmountOfWordsAddsWithoutEnd() {
    double many = PHRASES.in("👍❤😊yyds没得说超出预期真香，种草，666").ofText(UNSURE).score();

    // Odds of 1 to 1, times e to the power of 3 at most.
    assertThat(many).isLessThanOrEqualTo(0.8 * Math.tanh(1.5) + 1e-9);
  }

  @Test
  void aLongTextTakesTimeInProportion() {
    String sentence = "物流很快，包装没有破损，就是味道有点刺鼻👍，没有想象中那么好用。";
    time(sentence.repeat(500));
    long once = time(sentence.repeat(500));
    long eight = time(sentence.repeat(4_000));

    assertThat(eight).isLessThan(Math.max(once, 2_000_000) * 40);
  }

  private static long time(String text) {
    long start = System.nanoTime();
    assertThat(PHRASES.in(text).ofText(UNSURE).neutral()).isEqualTo(0.2);
    return System.nanoTime() - start;
  }
}
