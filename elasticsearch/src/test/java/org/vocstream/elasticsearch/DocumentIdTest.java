package org.vocstream.elasticsearch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DocumentIdTest {
  @Test
  void aKeyOfUpTo400BytesIsItsOwnId() {
    assertThat(DocumentId.feedback("taobao/r1")).isEqualTo("taobao/r1");
    assertThat(DocumentId.feedback("a".repeat(400))).isEqualTo("a".repeat(400));
  }

  @Test
  void aLongerKeyIsHashed() {
    // printf 'a%.0s' $(seq 401) | sha256sum
    assertThat(DocumentId.feedback("a".repeat(401)))
        .isEqualTo("15284784611353b6efe63673dceed62633e84e51cfcd65b0c0bcff9794d9c09f");
    assertThat(DocumentId.feedback("慢".repeat(134))).matches("[0-9a-f]{64}");
    assertThat(DocumentId.feedback("慢".repeat(133))).isEqualTo("慢".repeat(133));
  }

  @Test
  void aMentionIsNumberedWithinItsFeedback() {
    assertThat(DocumentId.mention("taobao/r1", 2)).isEqualTo("taobao/r1#2");
  }

  @Test
  void aDeadLetterIsKnownByOriginAndStage() {
    // printf 'reviews.jsonl:17\nenvelope' | sha256sum
    assertThat(DocumentId.deadLetter("reviews.jsonl:17", "envelope"))
        .isEqualTo("869c16ebcc3388d59dcc37778d32f38f66e650c926f9162a56d03b818965e75e");
    assertThat(DocumentId.deadLetter("reviews.jsonl:17", "index"))
        .isNotEqualTo(DocumentId.deadLetter("reviews.jsonl:17", "envelope"));
  }

  @Test
  void aLoneSurrogateHasAnIdToo() {
    assertThat(DocumentId.feedback("x/\uD83D")).isEqualTo("x/\uFFFD");
  }
}
