package org.vocstream.call;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Amazon Transcribe: {@code results.items[]}, words and punctuation, whose speakers stand with them
 * or in {@code results.speaker_labels.segments[].items[]}, by the begin of the word.
 */
final class AmazonForm implements JsonForm {
  @Override
  public List<Segment> segments(JsonNode root) {
    JsonNode results = root.path("results");
    Map<String, String> speakers = new HashMap<>();
    for (JsonNode segment : results.path("speaker_labels").path("segments")) {
      for (JsonNode item : segment.path("items")) {
        speakers.put(item.path("start_time").asText(), item.path("speaker_label").asText());
      }
    }
    WordJoiner joiner = new WordJoiner();
    String speaker = null;
    for (JsonNode item : results.path("items")) {
      String word = item.path("alternatives").path(0).path("content").asText("");
      String start = item.path("start_time").asText("");
      String own = item.path("speaker_label").asText(speakers.get(start));
      String channel = item.path("channel_label").asText(null);
      // Punctuation has no time of its own and belongs to who spoke before.
      speaker = own != null ? own : channel != null ? channel : speaker;
      joiner.add(
          speaker,
          word,
          ClockTime.ofSeconds(start),
          ClockTime.ofSeconds(item.path("end_time").asText("")));
    }
    return joiner.segments();
  }
}
