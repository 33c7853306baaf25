package org.vocstream.suspect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.vocstream.feedback.Channel;
import org.vocstream.feedback.Feedback;
import org.vocstream.pack.PackLoader;
import org.vocstream.scoring.FeedbackScorer;
import org.vocstream.scoring.Flag;
import org.vocstream.sentiment.Lexicon;

class DefaultPraiseTest {
  private static final DefaultPraise DEFAULT_PRAISE = new DefaultPraise();

  static Stream<Arguments> sentences() {
    return Lexicon.bundled(DefaultPraise.FILE).entries().stream()
        .flatMap(
            entry ->
                Stream.of(
                        entry.terms().stream().map(s -> Arguments.of(entry.code(), s, true)),
                        entry.examples().stream()
                            .map(s -> s.substring(1, s.length() - 1))
                            .map(s -> Arguments.of(entry.code(), s, true)),
                        entry.counterExamples().stream()
                            .map(s -> Arguments.of(entry.code(), s, false)))
                    .flatMap(arguments -> arguments));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("sentences")
  void theLexiconDoesWhatItShows(String code, String text, boolean praise) {
    assertThat(DEFAULT_PRAISE.test(text)).isEqualTo(praise);
  }

  @Test
  void theExampleIsMarkedAsAWhole() {
    assertThat(Lexicon.bundled(DefaultPraise.FILE).entries())
        .flatExtracting(Lexicon.Entry::examples)
        .allMatch(example -> example.startsWith("[") && example.endsWith("]"));
  }

  @Test
  void aScoreSaysSoWithoutAnyOtherFeedback() {
    FeedbackScorer scorer = FeedbackScorer.of(new PackLoader().find("cosmetics"));
    assertThat(scorer.score(review("系统默认好评！")).flags()).isEqualTo(List.of(Flag.DEFAULT_PRAISE));
    assertThat(scorer.score(review("系统默认好评！")).isSuspect()).isTrue();
    assertThat(scorer.score(review("真的好评")).isSuspect()).isFalse();
  }

  private static Feedback review(String text) {
    return Feedback.of("r1", Channel.REVIEW, "青禾", text);
  }
}
