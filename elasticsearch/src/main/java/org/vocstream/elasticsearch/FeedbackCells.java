package org.vocstream.elasticsearch;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.vocstream.feedback.Feedback;
import org.vocstream.opinion.Mention;
import org.vocstream.scoring.ScoredFeedback;
import org.vocstream.statistics.Contribution;
import org.vocstream.statistics.Contribution.Place;
import org.vocstream.statistics.Opinion;
import org.vocstream.statistics.ScoreCell;

/**
 * What one feedback, or a part of it, adds to the daily cells; the same whether it comes from the
 * stream or from the index. Immutable.
 *
 * @param feedback {@code _id} of the feedback document
 * @param publishedAt when it was published, or null
 * @param cells what it adds, one entry for each cell
 */
public record FeedbackCells(String feedback, Instant publishedAt, List<ScoreCell> cells) {

  /** Fields of {@code voc-feedback} that {@link #ofFeedback} reads. */
  static final List<String> FEEDBACK_FIELDS =
      List.of(
          "brand",
          "channel",
          "product",
          "segment",
          "lang",
          "published_at",
          "suspect",
          "sentiment.label");

  /** Fields of {@code voc-mentions} that {@link #ofMentions} reads. */
  static final List<String> MENTION_FIELDS =
      Stream.concat(
              FEEDBACK_FIELDS.stream(),
              Stream.of("feedback", "indicator", "group", "touchpoint", "value", "polarity"))
          .toList();

  /** All that a feedback adds; nothing where it is taken back. */
  public static FeedbackCells of(ScoredFeedback scored, ZoneId zone) {
    Feedback feedback = scored.feedback();
    String id = DocumentId.feedback(feedback.key());
    if (feedback.deleted()) {
      return new FeedbackCells(id, feedback.publishedAt(), List.of());
    }
    Place place =
        new Place(
            feedback.brand(),
            feedback.channel().code(),
            feedback.product(),
            feedback.segment(),
            scored.language().code(),
            day(feedback.publishedAt(), zone),
            scored.isSuspect(),
            scored.sentiment() == null ? null : scored.sentiment().label());
    List<Opinion> opinions = scored.mentions().stream().map(FeedbackCells::opinion).toList();
    return new FeedbackCells(
        id,
        feedback.publishedAt(),
        Stream.concat(
                Contribution.ofSentiment(place).stream(),
                Contribution.ofMentions(place, opinions).stream())
            .toList());
  }

  private static Opinion opinion(Mention mention) {
    return new Opinion(
        mention.brand(),
        mention.indicator(),
        mention.group(),
        mention.touchpoint(),
        mention.value(),
        mention.polarity());
  }

  /** What the sentiment of a feedback in the index adds. */
  static FeedbackCells ofFeedback(String id, JsonNode document, ZoneId zone) {
    return new FeedbackCells(
        id, publishedAt(document), Contribution.ofSentiment(place(document, zone)));
  }

  /** What all the mentions of one feedback in the index add; at least one. */
  static FeedbackCells ofMentions(List<? extends JsonNode> documents, ZoneId zone) {
    JsonNode first = documents.get(0);
    return new FeedbackCells(
        first.path("feedback").asText(),
        publishedAt(first),
        Contribution.ofMentions(
            place(first, zone), documents.stream().map(FeedbackCells::opinion).toList()));
  }

  private static Place place(JsonNode document, ZoneId zone) {
    return new Place(
        text(document, "brand"),
        text(document, "channel"),
        text(document, "product"),
        text(document, "segment"),
        text(document, "lang"),
        day(publishedAt(document), zone),
        document.path("suspect").asBoolean(),
        document.at("/sentiment/label").isMissingNode()
            ? null
            : document.at("/sentiment/label").asInt());
  }

  private static Opinion opinion(JsonNode document) {
    return new Opinion(
        text(document, "brand"),
        text(document, "indicator"),
        text(document, "group"),
        text(document, "touchpoint"),
        text(document, "value"),
        document.path("polarity").asInt());
  }

  private static Instant publishedAt(JsonNode document) {
    String at = text(document, "published_at");
    return at == null ? null : Instant.parse(at);
  }

  private static String text(JsonNode document, String field) {
    return document.path(field).asText(null);
  }

  private static Long day(Instant at, ZoneId zone) {
    return at == null ? null : Long.valueOf(at.atZone(zone).toLocalDate().toEpochDay());
  }
}
