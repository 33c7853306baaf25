package org.vocstream.call;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Azure batch transcription: {@code recognizedPhrases} with {@code speaker}, {@code channel},
 * {@code offsetInTicks} (100 ns) or {@code offset} (ISO 8601) and the best reading first in {@code
 * nBest}.
 */
final class AzureForm implements JsonForm {
  private static final double TICKS_PER_MS = 10_000;

  @Override
  public List<Segment> segments(JsonNode root) {
    List<Segment> segments = new ArrayList<>();
    Set<String> channels = new HashSet<>();
    root.path("recognizedPhrases").forEach(p -> channels.add(p.path("channel").asText("")));
    for (JsonNode phrase : root.path("recognizedPhrases")) {
      JsonNode best = phrase.path("nBest").path(0);
      String text = best.path("display").asText(best.path("lexical").asText(""));
      String speaker = phrase.path("speaker").asText(null);
      String label =
          channels.size() > 1
              ? "channel " + phrase.path("channel").asText("")
              : speaker == null ? null : "speaker " + speaker;
      Long start = time(phrase, "offset");
      Long lasts = time(phrase, "duration");
      segments.add(
          new Segment(label, text, start, start == null || lasts == null ? null : start + lasts));
    }
    if (channels.size() > 1) {
      segments.sort(
          Comparator.comparing(Segment::startMs, Comparator.nullsLast(Comparator.naturalOrder())));
    }
    return segments;
  }

  private static Long time(JsonNode phrase, String name) {
    if (phrase.path(name + "InTicks").isNumber()) {
      return Math.round(phrase.path(name + "InTicks").asDouble() / TICKS_PER_MS);
    }
    if (phrase.path(name + "Milliseconds").isNumber()) {
      return phrase.path(name + "Milliseconds").asLong();
    }
    return ClockTime.ofDuration(phrase.path(name).asText(""));
  }
}
