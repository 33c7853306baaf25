package org.vocstream.elasticsearch;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.vocstream.feedback.Answer;
import org.vocstream.feedback.Channel;
import org.vocstream.feedback.Feedback;
import org.vocstream.feedback.Speaker;
import org.vocstream.feedback.Survey;
import org.vocstream.feedback.Turn;
import org.vocstream.scoring.Flag;
import org.vocstream.scoring.Suspicion;

/**
 * A feedback as it stands in {@code voc-feedback}: all that does not depend on pack and models.
 * Personal data is masked and persons are hashes in it already, so it is scored as it is and every
 * offset holds. Immutable.
 *
 * @param feedback the feedback; never a withdrawal, for those are not stored
 * @param suspicion why it is suspect; the original of a copy is named by its {@code _id}
 */
public record StoredFeedback(Feedback feedback, Suspicion suspicion) {
  /** Fields of {@code voc-feedback} that {@link #of} reads. */
  static final List<String> FIELDS =
      List.of(
          "id",
          "source",
          "channel",
          "text",
          "turns",
          "declared_lang",
          "brand",
          "product",
          "author",
          "customer",
          "segment",
          "stage",
          "published_at",
          "rating",
          "nps",
          "touchpoint",
          "questionnaire",
          "wave",
          "answers",
          "url",
          "reply_to",
          "attributes",
          "flags",
          "duplicate_of");

  /**
   * Reads a document back.
   *
   * @throws IllegalArgumentException where it is no document of a feedback
   */
  public static StoredFeedback of(JsonNode document) {
    return new StoredFeedback(
        new Feedback(
            text(document, "id"),
            text(document, "source"),
            channel(document),
            text(document, "text"),
            turns(document.path("turns")),
            text(document, "declared_lang"),
            text(document, "brand"),
            text(document, "product"),
            text(document, "author"),
            text(document, "customer"),
            text(document, "segment"),
            text(document, "stage"),
            document.has("published_at") ? Instant.parse(text(document, "published_at")) : null,
            number(document, "rating"),
            document.has("nps") ? document.get("nps").intValue() : null,
            text(document, "touchpoint"),
            text(document, "url"),
            text(document, "reply_to"),
            false,
            attributes(document.path("attributes")),
            survey(document)),
        suspicion(document));
  }

  /** What it answers to a questionnaire, or null. */
  static Survey survey(JsonNode document) {
    if (!document.has("questionnaire")) {
      return null;
    }
    List<Answer> answers = new ArrayList<>();
    for (JsonNode answer : document.path("answers")) {
      String scale = text(answer, "scale");
      int dash = scale.indexOf('-');
      answers.add(
          new Answer(
              text(answer, "indicator"),
              number(answer, "performance"),
              number(answer, "expectation"),
              Integer.parseInt(scale.substring(0, dash)),
              Integer.parseInt(scale.substring(dash + 1))));
    }
    return new Survey(
        text(document, "questionnaire"), text(document, "wave"), List.copyOf(answers));
  }

  private static Double number(JsonNode document, String field) {
    return document.has(field) ? document.get(field).doubleValue() : null;
  }

  private static Channel channel(JsonNode document) {
    String code = document.path("channel").asText();
    return Channel.of(code)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "the feedback %s/%s has the channel \"%s\"; one of %s"
                        .formatted(
                            text(document, "source"),
                            text(document, "id"),
                            code,
                            Channel.codes())));
  }

  private static List<Turn> turns(JsonNode documents) {
    List<Turn> turns = new ArrayList<>();
    for (JsonNode turn : documents) {
      turns.add(
          new Turn(
              Speaker.valueOf(turn.path("speaker").asText().toUpperCase(Locale.ROOT)),
              text(turn, "text"),
              turn.path("start").intValue(),
              milliseconds(turn, "start_ms"),
              milliseconds(turn, "end_ms")));
    }
    return List.copyOf(turns);
  }

  private static Map<String, String> attributes(JsonNode document) {
    Map<String, String> attributes = new TreeMap<>();
    document.fields().forEachRemaining(a -> attributes.put(a.getKey(), a.getValue().asText()));
    return attributes;
  }

  /** The flags that need other feedback to be known; one that the score decides is decided anew. */
  private static Suspicion suspicion(JsonNode document) {
    List<Flag> reasons = new ArrayList<>();
    for (JsonNode flag : document.path("flags")) {
      Flag reason = Flag.valueOf(flag.asText().toUpperCase(Locale.ROOT));
      if (reason != Flag.RATING_CONFLICT) {
        reasons.add(reason);
      }
    }
    return new Suspicion(reasons, text(document, "duplicate_of"));
  }

  private static Long milliseconds(JsonNode turn, String field) {
    return turn.has(field) ? turn.get(field).longValue() : null;
  }

  private static String text(JsonNode document, String field) {
    return document.path(field).asText(null);
  }
}
