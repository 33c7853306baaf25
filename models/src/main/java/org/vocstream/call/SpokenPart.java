package org.vocstream.call;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * One object of a list of segments, its numbers still in the file's unit. Immutable.
 *
 * @param start begin, in {@code inMs ? milliseconds : unknown} units, or null
 * @param end end in the same unit, or null
 * @param inMs whether the file says that the unit is milliseconds
 */
record SpokenPart(
    String speaker, String channel, String text, Double start, Double end, boolean inMs) {
  private static final List<String> TEXT =
      List.of(
          "text",
          "transcript",
          "content",
          "finalsentence",
          "onebest",
          "sentence",
          "utterance",
          "message",
          "words");
  private static final List<String> SPEAKER =
      List.of(
          "speakerrole",
          "participantrole",
          "role",
          "speakername",
          "speaker",
          "speakerlabel",
          "speakerid",
          "spk",
          "spkid",
          "speakertag",
          "participant",
          "participantid");
  private static final List<String> CHANNEL =
      List.of("channel", "channelid", "channeltag", "channellabel");
  private static final List<String> START_MS =
      List.of(
          "startms",
          "beginms",
          "beginoffsetmillis",
          "startoffsetmillis",
          "offsetmilliseconds",
          "starttimems",
          "starttimemillis",
          "begintimems");
  private static final List<String> END_MS =
      List.of("endms", "endoffsetmillis", "endtimems", "endtimemillis");
  private static final List<String> START =
      List.of("start", "begin", "starttime", "begintime", "bg", "from", "st", "ts", "timestamp");
  private static final List<String> END = List.of("end", "endtime", "ed", "to", "et", "endts");
  private static final List<String> DURATION_MS = List.of("durationmilliseconds", "durationms");

  /** A stretch of speech seldom lasts so many seconds, and seldom so few milliseconds. */
  private static final double LONGEST_SECONDS = 100;

  /** The fields by their names in lower case without signs. */
  static Map<String, JsonNode> fields(JsonNode object) {
    Map<String, JsonNode> fields = new LinkedHashMap<>();
    object
        .fields()
        .forEachRemaining(
            e -> {
              String key = e.getKey().replaceAll("[_\\- ]", "").toLowerCase(Locale.ROOT);
              fields.putIfAbsent(key, e.getValue());
            });
    return fields;
  }

  /** The speaker that these fields name, or else the given one. */
  static String speaker(Map<String, JsonNode> fields, String otherwise) {
    String own = text(fields, SPEAKER);
    if (own == null && fields.get("additions") != null) {
      own = text(fields(fields.get("additions")), SPEAKER);
    }
    return own == null ? otherwise : own;
  }

  /** The channel of the recording that these fields name, or else the given one. */
  static String channel(Map<String, JsonNode> fields, String otherwise) {
    String own = text(fields, CHANNEL);
    return own == null ? otherwise : own;
  }

  /** The part that an object is, or null where it is none. */
  static SpokenPart of(JsonNode node, String speaker, String channel) {
    if (!node.isObject()) {
      return null;
    }
    Map<String, JsonNode> fields = fields(node);
    String said = said(fields);
    String who = speaker(fields, null);
    boolean milliseconds = true;
    Double start = number(fields, START_MS);
    Double end = number(fields, END_MS);
    if (start == null && fields.containsKey("offsets")) {
      Map<String, JsonNode> offsets = fields(fields.get("offsets"));
      start = number(offsets, START);
      end = number(offsets, END);
    }
    if (start == null) {
      milliseconds = false;
      start = number(fields, START);
      end = number(fields, END);
    }
    if (said == null || (start == null && who == null)) {
      return null;
    }
    Double lasts = milliseconds ? number(fields, DURATION_MS) : null;
    end = end == null && lasts != null ? Double.valueOf(start + lasts) : end;
    return new SpokenPart(
        who == null ? speaker : who, channel(fields, channel), said, start, end, milliseconds);
  }

  private static String said(Map<String, JsonNode> fields) {
    for (String key : TEXT) {
      JsonNode value = fields.get(key);
      if (value != null && value.isTextual()) {
        return value.asText();
      }
    }
    return null;
  }

  private static String text(Map<String, JsonNode> fields, List<String> keys) {
    for (String key : keys) {
      JsonNode value = fields.get(key);
      if (value != null && (value.isTextual() || value.isNumber()) && !value.asText().isBlank()) {
        return value.asText();
      }
    }
    return null;
  }

  private static Double number(Map<String, JsonNode> fields, List<String> keys) {
    for (String key : keys) {
      JsonNode value = fields.get(key);
      if (value != null && value.isNumber()) {
        return value.doubleValue();
      }
      if (value != null && value.isTextual()) {
        Long clock = ClockTime.milliseconds(value.asText());
        // Clock times are told in seconds, so that they meet the numbers of other files.
        Double seconds = clock == null ? null : Double.valueOf(clock / 1000.0);
        Long plain = seconds == null ? ClockTime.ofSeconds(value.asText()) : null;
        if (seconds != null || plain != null) {
          return seconds == null ? Double.valueOf(plain / 1000.0) : seconds;
        }
      }
    }
    return null;
  }

  /**
   * The segments of these parts. Where the names of the times do not tell the unit, it is
   * milliseconds if the middle one of the stretches would else last longer than {@value
   * #LONGEST_SECONDS} seconds. Several channels are put in order of time, and each is a speaker.
   */
  static List<Segment> segments(List<SpokenPart> parts) {
    double unit = isInMilliseconds(parts) ? 1 : 1000;
    Set<String> channels = new HashSet<>();
    parts.forEach(p -> channels.add(p.channel));
    boolean split = channels.size() > 1;
    List<Segment> segments = new ArrayList<>();
    for (SpokenPart part : parts) {
      double factor = part.inMs ? 1 : unit;
      segments.add(
          new Segment(
              split ? part.byChannel() : part.speaker,
              part.text,
              rounded(part.start, factor),
              rounded(part.end, factor)));
    }
    if (split && segments.stream().allMatch(s -> s.startMs() != null)) {
      segments.sort(Comparator.comparing(Segment::startMs));
    }
    return segments;
  }

  private String byChannel() {
    return speaker != null && SpeakerLabel.isLabel(speaker) && !speaker.matches("(?i).*\\d.*")
        ? speaker
        : "channel " + channel;
  }

  private static Long rounded(Double time, double factor) {
    return time == null || !Double.isFinite(time) ? null : Math.round(time * factor);
  }

  private static boolean isInMilliseconds(List<SpokenPart> parts) {
    double[] lengths =
        parts.stream()
            .filter(p -> !p.inMs)
            .map(p -> p.start == null || p.end == null ? null : Double.valueOf(p.end - p.start))
            .filter(Objects::nonNull)
            .mapToDouble(Double::doubleValue)
            .sorted()
            .toArray();
    if (lengths.length > 0) {
      return lengths[lengths.length / 2] > LONGEST_SECONDS;
    }
    double[] starts =
        parts.stream().filter(p -> !p.inMs && p.start != null).mapToDouble(p -> p.start).toArray();
    // Without ends: a begin later than a day in seconds.
    return Arrays.stream(starts).max().orElse(0) > 24 * 3600;
  }
}
