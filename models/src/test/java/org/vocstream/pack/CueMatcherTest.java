package org.vocstream.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which words of a text are taken for a cue. */
class CueMatcherTest {

  @Test
  void aTermIsFoundWithItsIndicatorAndPlace() {
    CueMatcher matcher = matcher(indicator("delivery", cue(List.of("发货", "物流"))));
    List<CueMatch> matches = matcher.find("昨天发货,物流慢");
    assertThat(matches).extracting(CueMatch::term).containsExactly("发货", "物流");
    assertThat(matches).extracting(m -> m.span().of("昨天发货,物流慢")).containsExactly("发货", "物流");
    assertThat(matches).extracting(m -> m.indicator().code()).containsOnly("delivery");
  }

  @Test
  void theLongestOfOverlappingMatchesWins() {
    CueMatcher matcher =
        matcher(
            indicator("price", cue(List.of("价"))),
            indicator("price.value", cue(List.of("性价比"))),
            indicator("other", cue(List.of("比赛"))));
    assertThat(found(matcher, "性价比赛高")).containsExactly("price.value 性价比");
    assertThat(found(matcher, "比赛出价")).containsExactly("other 比赛", "price 价");
  }

  @Test
  void ofEquallyLongMatchesTheFirstWins() {
    CueMatcher matcher =
        matcher(indicator("a", cue(List.of("甲乙"))), indicator("b", cue(List.of("乙丙"))));
    assertThat(found(matcher, "甲乙丙")).containsExactly("a 甲乙");
  }

  @Test
  void theSameWordsMayTellOfTwoIndicators() {
    CueMatcher matcher =
        matcher(
            indicator("packaging", cue(List.of("漏"))), indicator("delivery", cue(List.of("漏"))));
    assertThat(found(matcher, "漏了")).containsExactly("packaging 漏", "delivery 漏");
  }

  @Test
  void anExceptPhraseSilencesItsOwnCueOnly() {
    CueMatcher matcher =
        matcher(
            indicator(
                "speed",
                new Cue("speed#1", List.of("快"), List.of("快乐"), null, List.of(), List.of())),
            indicator("mood", cue(List.of("快乐"))));
    assertThat(found(matcher, "快乐又快")).containsExactly("mood 快乐", "speed 快");
  }

  @Test
  void anExceptPhraseSilencesOnlyWhatLiesInsideIt() {
    CueMatcher matcher =
        matcher(
            indicator(
                "speed",
                new Cue("speed#1", List.of("很快"), List.of("很快乐"), null, List.of(), List.of())));
    assertThat(found(matcher, "很快乐")).isEmpty();
    assertThat(found(matcher, "很快很快乐很快")).containsExactly("speed 很快", "speed 很快");
  }

  @Test
  void latinTermsMatchWholeWordsWithAPluralS() {
    CueMatcher matcher = matcher(indicator("price", cue(List.of("price", "ship fast"))));
    assertThat(found(matcher, "price,prices,priceless,overprice,price1,它price高"))
        .containsExactly("price price", "price prices", "price price");
    assertThat(found(matcher, "they ship fast!")).containsExactly("price ship fast");
    assertThat(found(matcher, "pricess")).isEmpty();
  }

  @Test
  void aMixedTermIsWholeAtItsLatinEndOnly() {
    CueMatcher matcher = matcher(indicator("skin", cue(List.of("t区"))));
    assertThat(found(matcher, "我的t区出油")).containsExactly("skin t区");
    assertThat(found(matcher, "part区")).isEmpty();
  }

  @Test
  void aPackWithoutCuesFindsNothing() {
    assertThat(matcher(indicator("price")).find("价格")).isEmpty();
    assertThat(matcher().find("")).isEmpty();
  }

  @Test
  void aLongRepetitiveTextIsReadInLinearTime() {
    CueMatcher matcher =
        matcher(
            indicator(
                "a", new Cue("a#1", List.of("好"), List.of("好好好好"), null, List.of(), List.of())),
            indicator("b", cue(List.of("好"))));
    assertThat(matcher.find("好".repeat(200_000))).hasSize(200_000);
  }

  private static List<String> found(CueMatcher matcher, String text) {
    return matcher.find(text).stream()
        .map(m -> m.indicator().code() + " " + m.span().of(text))
        .toList();
  }

  private static CueMatcher matcher(Indicator... indicators) {
    Names names = new Names("测试", "Test");
    return new CueMatcher(
        new Pack(
            "test",
            "1.0.0",
            names,
            List.of(),
            null,
            List.of(),
            Arrays.asList(indicators),
            List.of()));
  }

  private static Indicator indicator(String code, Cue... cues) {
    List<Cue> own =
        Arrays.stream(cues)
            .map(c -> new Cue(code + c.id(), c.terms(), c.except(), null, List.of(), List.of()))
            .toList();
    return new Indicator(
        code, new Names(code, code), code, "use", Value.BENEFIT_PRODUCT, List.copyOf(own));
  }

  private static Cue cue(List<String> terms) {
    return new Cue("#1", terms, List.of(), null, List.of(), List.of());
  }
}
