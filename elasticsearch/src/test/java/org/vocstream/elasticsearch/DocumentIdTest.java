package org.vocstream.elasticsearch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.vocstream.feedback.DeadLetter;

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
  void aDeadLetterIsKnownByOriginStageAndRecord() {
    // printf 'reviews.jsonl:17\nenvelope\n{}' | sha256sum
    String id = DocumentId.deadLetter(letter("envelope", "{}"));
    assertThat(id).isEqualTo("c4913d44f82bbb7685d28f5adba91855d37c5688afbba5062596b570a92173c6");
    assertThat(DocumentId.deadLetter(letter("index", "{}"))).isNotEqualTo(id);
    assertThat(DocumentId.deadLetter(letter("envelope", "[]"))).isNotEqualTo(id);
  }

  private static DeadLetter letter(String stage, String raw) {
    return new DeadLetter("reviews.jsonl:17", stage, null, "why", raw);
  }

  @Test
  void aLoneSurrogateHasAnIdToo() {
    assertThat(DocumentId.feedback("x/\uD83D")).isEqualTo("x/\uFFFD");
  }
}
