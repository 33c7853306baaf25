package org.vocstream.suspect;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BareTextTest {
  private static final BareText BARE = new BareText();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "瓶子漏了！！！ 😡😡[怒] | 瓶子漏了",
        "瓶子漏了，见图 https://example.org/a?b=1 求扩散 | 瓶子漏了见图求扩散",
        "#空瓶记# 瓶子漏了 #身体乳 | 瓶子漏了",
        "瓶子漏了 @青禾客服 快来看 | 瓶子漏了快来看",
        "转发微博//@小满:瓶子漏了 | 瓶子漏了",
        "转//@阿满:[怒]//@小满:瓶子漏了 | 瓶子漏了",
        "我的也是//@阿满:转发微博//@小满:瓶子漏了 | 我的也是瓶子漏了",
        "瓶子漏了//@小满:转发微博 | 瓶子漏了",
        "RT //@lily: The pump LEAKS | thepumpleaks",
        "轉發微博//@小滿：瓶子漏了 | 瓶子漏了",
        "转给朋友，瓶子漏了 | 转给朋友瓶子漏了"
      })
  void onlyWhatWasWrittenCounts(String text, String bare) {
    assertThat(BARE.of(text)).isEqualTo(bare);
  }

  @Test
  void aSentenceRightBehindTheSignIsNoName() {
    assertThat(BARE.of("@青禾你家的身体乳瓶子漏了三瓶全漏了怎么办")).isEqualTo("青禾你家的身体乳瓶子漏了三瓶全漏了怎么办");
  }

  @Test
  void aTextOfMarksOnlyIsEmpty() {
    assertThat(BARE.of("转发微博")).isEmpty();
    assertThat(BARE.of("@小满 😀 #晒单#")).isEmpty();
    assertThat(BARE.of("")).isEmpty();
  }

  @Test
  void threeLettersSayAsMuchAsAChineseCharacter() {
    assertThat(BareText.length("瓶子漏了")).isEqualTo(4);
    assertThat(BareText.length("leaks3")).isEqualTo(2);
  }
}
