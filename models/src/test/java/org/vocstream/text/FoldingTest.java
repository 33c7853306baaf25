package org.vocstream.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vocstream.text.FoldedAssert.assertThatFolding;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FoldingTest {
  private final Folding folding = new Folding();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "這個手機質量非常好，物流也很快，客服態度親切 | 这个手机质量非常好,物流也很快,客服态度亲切",
        "穿著舒服，拿著也輕 | 穿着舒服,拿着也轻",
        "著名品牌，效果顯著 | 著名品牌,效果显著",
        "面霜太乾了，瞭解後再買 | 面霜太干了,了解后再买",
        "乾隆年間的款式 | 乾隆年间的款式",
        "裡面的麵條後來發黴 | 里面的面条后来发霉",
        "甚麼都沒有，藉口一堆 | 什么都没有,借口一堆",
        "妳說祂壞嗎 | 你说他坏吗",
        "ＩＰＨＯＮＥ１５　Ｐｒｏ！ | iphone15 pro!",
        "太差了！！！！！！ | 太差了!!",
        "怎么回事？？？？ | 怎么回事??",
        "好吧。。。。算了...... | 好吧…算了…",
        "还行。。下次再来 | 还行。。下次再来",
        "哈哈哈哈哈哈笑死 | 哈哈哈笑死",
        "一共10000000元，单号88888888 | 一共10000000元,单号88888888",
        "好~~~~~快～～～ | 好~快~",
        "物流快■■■□□包装好 | 物流快 包装好",
        "-----差评===== | 差评",
        "wi-fi 和 c++ 都好 | wi-fi 和 c++ 都好",
        "物\u200b流\ufeff快\u00ad | 物流快",
        "Great   phone\t\tand  Fast | great phone and fast",
        "it’s “good” | it's \"good\"",
        "好用👍👍👍👍👍👍 | 好用👍👍👍",
        "一家👨‍👩‍👧都喜欢❤️ | 一家👨‍👩‍👧都喜欢❤️",
        "1️⃣快 2️⃣好 | 1️⃣快 2️⃣好",
        "★★★★★好评 | ★★★好评",
      })
  void reads(String stored, String folded) {
    assertThatFolding(stored).reads(folded);
  }

  @Test
  void takesMarkupOut() {
    assertThatFolding("质量<b>很好</b>&nbsp;&amp;&#20320;&#x597D;&hellip;").reads("质量很好 &你好…");
    assertThatFolding("第一行<br/>第二行</p>第三行").reads("第一行\n第二行\n第三行");
    assertThatFolding("<a href=\"x\">链接</a><!-- 注 -->好").reads("链接好");
    assertThatFolding("价格<500，a<b and c>d，AT&T;").reads("价格<500,a<b and c>d,at&t;");
    assertThatFolding("&#99999999; &#0; &bogus;").reads("&#99999999; &bogus;");
  }

  @Test
  void keepsLinesApart() {
    assertThatFolding("  物流快 \r\n\r\n 包装好\n").reads("物流快\n包装好");
  }

  @Test
  void dropsWhatCannotBeRead() {
    assertThatFolding("好\ud83d的\udc00\ue000\u0007东西\ufffd").reads("好的东西");
    assertThatFolding("\ud83d").reads("");
    assertThatFolding("").reads("");
  }

  @Test
  void evidenceIsFoundInTheOriginal() {
    String stored = "<p>發貨&nbsp;&nbsp;速度★挺快！！！！</p>哈哈哈哈哈哈";
    assertThatFolding(stored).part("发货 速度").comesFrom("發貨&nbsp;&nbsp;速度");
    assertThatFolding(stored).part("挺快!!").comesFrom("挺快！！！！");
    assertThatFolding(stored).part("哈哈哈").comesFrom("哈哈哈哈哈哈");
    assertThatFolding("物\u200b流👍👍👍👍👍快").part("物流👍👍👍").comesFrom("物\u200b流👍👍👍👍👍");
  }

  @Test
  void doesNotDependOnTheLocale() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("tr"));
      assertThat(folding.fold("IPHONE İ").text()).isEqualTo("iphone i");
    } finally {
      Locale.setDefault(before);
    }
  }
}
