package org.vocstream.call;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import org.vocstream.feedback.UntrustedJson;

/**
 * iFlytek's file transcription: {@code lattice[].json_1best}, a JSON text in itself, with {@code
 * st.bg} and {@code st.ed} in milliseconds, the speaker in {@code st.rl} (0: not told apart) and
 * words in {@code rt[].ws[].cw[].w}; also inside {@code content.orderResult}. Its older form, a
 * list with {@code onebest}, is one of {@link SegmentsForm}.
 */
final class IflytekForm implements JsonForm {
  private static final ObjectMapper JSON = UntrustedJson.mapper();

  @Override
  public List<Segment> segments(JsonNode root) {
    JsonNode order = root.findPath("orderResult");
    JsonNode lattice = (order.isMissingNode() ? root : unpacked(order)).path("lattice");
    List<Segment> segments = new ArrayList<>();
    for (JsonNode part : lattice) {
      JsonNode st = unpacked(part.path("json_1best")).path("st");
      StringBuilder said = new StringBuilder();
      for (JsonNode rt : st.path("rt")) {
        for (JsonNode ws : rt.path("ws")) {
          // The best of several readings of a word comes first.
          Words.append(said, ws.path("cw").path(0).path("w").asText(""));
        }
      }
      String speaker = st.path("rl").asText("0");
      segments.add(
          new Segment(
              speaker.equals("0") ? null : "speaker " + speaker,
              said.toString(),
              milliseconds(st.path("bg")),
              milliseconds(st.path("ed"))));
    }
    return segments;
  }

  private static Long milliseconds(JsonNode time) {
    Long asIfSeconds = ClockTime.ofSeconds(time.asText(""));
    return asIfSeconds == null ? null : Long.valueOf(asIfSeconds / 1000);
  }

  private static JsonNode unpacked(JsonNode packed) {
    if (!packed.isTextual()) {
      return packed;
    }
    try {
      return JSON.readTree(packed.asText());
    } catch (JsonProcessingException e) {
      return JSON.missingNode();
    }
  }
}
