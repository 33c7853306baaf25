package org.vocstream.elasticsearch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vocstream.feedback.Channel;
import org.vocstream.feedback.DeadLetter;
import org.vocstream.feedback.Feedback;
import org.vocstream.opinion.Mention;
import org.vocstream.scoring.ScoredFeedback;

class DocumentsTest {
  @Test
  void aCallWithEveryFieldHasThisDocument() throws IOException {
    Golden.check("feedback-document.json", FeedbackDocument.of(Story.call(), Story.CLOCK));
  }

  @Test
  void aMentionCarriesWhatAnalystsGroupBy() throws IOException {
    Golden.check("mention-document.json", MentionDocument.of(Story.call(), 0, Story.CLOCK));
  }

  @Test
  void aDeadLetterHasThisDocument() throws IOException {
    DeadLetter letter =
        new DeadLetter("reviews.jsonl:17", DeadLetter.ENVELOPE, "id", "id is missing", "{}");
    Golden.check("dead-letter-document.json", DeadLetterDocument.of(letter, Story.CLOCK));
  }

  @Test
  void whatIsNotKnownIsLeftOut() {
    ObjectNode review = FeedbackDocument.of(Story.review("r1", 1), Story.CLOCK);
    assertThat(review.fieldNames())
        .toIterable()
        .containsExactly(
            "id",
            "source",
            "channel",
            "brand",
            "lang",
            "text",
            "tokens",
            "sentiment",
            "mention_count",
            "opinions",
            "unassigned",
            "suspect",
            "scored_by",
            "ingested_at");
  }

  @Test
  void aMentionOfNoKnownBrandHasNoCombinedKeyword() {
    ScoredFeedback scored = Story.review("r1", null, 1);
    assertThat(MentionDocument.of(scored, 0, Story.CLOCK).fieldNames())
        .toIterable()
        .doesNotContain("brand", "brand_indicator", "brand_group");
  }

  @Test
  void mentionsClusterByAuthorWhereKnownElseByFeedback() {
    ScoredFeedback anonymous = Story.review("r1", 1);
    ScoredFeedback signed = Story.by("a1", 0, anonymous);
    assertThat(MentionDocument.of(anonymous, 0, Story.CLOCK).path("cluster").asText())
        .isEqualTo("default/r1");
    assertThat(MentionDocument.of(signed, 0, Story.CLOCK).path("cluster").asText())
        .isEqualTo("author:a1");
  }

  @Test
  void theSameFeedbackGivesTheSameBytes() {
    Map<String, String> unordered = new HashMap<>(Map.of("z", "1", "a", "2", "m", "3"));
    Feedback feedback = Story.call().feedback();
    assertThat(document(feedback, unordered)).isEqualTo(document(feedback, Map.copyOf(unordered)));
  }

  @Test
  void aLoneSurrogateBecomesOneReplacementSoThatOffsetsHold() {
    String text = "好\uD83D用😀\uDE00";
    Mention mention = Story.delivery("青禾", 1);
    ScoredFeedback scored =
        Story.scored(Feedback.of("s1", Channel.SOCIAL, "青禾", text), List.of(mention));
    assertThat(FeedbackDocument.of(scored, Story.CLOCK).path("text").asText())
        .isEqualTo("好\uFFFD用😀\uFFFD")
        .hasSameSizeAs(text);
  }

  private static String document(Feedback f, Map<String, String> attributes) {
    Feedback other =
        new Feedback(
            f.id(),
            f.source(),
            f.channel(),
            f.text(),
            f.turns(),
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            false,
            attributes);
    return FeedbackDocument.of(Story.scored(other, List.of()), Story.CLOCK).toString();
  }
}
