package org.vocstream.elasticsearch;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.vocstream.pack.Names;

/**
 * A mention as it stands in {@code voc-mentions}, as far as two scorings are compared by it.
 * Immutable.
 *
 * @param indicator code of the indicator
 * @param group code of the indicator under which it is reported
 * @param label name of that reported indicator
 * @param polarity 1, 0 or -1
 * @param brand whose indicator it is, or null
 * @param start first UTF-16 unit of the evidence in the stored text
 * @param end one past the last unit
 * @param evidence the words
 * @param scoredBy pack and models
 */
public record StoredMention(
    String indicator,
    String group,
    Names label,
    int polarity,
    String brand,
    int start,
    int end,
    String evidence,
    String scoredBy) {
  /** Fields of {@code voc-mentions} that {@link #of} reads, and the feedback. */
  static final List<String> FIELDS =
      List.of(
          "feedback",
          "indicator",
          "group",
          "label",
          "polarity",
          "brand",
          "start",
          "end",
          "evidence",
          "scored_by");

  static StoredMention of(JsonNode document) {
    return new StoredMention(
        document.path("indicator").asText(),
        document.path("group").asText(),
        new Names(document.at("/label/zh").asText(), document.at("/label/en").asText()),
        document.path("polarity").asInt(),
        document.path("brand").asText(null),
        document.path("start").asInt(),
        document.path("end").asInt(),
        document.path("evidence").asText(),
        document.path("scored_by").asText());
  }

  /** How many UTF-16 units both have in common; 0 or less where they do not overlap. */
  int overlap(StoredMention other) {
    return Math.min(end, other.end) - Math.max(start, other.start);
  }
}
