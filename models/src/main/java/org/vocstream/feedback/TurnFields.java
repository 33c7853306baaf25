package org.vocstream.feedback;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** One turn as the record holds it, checked but not yet masked. */
record TurnFields(Speaker speaker, String text, Long startMs, Long endMs) {
  /** Turns of one transcript at the most. */
  static final int MAX_TURNS = 10_000;

  private static final double LONGEST_MS = 7L * 24 * 3600 * 1000;

  /**
   * Reads the turns.
   *
   * @throws EnvelopeException where they are no list of turns; the message counts turns from 1
   */
  static List<TurnFields> read(JsonNode turns) throws EnvelopeException {
    if (!turns.isArray()) {
      throw new EnvelopeException("turns", "turns must be a list, not " + RecordFields.kind(turns));
    }
    if (turns.size() > MAX_TURNS) {
      throw new EnvelopeException(
          "turns",
          String.format("turns has %,d entries, the limit is %,d", turns.size(), MAX_TURNS));
    }
    List<TurnFields> read = new ArrayList<>();
    boolean said = false;
    for (JsonNode turn : turns) {
      TurnFields next = turn(turn, "turns[" + (read.size() + 1) + "]");
      said |= !RecordFields.isBlank(next.text);
      read.add(next);
    }
    if (!said && !read.isEmpty()) {
      throw new EnvelopeException(
          "turns", "turns holds no words; at least one turn must say something");
    }
    return read;
  }

  private static TurnFields turn(JsonNode node, String at) throws EnvelopeException {
    if (!(node instanceof ObjectNode object)) {
      throw new EnvelopeException(
          "turns", at + " must be an object, not " + RecordFields.kind(node));
    }
    RecordFields fields = new RecordFields(object.deepCopy(), Map.of());
    try {
      JsonNode text = fields.take("text");
      if (text != null && !text.isTextual()) {
        throw new EnvelopeException("text", "text must be text, not " + RecordFields.kind(text));
      }
      return new TurnFields(
          speaker(fields.takeText("speaker", Envelope.MAX_NAME)),
          text == null ? "" : RecordFields.wellFormed(text.asText()),
          milliseconds(fields, "start_ms"),
          milliseconds(fields, "end_ms"));
    } catch (EnvelopeException e) {
      throw new EnvelopeException("turns", at + ": " + e.getMessage());
    }
  }

  private static Speaker speaker(String given) throws EnvelopeException {
    for (Speaker speaker : Speaker.values()) {
      if (given != null && speaker.code().equals(given.toLowerCase(Locale.ROOT))) {
        return speaker;
      }
    }
    throw new EnvelopeException(
        "speaker",
        (given == null ? "speaker is missing" : "speaker \"" + given + "\" is unknown")
            + "; customer or agent");
  }

  private static Long milliseconds(RecordFields fields, String name) throws EnvelopeException {
    Double value = fields.takeNumber(name, 0, LONGEST_MS);
    return value == null ? null : Math.round(value);
  }
}
