package org.vocstream.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vocstream.feedback.Channel;
import org.vocstream.feedback.Feedback;
import org.vocstream.sentiment.Sentiment;

class FlagTest {
  @ParameterizedTest(name = "rating {0}, nps {1}, score {2}")
  @CsvSource({
    "1, , 0.9, true",
    "2, , 0.8, true",
    "2, , 0.79, false",
    "3, , -0.99, false",
    "4, , -0.8, true",
    "5, , 0.99, false",
    "5, , -0.5, false",
    ", 6, 0.9, true",
    ", 7, -0.99, false",
    ", 9, -0.9, true",
    ", , -0.9, false"
  })
  void starsAgainstWords(Double rating, Integer nps, double score, boolean conflict) {
    Sentiment sentiment = new Sentiment(score > 0 ? 1 : -1, score);

    assertThat(Flag.of(feedback(rating, nps), sentiment))
        .isEqualTo(conflict ? List.of(Flag.RATING_CONFLICT) : List.of());
  }

  @ParameterizedTest(name = "rating {0}")
  @CsvSource({"1", "5"})
  void aTextThatIsNotScoredConflictsWithNothing(double rating) {
    assertThat(Flag.of(feedback(rating, null), null)).isEmpty();
  }

  private static Feedback feedback(Double rating, Integer nps) {
    return new Feedback(
        "r1",
        "default",
        Channel.REVIEW,
        "好",
        List.of(),
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        rating,
        nps,
        null,
        null,
        null,
        false,
        Map.of());
  }
}
