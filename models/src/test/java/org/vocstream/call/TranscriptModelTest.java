package org.vocstream.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vocstream.feedback.Speaker;
import org.vocstream.scoring.ModelFolder;
import org.vocstream.segment.HanLpSegmenter;
import org.vocstream.segment.SegmentedText;
import org.vocstream.segment.Segmenter;
import org.vocstream.text.PreparedText;
import org.vocstream.text.TextPreparer;

class TranscriptModelTest {
  private static final TextPreparer PREPARER = new TextPreparer();
  private static final Segmenter SEGMENTER = new HanLpSegmenter();
  private static final TranscriptModel MODEL =
      new TranscriptModel(ModelFolder.bundled().model("transcript-satisfaction-zh"));

  @Test
  void thanksAtTheEndAreBetterThanAngerAtTheEnd() {
    ReadTurn question = customer("我的宽带又断了，怎么回事", -0.4);
    double thanks = MODEL.score(List.of(question, customer("已经好了，谢谢你们", 0.8)));
    double anger = MODEL.score(List.of(question, customer("还是不行，太让人失望了", -0.8)));

    assertThat(thanks).isPositive().isGreaterThan(anger + 0.3);
    assertThat(anger).isNegative();
  }

  @Test
  void whomTheCustomerCallsDoesNotCount() {
    double one = MODEL.score(List.of(customer("@青禾客服 你们的网怎么这么慢", -0.5)));
    double other = MODEL.score(List.of(customer("@露白官方小助手 你们的网怎么这么慢", -0.5)));

    assertThat(one).isEqualTo(other);
  }

  @Test
  void theEvidenceIsWordsOfTheStoredText() {
    List<ReadTurn> turns =
        List.of(
            customer("網路太慢了！！我要投訴", -0.8),
            new ReadTurn(Speaker.AGENT, read("非常抱歉，祝您生活愉快"), null),
            customer("解决了，謝謝", 0.7));

    List<SatisfactionEvidence> evidence = MODEL.evidence(turns);

    assertThat(evidence).isNotEmpty();
    List<String> good = new ArrayList<>();
    for (SatisfactionEvidence span : evidence) {
      assertThat(span.turn()).isNotEqualTo(1);
      String words =
          turns.get(span.turn()).text().text().stored().substring(span.start(), span.end());
      assertThat(words).isNotBlank();
      if (span.contribution() > 0) {
        good.add(words);
      }
    }
    assertThat(good).anyMatch(words -> words.contains("謝謝"));
  }

  @Test
  void fiveThousandTurnsAreScored() {
    List<ReadTurn> turns = new ArrayList<>();
    for (int i = 0; i < 5_000; i++) {
      turns.add(customer("第" + i + "次说了，还是没有人处理", -0.5));
    }

    assertThat(MODEL.score(turns)).isBetween(-1.0, 1.0);
    assertThat(MODEL.evidence(turns)).hasSizeLessThanOrEqualTo(5);
  }

  private static ReadTurn customer(String said, double satisfaction) {
    return new ReadTurn(Speaker.CUSTOMER, read(said), satisfaction);
  }

  private static SegmentedText read(String said) {
    PreparedText text = PREPARER.prepare(said);
    return new SegmentedText(text, SEGMENTER.segment(text.folded()));
  }
}
