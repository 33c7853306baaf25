package org.vocstream.call;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * Google Speech-to-Text: {@code results[].alternatives[].words[]} with {@code speakerTag} (v1,
 * where the last result repeats all words with their speakers) or {@code speakerLabel} (v2);
 * without speakers one stretch per result, with {@code channelTag} where there is one.
 */
final class GoogleForm implements JsonForm {
  @Override
  public List<Segment> segments(JsonNode root) {
    JsonNode results =
        root.has("response") ? root.path("response").path("results") : root.path("results");
    if (!results.isArray()) {
      return List.of();
    }
    WordJoiner joiner = new WordJoiner();
    JsonNode last = words(results.path(results.size() - 1));
    if (repeatsAll(results, last)) {
      last.forEach(w -> add(joiner, w));
      return joiner.segments();
    }
    for (JsonNode result : results) {
      JsonNode words = words(result);
      if (hasSpeakers(words)) {
        words.forEach(w -> add(joiner, w));
        joiner.close();
      } else {
        String channel = result.path("channelTag").asText("");
        joiner.add(
            channel.isEmpty() || channel.equals("0") ? null : "channel " + channel,
            result.path("alternatives").path(0).path("transcript").asText(""),
            words.isEmpty() ? null : time(words.path(0), "start"),
            words.isEmpty()
                ? ClockTime.ofSeconds(result.path("resultEndTime").asText(""))
                : time(words.path(words.size() - 1), "end"));
        joiner.close();
      }
    }
    return joiner.segments();
  }

  private static JsonNode words(JsonNode result) {
    return result.path("alternatives").path(0).path("words");
  }

  private static boolean repeatsAll(JsonNode results, JsonNode last) {
    int before = 0;
    for (int i = 0; i < results.size() - 1; i++) {
      if (hasSpeakers(words(results.get(i)))) {
        return false;
      }
      before += words(results.get(i)).size();
    }
    return hasSpeakers(last) && results.size() > 1 && last.size() >= before && before > 0;
  }

  private static boolean hasSpeakers(JsonNode words) {
    for (JsonNode word : words) {
      if (!speaker(word).isEmpty()) {
        return true;
      }
    }
    return false;
  }

  private static String speaker(JsonNode word) {
    String label = word.path("speakerLabel").asText("");
    String tag = word.path("speakerTag").asText("");
    return label.isEmpty() && !tag.equals("0") ? tag : label;
  }

  private static void add(WordJoiner joiner, JsonNode word) {
    String speaker = speaker(word);
    joiner.add(
        speaker.isEmpty() ? null : "speaker " + speaker,
        word.path("word").asText(""),
        time(word, "start"),
        time(word, "end"));
  }

  private static Long time(JsonNode word, String name) {
    String time = word.path(name + "Time").asText(word.path(name + "Offset").asText(""));
    return ClockTime.ofSeconds(time);
  }
}
