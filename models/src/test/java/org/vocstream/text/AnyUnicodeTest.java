package org.vocstream.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vocstream.text.FoldedAssert.assertThatFolding;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.vocstream.segment.HanLpSegmenter;
import org.vocstream.segment.Token;

/** What must hold for any text at all, lone surrogates included. */
class AnyUnicodeTest {
  private static final PiiMask MASK = new PiiMask();
  private static final HanLpSegmenter SEGMENTER = new HanLpSegmenter(List.of("问界", "iphone 15"));
  private static final List<String> PLANTED =
      List.of(
          "13800138000",
          "138 0013 8000",
          "１３８００１３８０００",
          "幺三八零零幺三八零零零",
          "11010519491231002X",
          "6222020200112230",
          "li.lei@example.com",
          "沪A·8K291");

  /** Pieces that meet in real feeds, mixed with any UTF-16 unit. */
  @Provide
  Arbitrary<String> texts() {
    Arbitrary<String> pieces =
        Arbitraries.of(
            "物流很快",
            "這個",
            "，",
            "。。。",
            "！！！！",
            "哈哈哈哈哈",
            "good ",
            "But ",
            " ",
            "\n",
            "<br>",
            "&nbsp;",
            "&#128077;",
            "&",
            "<b",
            "👍🏽",
            "👨‍👩‍👧",
            "1️⃣",
            "[doge]",
            "[",
            "\ud83d",
            "\udc4d",
            "\u200d",
            "\ufe0f",
            "\u200b",
            "138",
            "0013",
            "8000",
            "1",
            "-",
            "幺",
            "三八",
            "嗯",
            "沪",
            "A",
            "@",
            "qq.com",
            "订单号",
            "-----",
            "~~",
            "...",
            "Ａ",
            "İ",
            "~",
            "问",
            "界",
            "iphone 15",
            "86",
            "+",
            "0",
            "不过",
            "但",
            "电话");
    Arbitrary<String> units = Arbitraries.chars().map(String::valueOf);
    return Arbitraries.frequencyOf(
            net.jqwik.api.Tuple.of(4, pieces), net.jqwik.api.Tuple.of(1, units))
        .list()
        .ofMaxSize(40)
        .map(list -> String.join("", list));
  }

  @Property(tries = 2000, seed = "20261122", edgeCases = EdgeCasesMode.NONE)
  void foldingKeepsSoundOffsets(@ForAll("texts") String text) {
    assertThatFolding(text).hasSoundOffsets();
  }

  @Property(tries = 2000, seed = "20261122", edgeCases = EdgeCasesMode.NONE)
  void maskingKeepsTheLengthAndIsDoneAtOnce(@ForAll("texts") String text) {
    String masked = MASK.mask(text);
    assertThat(masked).hasSameSizeAs(text);
    assertThat(MASK.mask(masked)).isEqualTo(masked);
    for (int i = 0; i < text.length(); i++) {
      assertThat(masked.charAt(i)).isIn(text.charAt(i), '*');
    }
  }

  @Property(tries = 2000, seed = "20261122", edgeCases = EdgeCasesMode.NONE)
  void plantedDataNeverSurvives(
      @ForAll("texts") String before,
      @ForAll("planted") String planted,
      @ForAll("texts") String after) {
    // A word that announces an order and a digit that lengthens a number are the exceptions.
    String text = before.replace("订单号", "") + "，我的：" + planted + "；" + after;
    assertThat(MASK.mask(text)).doesNotContain(planted);
  }

  @Provide
  Arbitrary<String> planted() {
    return Arbitraries.of(PLANTED);
  }

  @Property(tries = 2000, seed = "20261122", edgeCases = EdgeCasesMode.NONE)
  void clausesAreInOrderAndBeginAndEndWithWords(@ForAll("texts") String text) {
    String folded = new Folding().fold(text.substring(0, Math.min(60, text.length()))).text();
    for (List<Span> spans : List.of(Clauses.of(folded), Clauses.sentences(folded))) {
      int last = 0;
      for (Span span : spans) {
        assertThat(span.start()).isGreaterThanOrEqualTo(last);
        assertThat(span.of(folded)).isNotBlank().isEqualTo(span.of(folded).strip());
        last = span.end();
      }
    }
  }

  @Property(tries = 2000, seed = "20261122", edgeCases = EdgeCasesMode.NONE)
  void tokensCoverEverythingButWhiteSpace(@ForAll("texts") String text) {
    StringBuilder rest = new StringBuilder(text);
    int last = 0;
    for (Token token : SEGMENTER.segment(text)) {
      assertThat(token.start()).isGreaterThanOrEqualTo(last);
      assertThat(token.text()).isNotEmpty().isEqualTo(text.substring(token.start(), token.end()));
      assertThat(token.nature()).isNotNull();
      for (int i = token.start(); i < token.end(); i++) {
        rest.setCharAt(i, ' ');
      }
      last = token.end();
    }
    assertThat(rest.chars().allMatch(c -> Character.isWhitespace(c) || Character.isSpaceChar(c)))
        .isTrue();
  }

  @Property(tries = 1000, seed = "20261122", edgeCases = EdgeCasesMode.NONE)
  void preparingNeverFails(@ForAll("texts") String text) {
    assertThat(new LanguageDetector().detect(text)).isNotNull();
  }
}
