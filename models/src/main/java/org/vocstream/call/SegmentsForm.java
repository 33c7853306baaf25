package org.vocstream.call;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The common form: somewhere in the document a list of objects, each with a text and a begin or a
 * speaker. So write Whisper, faster-whisper, WhisperX and whisper.cpp, FunASR ({@code
 * sentence_info}), Alibaba ({@code Sentences}, {@code transcripts[].sentences}), Tencent ({@code
 * ResultDetail}), Volcengine and AssemblyAI ({@code utterances}), Deepgram, Amazon's {@code
 * audio_segments} and call analytics, Azure's {@code phrases}, and most exports of call platforms.
 * Keys count by their letters: {@code start_ms}, {@code StartMs} and {@code startMs} are one.
 */
final class SegmentsForm implements JsonForm {
  /** Where a document holds its speech in several ways, the first of these lists is read. */
  private static final List<String> BEST =
      List.of("turns", "utterances", "sentenceinfo", "segments");

  private static final int DEEPEST = 40;

  @Override
  public List<Segment> segments(JsonNode root) {
    Map<String, List<SpokenPart>> lists = new LinkedHashMap<>();
    collect(root, "", null, null, 0, lists);
    for (String name : BEST) {
      if (lists.containsKey(name)) {
        return SpokenPart.segments(lists.get(name));
      }
    }
    return lists.isEmpty() ? List.of() : SpokenPart.segments(lists.values().iterator().next());
  }

  private static void collect(
      JsonNode node,
      String name,
      String speaker,
      String channel,
      int depth,
      Map<String, List<SpokenPart>> lists) {
    if (depth > DEEPEST) {
      return;
    }
    if (node.isArray()) {
      List<SpokenPart> parts = new ArrayList<>();
      for (JsonNode item : node) {
        SpokenPart part = SpokenPart.of(item, speaker, channel);
        if (part != null) {
          parts.add(part);
        }
      }
      if (!parts.isEmpty()) {
        lists.computeIfAbsent(name, n -> new ArrayList<>()).addAll(parts);
        return;
      }
      for (JsonNode item : node) {
        collect(item, name, speaker, channel, depth + 1, lists);
      }
    } else if (node.isObject()) {
      Map<String, JsonNode> fields = SpokenPart.fields(node);
      String ownSpeaker = SpokenPart.speaker(fields, speaker);
      String ownChannel = SpokenPart.channel(fields, channel);
      fields.forEach((key, value) -> collect(value, key, ownSpeaker, ownChannel, depth + 1, lists));
    }
  }
}
