package org.vocstream.sentiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.vocstream.linear.Features;
import org.vocstream.segment.Token;

class ValenceTest {
  private static final Valence VALENCE = Valence.bundled();

  static Stream<Arguments> sentences() {
    return Lexicon.bundled(Valence.FILE).entries().stream()
        .flatMap(
            entry ->
                Stream.concat(
                    entry.examples().stream().map(s -> Arguments.of(entry, s, true)),
                    entry.counterExamples().stream().map(s -> Arguments.of(entry, s, false))));
  }

  @ParameterizedTest(name = "{1}: {2}")
  @MethodSource("sentences")
  void aWordOfTheLexiconStandsWhereItIsMarked(Lexicon.Entry entry, String sentence, boolean holds) {
    List<String> marked =
        Stream.of(sentence.split(" ", -1))
            .filter(w -> w.startsWith("["))
            .map(w -> w.substring(1, w.length() - 1))
            .toList();
    List<String> words = List.of(sentence.replaceAll("[\\[\\]]", "").split(" ", -1));
    if (holds) {
      assertThat(marked).isNotEmpty();
      assertThat(entry.terms()).containsAll(marked);
    } else {
      assertThat(entry.terms()).doesNotContainAnyElementsOf(words);
    }
  }

  @Test
  void aDenialTurnsAWordRoundAndMakesItWeaker() {
    assertThat(last("it was wonderful")).isEqualTo(2);
    assertThat(last("it was not really wonderful")).isEqualTo(-1);
    assertThat(last("never rude")).isEqualTo(1);
  }

  @Test
  void aDenialReachesNoFartherThanItsClause() {
    assertThat(last("not today , wonderful")).isEqualTo(2);
    assertThat(last("not cheap but wonderful")).isEqualTo(2);
    assertThat(last("not what i would have called wonderful")).isEqualTo(2);
  }

  @Test
  void aWordThatIsNotInTheLexiconTellsNothing() {
    assertThat(last("the waiter")).isZero();
    assertThat(last("we did not")).isZero();
  }

  @Test
  void textsThatTellTheSameHaveTheSameFeatures() {
    assertThat(features("a gorgeous view")).isEqualTo(features("the superb soup"));
    assertThat(features("a gorgeous view")).isNotEqualTo(features("a dreadful view"));
  }

  private static int last(String text) {
    List<Token> tokens = tokens(text);
    return VALENCE.of(tokens, tokens.size() - 1);
  }

  private static List<Integer> features(String text) {
    Features features = new Features();
    VALENCE.add(tokens(text), features);
    return Arrays.stream(features.distinct()).boxed().toList();
  }

  private static List<Token> tokens(String text) {
    List<Token> tokens = new ArrayList<>();
    int at = 0;
    for (String word : text.split(" ", -1)) {
      tokens.add(new Token(word, at, at + word.length(), "nx"));
      at += word.length() + 1;
    }
    return tokens;
  }
}
