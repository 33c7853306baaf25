package org.vocstream.opinion;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every entry of lexicons/negation.yaml proves itself. */
class NegationTest {
  private static final Negation NEGATION = Negation.bundled();

  static Stream<Arguments> sentences() {
    List<Arguments> sentences = new ArrayList<>();
    for (Map<?, ?> entry : Negation.entries()) {
      boolean turns = (Boolean) entry.get("turns");
      for (Object sentence : (List<?>) entry.get("examples")) {
        sentences.add(Arguments.of(entry.get("code"), sentence, turns));
      }
      for (Object sentence : (List<?>) entry.get("counter_examples")) {
        sentences.add(Arguments.of(entry.get("code"), sentence, !turns));
      }
    }
    return sentences.stream();
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("sentences")
  void everySentenceTurnsItsCueAsTheEntrySays(String code, String marked, boolean turned) {
    int cue = marked.indexOf('[');
    String text = marked.replace("[", "").replace("]", "");
    assertThat(NEGATION.turns(text, 0, cue)).as("%s: %s", code, marked).isEqualTo(turned);
  }

  @Test
  void everyEntryHasExamplesOfBothKinds() {
    for (Map<?, ?> entry : Negation.entries()) {
      assertThat((List<?>) entry.get("examples")).as("%s", entry.get("code")).hasSizeGreaterThan(1);
      assertThat((List<?>) entry.get("counter_examples"))
          .as("%s", entry.get("code"))
          .hasSizeGreaterThan(1);
    }
  }
}
