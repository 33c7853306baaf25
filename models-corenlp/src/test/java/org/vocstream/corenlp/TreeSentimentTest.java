package org.vocstream.corenlp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vocstream.english.EnglishReader;
import org.vocstream.english.SentenceSentiment;
import org.vocstream.english.TreeLimits;
import org.vocstream.sentiment.Polarity;
import org.vocstream.sentiment.TreeSentimentModel;

/** Sentiment of parsed sentences by the real models, and when they are left alone. */
class TreeSentimentTest {
  private static final EnglishReader READER = EnglishReader.find();
  private static final TreeLimits LIMITS =
      new TreeLimits(50, 250, Duration.ofMinutes(5)); // for a busy machine

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          A wonderful film with a splendid cast.          |  1
          What a dull and lifeless story.                 | -1
          a wonderful film with a splendid cast .         |  1
          There is nothing good about this film.          | -1
          """)
  void aTreeTellsGoodFromBad(String text, int label) {
    Polarity polarity = TreeSentimentModel.of(read(text).orElseThrow());
    assertThat(Math.signum(polarity.score())).isEqualTo(label);
  }

  @Test
  void theFiveProbabilitiesOfEachSentenceAddUpToOne() {
    List<SentenceSentiment> sentences =
        read("The room was clean. The bed was awful.").orElseThrow();
    assertThat(sentences).hasSize(2);
    for (SentenceSentiment s : sentences) {
      assertThat(s.veryNegative() + s.negative() + s.neutral() + s.positive() + s.veryPositive())
          .isCloseTo(1, within(1e-9));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "?!", "...", "😀😀😀", "1 2 3", "\uD83D", "12:30 - 14:15"})
  void whereThereAreNoWordsThereIsNoTree(String text) {
    assertThat(read(text)).isEmpty();
  }

  @Test
  void aSentenceBeyondTheLimitIsLeftOut() {
    String text = "The staff were kind to us and the breakfast was rich. ";
    String endless = "and then we waited ".repeat(20);
    assertThat(read(text.repeat(8) + endless).orElseThrow()).hasSize(8);
  }

  @Test
  void aTextThatIsMostlyBeyondTheLimitHasNoTrees() {
    assertThat(read("Fine. " + "and then we waited ".repeat(20))).isEmpty();
    assertThat(read("The staff were kind to us. ".repeat(50))).isEmpty();
    assertThat(read("x".repeat(100_000))).isEmpty();
  }

  @Test
  void aTextThatTakesTooLongIsGivenUp() {
    TreeLimits none = new TreeLimits(50, 250, Duration.ofNanos(1));
    String text = "The staff were kind to us and the breakfast was rich.";
    assertThat(READER.sentiment(text, none)).isEmpty();
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
    assertThat(read(text)).isPresent();
  }

  @Test
  void anInterruptedCallerGetsNoTreesAndStaysInterrupted() {
    Thread.currentThread().interrupt();
    Optional<List<SentenceSentiment>> read = read("The staff were kind to us.");
    assertThat(Thread.interrupted()).isTrue();
    assertThat(read).isEmpty();
  }

  @Test
  void severalThreadsReadTheSame() {
    List<String> texts = List.of("A lovely stay.", "The food was cold.", "Nobody cared for us.");
    List<Optional<List<SentenceSentiment>>> one =
        texts.stream().map(TreeSentimentTest::read).toList();
    List<Optional<List<SentenceSentiment>>> many =
        IntStream.range(0, 24).parallel().mapToObj(i -> read(texts.get(i % 3))).toList();
    for (int i = 0; i < many.size(); i++) {
      assertThat(many.get(i)).isEqualTo(one.get(i % 3));
    }
  }

  private static Optional<List<SentenceSentiment>> read(String text) {
    return READER.sentiment(text, LIMITS);
  }
}
