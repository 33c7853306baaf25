package org.vocstream.elasticsearch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vocstream.feedback.Channel;
import org.vocstream.feedback.Feedback;
import org.vocstream.scoring.Flag;
import org.vocstream.scoring.ScoredFeedback;
import org.vocstream.scoring.Suspicion;
import org.vocstream.scoring.TranscriptScore;
import org.vocstream.sentiment.Sentiment;

class StoredFeedbackTest {
  static Stream<ScoredFeedback> stories() {
    return Stream.of(
        Story.call(),
        Story.review("r1", 1, -1),
        Story.by("ann", 3, Story.review("r/2", null, 0)),
        Story.scored(
            Feedback.of("表情 1", Channel.SOCIAL, "青禾", "好用😀\n又掉了 ***********"), List.of()));
  }

  @ParameterizedTest
  @MethodSource("stories")
  void everyFieldOfAFeedbackComesBackFromItsDocument(ScoredFeedback scored) throws IOException {
    assertThat(StoredFeedback.of(stored(scored)).feedback()).isEqualTo(scored.feedback());
  }

  @Test
  void theStoryOfTheCallKnowsEveryField() throws ReflectiveOperationException {
    for (var field : Feedback.class.getRecordComponents()) {
      assertThat(field.getAccessor().invoke(Story.call().feedback()))
          .as(field.getName())
          .isNotIn(null, "", List.of(), Map.of());
    }
  }

  @Test
  void onlyTheFieldsThatAreAskedForAreRead() throws IOException {
    ObjectNode asked = stored(Story.call()).retain(StoredFeedback.FIELDS);
    assertThat(StoredFeedback.of(asked)).isEqualTo(StoredFeedback.of(stored(Story.call())));
  }

  @Test
  void theSuspicionStaysAndTheScoresFlagIsLeftToTheNextScore() throws IOException {
    ScoredFeedback call = Story.call();
    ScoredFeedback suspect =
        new ScoredFeedback(
            call.feedback(),
            null,
            call.language(),
            call.tokens(),
            new Sentiment(1, 0.95),
            List.of(),
            List.of(),
            List.of(),
            TranscriptScore.NONE,
            new Suspicion(List.of(Flag.DUPLICATE, Flag.BURST), "hotline/call-1"),
            Story.SCORED_BY);
    assertThat(suspect.flags()).contains(Flag.RATING_CONFLICT);
    StoredFeedback read = StoredFeedback.of(stored(suspect));
    assertThat(read.suspicion()).isEqualTo(suspect.suspicion());
    assertThat(FeedbackDocument.of(suspect.with(read.suspicion()), Story.CLOCK))
        .isEqualTo(FeedbackDocument.of(suspect, Story.CLOCK));
  }

  @Test
  void theOriginalOfACopyStaysTheSameHoweverLongItsKeyIs() throws IOException {
    ScoredFeedback copy =
        Story.review("r1", 1)
            .with(new Suspicion(List.of(Flag.DUPLICATE), "shop/" + "长".repeat(300)));
    ObjectNode first = stored(copy);
    assertThat(stored(copy.with(StoredFeedback.of(first).suspicion()))).isEqualTo(first);
  }

  /** As it comes back from Elasticsearch, which keeps the text of the document. */
  private static ObjectNode stored(ScoredFeedback scored) throws IOException {
    String json = FeedbackDocument.of(scored, Story.CLOCK).toString();
    return (ObjectNode) JsonMapper.builder().build().readTree(json);
  }
}
