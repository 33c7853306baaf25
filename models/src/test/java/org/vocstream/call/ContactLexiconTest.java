package org.vocstream.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.vocstream.feedback.Speaker;
import org.vocstream.sentiment.Lexicon;
import org.vocstream.text.Folding;

/** Every entry of contact.yaml proves itself on its examples and counter-examples. */
class ContactLexiconTest {
  private static final Lexicon LEXICON = Lexicon.bundled(CallWords.FILE);

  static Stream<Arguments> sentences() {
    return LEXICON.entries().stream()
        .flatMap(
            entry ->
                Stream.concat(
                    entry.examples().stream().map(s -> Arguments.of(entry, s, true)),
                    entry.counterExamples().stream().map(s -> Arguments.of(entry, s, false))));
  }

  @ParameterizedTest(name = "{1}")
  @MethodSource("sentences")
  void anEntryStandsWhereItIsMarked(Lexicon.Entry entry, String sentence, boolean holds) {
    String text = sentence.replace("[", "").replace("]", "");
    Speaker by = entry.text("by").equals("agent") ? Speaker.AGENT : Speaker.CUSTOMER;
    List<String> found =
        new CallWords(by)
            .find(text).stream()
                .filter(w -> w.entry().equals(entry.code()))
                .map(w -> w.span().of(text))
                .toList();
    if (holds) {
      String marked = sentence.substring(sentence.indexOf('[') + 1, sentence.indexOf(']'));
      assertThat(found).as("%s: %s", entry.code(), sentence).contains(marked);
    } else {
      assertThat(found).as("%s: %s", entry.code(), sentence).isEmpty();
    }
  }

  @Test
  void everyWordIsWrittenAsTextsAreFolded() {
    Folding folding = new Folding();
    LEXICON.entries().stream()
        .flatMap(e -> Stream.concat(e.terms().stream(), e.except().stream()))
        .forEach(term -> assertThat(folding.fold(term).text()).isEqualTo(term));
  }

  @Test
  void everyExceptPhraseHoldsATermOfItsEntry() {
    for (Lexicon.Entry entry : LEXICON.entries()) {
      assertThat(entry.except())
          .as(entry.code())
          .allMatch(phrase -> entry.terms().stream().anyMatch(phrase::contains));
    }
  }
}
