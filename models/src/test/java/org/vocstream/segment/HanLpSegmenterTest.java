package org.vocstream.segment;

import static org.assertj.core.api.Assertions.assertThat;

import com.hankcs.hanlp.dictionary.CustomDictionary;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HanLpSegmenterTest {
  private static final HanLpSegmenter SEGMENTER =
      new HanLpSegmenter(
          List.of("小鹏", "大众", "问界", "iphone 15 pro", "理想汽车", "5g", "4s店", "c++", "物流速度", " "));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "物流速度很快 | 物流速度 很 快",
        "客服态度不好,性价比高 | 客服 态度 不 好 , 性价比 高",
        "买了小鹏和问界 | 买 了 小鹏 和 问界",
        "访问界面很大众化 | 访问 界面 很 大众化",
        "iphone 15 pro很好 | iphone 15 pro 很 好",
        "去4s店修了理想汽车 | 去 4s店 修 了 理想汽车",
        "花了1,299.00元,5g信号好 | 花 了 1,299.00 元 , 5g 信号 好",
        "喜欢👍🏽👨‍👩‍👧1️⃣[doge]! | 喜欢 👍🏽 👨‍👩‍👧 1️⃣ [doge] !",
        "i don't like wi-fi 6e. | i don't like wi-fi 6e .",
        "c++书 | c++ 书",
      })
  void cuts(String text, String words) {
    assertThat(String.join(" ", SEGMENTER.segment(text).stream().map(Token::text).toList()))
        .isEqualTo(words);
  }

  @Test
  void tagsWords() {
    assertThat(SEGMENTER.segment("问界手机漂亮👍!"))
        .extracting(Token::nature)
        .containsExactly("nz", "n", "a", "x", "w");
  }

  @Test
  void leavesTheSharedDictionaryAlone() {
    assertThat(CustomDictionary.contains("问界")).isFalse();
    CustomDictionary.insert("很快发货", "nz 1024");
    try {
      assertThat(new HanLpSegmenter().segment("很快发货")).hasSizeGreaterThan(1);
    } finally {
      CustomDictionary.remove("很快发货");
    }
  }

  @Test
  void fourThreadsGiveWhatOneGives() throws InterruptedException, ExecutionException {
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      texts.add("第" + i + "次购买,问界物流速度很快,客服态度不好,性价比高,下次还会再来👍" + "好".repeat(i));
    }
    List<List<Token>> alone = texts.stream().map(SEGMENTER::segment).toList();
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      List<Future<List<List<Token>>>> together = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        together.add(threads.submit(() -> texts.stream().map(SEGMENTER::segment).toList()));
      }
      for (Future<List<List<Token>>> one : together) {
        assertThat(one.get()).isEqualTo(alone);
      }
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void aLongTextWithoutStopsKeepsItsWords() {
    String sentence = "物流速度很快客服态度也不错";
    List<Token> tokens = SEGMENTER.segment(sentence.repeat(8000));
    assertThat(tokens).hasSize(SEGMENTER.segment(sentence).size() * 8000);
  }
}
