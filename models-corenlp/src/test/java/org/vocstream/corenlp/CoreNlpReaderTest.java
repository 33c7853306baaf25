package org.vocstream.corenlp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vocstream.english.EnglishReader;
import org.vocstream.english.EnglishText;
import org.vocstream.english.EnglishWord;
import org.vocstream.english.WordKind;

/** Words, lemmas and sentences by the real models. */
class CoreNlpReaderTest {
  private static final EnglishReader READER = EnglishReader.find();

  @Test
  void isFoundOnTheClassPath() {
    assertThat(READER).isInstanceOf(CoreNlpReader.class);
    assertThat(READER.id()).isEqualTo("corenlp@4.5.10");
  }

  @Test
  void wordsHaveLemmasKindsAndPlaces() {
    String text = "They keep delaying my flights.";
    assertThat(READER.read(text).words())
        .extracting(EnglishWord::lemma, EnglishWord::kind, w -> text.substring(w.start(), w.end()))
        .containsExactly(
            tuple("they", WordKind.OTHER, "They"),
            tuple("keep", WordKind.VERB, "keep"),
            tuple("delay", WordKind.VERB, "delaying"),
            tuple("my", WordKind.OTHER, "my"),
            tuple("flight", WordKind.NOUN, "flights"),
            tuple(".", WordKind.OTHER, "."));
  }

  @Test
  void anAbbreviationEndsNoSentence() {
    assertThat(sentences("Dr. Lee met us at 9 a.m. at the gate. Nobody else came!"))
        .containsExactly("Dr. Lee met us at 9 a.m. at the gate.", "Nobody else came!");
  }

  @Test
  void aLineFeedEndsASentence() {
    assertThat(sentences("Room was fine\nBreakfast was not"))
        .containsExactly("Room was fine", "Breakfast was not");
  }

  @Test
  void aTermHasTheLemmaOfTheKindThatIsAskedFor() {
    assertThat(READER.lemma("broken", WordKind.VERB)).isEqualTo("break");
    assertThat(READER.lemma("seats", WordKind.NOUN)).isEqualTo("seat");
    assertThat(READER.lemma("rude", WordKind.OTHER)).isEqualTo("rude");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "   \n\n ",
        "?!...",
        "😀😀 👍🏽",
        "the 服务 was 很好 but slow",
        "\uD83D",
        "\u0000\u0007bell",
        "<b>bold</b> &amp; http://example.org/a?b=c",
        "-LRB- odd -RRB- `` quotes ''"
      })
  void anyTextHasWordsInOrderWithinIt(String text) {
    EnglishText read = READER.read(text);
    int end = 0;
    for (EnglishWord word : read.words()) {
      assertThat(word.start()).isGreaterThanOrEqualTo(end);
      assertThat(word.end()).isGreaterThan(word.start()).isLessThanOrEqualTo(text.length());
      end = word.end();
    }
    assertThat(read.sentences().isEmpty()).isEqualTo(read.words().isEmpty());
  }

  @ParameterizedTest
  @ValueSource(strings = {"late again ", "nostop", "late, "})
  void aTextOfAHundredThousandCharactersIsReadToItsEnd(String part) {
    String text = part.repeat(100_000 / part.length());
    List<EnglishWord> words = READER.read(text).words();
    assertThat(words.get(words.size() - 1).end()).isEqualTo(text.strip().length());
  }

  @Test
  void severalThreadsReadTheSame() {
    List<String> texts =
        List.of("My bags were lost.", "The crew smiled.", "Delays, delays.", "Seats broke down.");
    List<EnglishText> one = texts.stream().map(READER::read).toList();
    List<EnglishText> many =
        IntStream.range(0, 400)
            .parallel()
            .mapToObj(i -> READER.read(texts.get(i % texts.size())))
            .toList();
    for (int i = 0; i < many.size(); i++) {
      assertThat(many.get(i)).isEqualTo(one.get(i % one.size()));
    }
  }

  private static List<String> sentences(String text) {
    return READER.read(text).sentences().stream().map(s -> s.of(text)).toList();
  }
}
