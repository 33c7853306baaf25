package org.vocstream.sentiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vocstream.text.Folding;

/** Every entry of the lexicons proves itself on its examples and counter-examples. */
class LexiconTest {
  private static final Negation NEGATION = Negation.bundled();
  private static final Degree DEGREE = Degree.bundled();
  private static final Folding FOLDING = new Folding();

  /** A sentence with a span in brackets, which may hold brackets itself: {@code [[doge]]}. */
  private record Marked(String text, int start, int end) {
    static Marked of(String sentence) {
      int open = sentence.indexOf('[');
      int close = sentence.lastIndexOf(']');
      return open < 0
          ? new Marked(sentence, -1, -1)
          : new Marked(
              sentence.substring(0, open)
                  + sentence.substring(open + 1, close)
                  + sentence.substring(close + 1),
              open,
              close - 1);
    }

    String span() {
      return text.substring(start, end);
    }
  }

  /** Else {@code scored_by} would stay the same when that lexicon changes. */
  @Test
  void everyLexiconButThoseOfTheDoorHasASayInScores() throws IOException {
    // Personal data and speakers are settled when feedback is taken in, and stored so.
    Set<String> ofTheDoor = Set.of("pii.yaml", "speakers.yaml", "roles.yaml");
    try (Stream<Path> files = Files.list(Path.of("lexicons"))) {
      assertThat(files.map(f -> f.getFileName().toString()).filter(f -> !ofTheDoor.contains(f)))
          .containsExactlyInAnyOrderElementsOf(Lexicon.SCORING);
    }
  }

  private static Stream<Arguments> sentences(String file) {
    return Lexicon.bundled(file).entries().stream()
        .flatMap(
            entry ->
                Stream.concat(
                    entry.examples().stream().map(s -> Arguments.of(file, entry, s, true)),
                    entry.counterExamples().stream()
                        .map(s -> Arguments.of(file, entry, s, false))));
  }

  static Stream<Arguments> denials() {
    return sentences(Negation.FILE);
  }

  static Stream<Arguments> degrees() {
    return Stream.concat(sentences(Degree.FILE), sentences(Degree.CONTRAST));
  }

  static Stream<Arguments> phrases() {
    return Phrase.FILES.stream().flatMap(LexiconTest::sentences);
  }

  @ParameterizedTest(name = "{2}: {3}")
  @MethodSource("denials")
  void aDenialTurnsItsOpinion(String file, Lexicon.Entry entry, String sentence, boolean holds) {
    Marked marked = Marked.of(sentence);
    boolean turns = entry.flag("turns", true) == holds;
    assertThat(NEGATION.turns(marked.text, 0, marked.start))
        .as("%s: %s", entry.code(), sentence)
        .isEqualTo(turns);
  }

  @ParameterizedTest(name = "{2}: {3}")
  @MethodSource("degrees")
  void aDegreeScalesItsOpinion(String file, Lexicon.Entry entry, String sentence, boolean holds) {
    Marked marked = Marked.of(sentence);
    int clause = Math.max(0, marked.text.substring(0, marked.start).lastIndexOf('，') + 1);
    double scale =
        file.equals(Degree.FILE)
            ? DEGREE.before(marked.text, 0, marked.start)
            : DEGREE.contrasted(marked.text, clause, marked.start);
    assertThat(scale == entry.number("scale"))
        .as("%s: %s", entry.code(), sentence)
        .isEqualTo(holds);
  }

  @ParameterizedTest(name = "{2}: {3}")
  @MethodSource("phrases")
  void aPhraseStandsWhereItIsMarked(
      String file, Lexicon.Entry entry, String sentence, boolean holds) {
    Lexicon lexicon = Lexicon.bundled(file);
    String code = Phrase.of(lexicon, entry).code();
    Marked marked = Marked.of(sentence);
    List<String> found =
        new PhraseMatcher(List.of(lexicon))
            .find(marked.text).stream()
                .filter(m -> m.phrase().code().equals(code))
                .map(m -> m.span().of(marked.text))
                .toList();
    if (holds) {
      assertThat(found).as("%s: %s", code, sentence).contains(marked.span());
    } else {
      assertThat(found).as("%s: %s", code, sentence).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "negation.yaml",
        "degree.yaml",
        "contrast.yaml",
        "phrases.yaml",
        "slang.yaml",
        "emoji.yaml",
        "opinion.yaml",
        "valence.yaml",
        "comparison.yaml"
      })
  void everyWordIsWrittenAsTextsAreFolded(String file) {
    Lexicon.bundled(file).entries().stream()
        .flatMap(e -> Stream.concat(e.terms().stream(), e.except().stream()))
        .flatMap(term -> Stream.of(term.split("…")))
        .forEach(term -> assertThat(FOLDING.fold(term).text()).isEqualTo(term));
  }

  @Test
  void whatAgesHasADate() {
    assertThat(List.of("slang.yaml", "emoji.yaml"))
        .allSatisfy(f -> assertThat(Lexicon.bundled(f).asOf()).matches("\\d{4}-\\d\\d-\\d\\d"));
  }
}
