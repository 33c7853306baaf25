package org.vocstream.elasticsearch;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
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
 * stream or from the index. It holds what the cells are reckoned from, a fraction of their size,
 * for it travels between machines and is remembered of each feedback. Immutable.
 *
 * @param feedback {@code _id} of the feedback document
 * @param publishedAt when it was published, or null
 * @param withdrawn whether it is taken back: then it adds nothing
 * @param place where it stands
 * @param sentiment whether the sentiment of the whole counts in this part
 * @param opinions its mentions that count in this part
 */
public record FeedbackCells(
    String feedback,
    Instant publishedAt,
    boolean withdrawn,
    Place place,
    boolean sentiment,
    List<Opinion> opinions) {

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
    boolean withdrawn = feedback.deleted();
    Place place =
        new Place(
            feedback.brand(),
            feedback.channel().code(),
            feedback.product(),
            feedback.segment(),
            withdrawn ? null : scored.language().code(),
            day(feedback.publishedAt(), zone),
            scored.isSuspect(),
            withdrawn || scored.sentiment() == null ? null : scored.sentiment().label());
    return new FeedbackCells(
        DocumentId.feedback(feedback.key()),
        feedback.publishedAt(),
        withdrawn,
        place,
        !withdrawn,
        withdrawn ? List.of() : scored.mentions().stream().map(FeedbackCells::opinion).toList());
  }

  /** What it adds, one entry for each cell. */
  public List<ScoreCell> cells() {
    List<ScoreCell> cells = new ArrayList<>();
    if (sentiment) {
      cells.addAll(Contribution.ofSentiment(place));
    }
    cells.addAll(Contribution.ofMentions(place, opinions));
    return cells;
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
        id, publishedAt(document), false, place(document, zone), true, List.of());
  }

  /** What all the mentions of one feedback in the index add; at least one. */
  static FeedbackCells ofMentions(List<? extends JsonNode> documents, ZoneId zone) {
    JsonNode first = documents.get(0);
    return new FeedbackCells(
        first.path("feedback").asText(),
        publishedAt(first),
        false,
        place(first, zone),
        false,
        documents.stream().map(FeedbackCells::opinion).toList());
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
