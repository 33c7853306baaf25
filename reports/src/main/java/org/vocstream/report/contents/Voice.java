package org.vocstream.report.contents;

import com.fasterxml.jackson.databind.JsonNode;
import org.vocstream.statistics.Scope;
import org.vocstream.statistics.comparison.Subject;

/**
 * A mention that is quoted. Immutable.
 *
 * @param mention id in the index
 * @param brand whose
 * @param subject the reported indicator
 * @param polarity 1, 0 or -1
 * @param excerpt the words
 * @param channel by which it came
 * @param published when, ISO 8601; empty where that is not known
 * @param product of which product; empty where that is not known
 * @param cluster who said it: the author, or the feedback where the author is not known
 */
record Voice(
    String mention,
    String brand,
    Subject subject,
    int polarity,
    Excerpt excerpt,
    String channel,
    String published,
    String product,
    String cluster) {

  /** Reads a document of {@code voc-mentions} with its text. */
  static Voice of(JsonNode mention) {
    return new Voice(
        mention.path("id").asText(),
        mention.path("brand").asText(),
        new Subject(Scope.GROUP, mention.path("group").asText()),
        mention.path("polarity").asInt(),
        Excerpt.of(
            mention.path("text").asText(),
            mention.path("start").asInt(),
            mention.path("end").asInt()),
        mention.path("channel").asText(),
        mention.path("published_at").asText(""),
        mention.path("product").asText(""),
        mention.path("cluster").asText());
  }
}
