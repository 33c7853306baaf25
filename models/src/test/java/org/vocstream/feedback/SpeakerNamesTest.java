package org.vocstream.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SpeakerNamesTest {
  private static final SpeakerNames NAMES = SpeakerNames.bundled();

  @ParameterizedTest
  @EnumSource(Speaker.class)
  void theNamesMeanWhatTheirExamplesShow(Speaker speaker) {
    for (String example : NAMES.examples(speaker)) {
      assertThat(NAMES.of(example)).as(example).contains(speaker);
    }
    for (String other : NAMES.counterExamples(speaker)) {
      assertThat(NAMES.of(other).orElse(null)).as(other).isNotEqualTo(speaker);
    }
  }

  @Test
  void aLabelMayHoldMore() {
    assertThat(NAMES.within("客服小王")).contains(Speaker.AGENT);
    assertThat(NAMES.within("客户经理张")).contains(Speaker.AGENT);
    assertThat(NAMES.within("Agent Mary (2)")).contains(Speaker.AGENT);
    assertThat(NAMES.within("VIP客户")).contains(Speaker.CUSTOMER);
    assertThat(NAMES.within("Reply")).isEmpty();
    assertThat(NAMES.within("SPEAKER_00")).isEmpty();
  }
}
