package org.vocstream.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vocstream.segment.HanLpSegmenter;

/**
 * A hundred thousand characters of anything are done within a second. Counted is the processor time
 * of the thread, so that a busy machine does not fail it; work that grows with the square of the
 * length would take minutes.
 */
class LongTextTest {
  private static final int LENGTH = 100_000;
  private static final Duration LIMIT = Duration.ofSeconds(5);
  private static final PiiMask MASK = new PiiMask();
  private static final TextPreparer PREPARER = new TextPreparer();
  private static final HanLpSegmenter SEGMENTER = new HanLpSegmenter();

  @BeforeAll
  static void loadDictionaries() {
    work("好");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1",
        "1 ",
        "13800138000 ",
        "0",
        "0 ",
        "00 ",
        "+1234567",
        "138，",
        "幺三八，嗯",
        "一",
        "a@",
        "@",
        "沪A·8K2",
        "沪A ",
        "<b ",
        "<b class=",
        "&#",
        "<!--",
        "&amp;",
        "[",
        "[doge",
        "😊",
        "\u200d",
        "👍\u200d",
        "…",
        ".\u200b",
        "-",
        "- ",
        "哈",
        "物流很快",
        "好但",
        "不过",
        "a",
        "a ",
        "iphone",
        "\ud83d",
        "62220202 ",
        "订单号1",
        "6222 ",
        "110105 19491231 002",
        "4 1 1 1",
        "1\ufe0f",
        "\ufe0f",
        "～",
        "\n",
        "嗯",
        "我",
        "没有",
        "那个",
        "质量太慢了",
        "the the ",
        "and it came fast ",
        "_",
        "double ",
        "one ",
        "oh, uh, "
      })
  void staysLinear(String piece) {
    String text = piece.repeat(LENGTH / piece.length());
    long start = processorNanos();
    work(text);
    assertThat(Duration.ofNanos(processorNanos() - start)).isLessThan(LIMIT);
  }

  private static long processorNanos() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static void work(String text) {
    MASK.mask(text);
    String folded = PREPARER.prepare(text).folded();
    Clauses.of(folded);
    Clauses.of(PREPARER.prepareSpoken(text).folded());
    Clauses.of(text);
    Clauses.sentences(text);
    SEGMENTER.segment(text);
    new LanguageDetector().detect(text);
  }
}
