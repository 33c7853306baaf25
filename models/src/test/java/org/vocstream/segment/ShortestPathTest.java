package org.vocstream.segment;

import static org.assertj.core.api.Assertions.assertThat;

import com.hankcs.hanlp.dictionary.DynamicCustomDictionary;
import com.hankcs.hanlp.seg.Segment;
import com.hankcs.hanlp.seg.Viterbi.ViterbiSegment;
import com.hankcs.hanlp.seg.common.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShortestPathTest {
  private static final DynamicCustomDictionary SUPPLEMENT = WordList.load();
  private static final Segment HANLP = hanlp().enableCustomDictionary(SUPPLEMENT);
  private static final Segment PLAIN = hanlp().enableCustomDictionary(false);

  private static final ShortestPath PATH = new ShortestPath(HANLP, SUPPLEMENT.dat);
  private static final ShortestPath PLAIN_PATH = new ShortestPath(PLAIN, null);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "好",
        "物流速度很快客服态度也不错",
        // Numerals, which the dictionary lacks, alone, in a word and in a row.
        "六天了还在转运中心打转",
        "正价一百六十九有点肉疼",
        "从二十号等到黄花菜都凉了",
        "〇〇一",
        // Characters that it lacks, of both kinds, at both ends and in a row.
        "擦起來像乳液一樣水潤",
        "龘龘龘",
        "㐀㐁好㐂",
        "丂好龘",
        "去墾丁玩三天沒曬黑",
        // A numeral after characters that it lacks, as a word and as none.
        "我跟绮澜八字不合",
        "澜一個龘一",
        // Names, which it counts as one word.
        "张伟和王芳在北京大学学习"
      })
  void cutsAsHanLpDoes(String text) {
    assertCutsAsHanLpDoes(text);
  }

  @Test
  void cutsAnythingAsHanLpDoes() {
    Random random = new Random(7);
    String usual = "一二三百个的了是不好很快慢用买天东西发货物流客服皮肤面膜手机丂龘㐀";
    for (int i = 0; i < 3_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int length = 1 + random.nextInt(40); length > 0; length--) {
        text.append(
            random.nextInt(4) > 0
                ? usual.charAt(random.nextInt(usual.length()))
                : (char) (0x4E00 + random.nextInt(0x5000)));
      }
      assertCutsAsHanLpDoes(text.toString());
    }
  }

  private static void assertCutsAsHanLpDoes(String text) {
    assertThat(PATH.cut("好" + text + "!", 1, 1 + text.length())).isEqualTo(tokens(HANLP, text));
    assertThat(PLAIN_PATH.cut("好" + text, 1, 1 + text.length())).isEqualTo(tokens(PLAIN, text));
  }

  private static List<Token> tokens(Segment hanlp, String text) {
    List<Token> tokens = new ArrayList<>();
    for (Term term : hanlp.seg(text)) {
      int start = 1 + term.offset;
      tokens.add(
          new Token(term.word, start, start + term.word.length(), String.valueOf(term.nature)));
    }
    return tokens;
  }

  private static Segment hanlp() {
    return new ViterbiSegment()
        .enablePartOfSpeechTagging(false)
        .enableAllNamedEntityRecognize(false)
        .enableOffset(true);
  }
}
