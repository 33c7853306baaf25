package org.vocstream.elasticsearch;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;

/**
 * One transcript behind a number of {@link CallInsightQuery}, with the words that its numbers rest
 * on. Immutable.
 *
 * @param document {@code _id} of the feedback document
 * @param id id of the feedback
 * @param brand brand, or null
 * @param product product, or null
 * @param line product line, or null
 * @param publishedAt when it took place as the index has it, or null
 * @param reason code of the main contact reason, or null
 * @param reasonWords the customer's words that tell it, or null
 * @param intent complaint, enquiry or unknown
 * @param intentWords the customer's words that tell it, or null
 * @param resolution resolved, unresolved or unknown
 * @param resolutionWords the customer's words that tell it, or null
 * @param satisfaction satisfaction, -1..1, or null
 */
public record ContactEntry(
    String document,
    String id,
    String brand,
    String product,
    String line,
    String publishedAt,
    String reason,
    String reasonWords,
    String intent,
    String intentWords,
    String resolution,
    String resolutionWords,
    Double satisfaction) {
  /** Fields that {@link #of} reads. */
  static final List<String> FIELDS =
      List.of(
          "id",
          "brand",
          "product",
          "line",
          "published_at",
          "text",
          "contact_reason",
          "contact_evidence",
          "intent",
          "resolution",
          "satisfaction");

  static ContactEntry of(String document, JsonNode json) {
    String reason = json.path("contact_reason").asText(null);
    return new ContactEntry(
        document,
        json.path("id").asText(),
        json.path("brand").asText(null),
        json.path("product").asText(null),
        json.path("line").asText(null),
        json.path("published_at").asText(null),
        reason,
        words(json, reason).orElse(null),
        json.path("intent").asText(),
        words(json, "intent").orElse(null),
        json.path("resolution").asText(),
        words(json, "resolution").orElse(null),
        json.has("satisfaction") ? json.get("satisfaction").doubleValue() : null);
  }

  /** The words of the first evidence of this. */
  private static Optional<String> words(JsonNode json, String of) {
    String text = json.path("text").asText();
    for (JsonNode evidence : json.path("contact_evidence")) {
      if (evidence.path("of").asText().equals(of)) {
        int start = evidence.path("start").asInt();
        int end = evidence.path("end").asInt();
        return start <= end && end <= text.length()
            ? Optional.of(text.substring(start, end))
            : Optional.empty();
      }
    }
    return Optional.empty();
  }
}
