package org.vocstream.feedback;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One turn as the record holds it, checked but not yet masked.
 *
 * @param speaker who speaks, or null where the turn does not say
 */
record TurnFields(Speaker speaker, String text, Long startMs, Long endMs) {
  /** Turns of one transcript at the most. */
  static final int MAX_TURNS = 10_000;

  private static final double LONGEST_MS = 7L * 24 * 3600 * 1000;
  private static final SpeakerNames NAMES = SpeakerNames.bundled();

  /**
   * Reads the turns. An end before its begin is left out: recognisers' times overlap and slip.
   *
   * @param mayBeUnnamed whether a transcript may name no speaker at all; one that names some must
   *     name all
   * @throws EnvelopeException where they are no list of turns; the message counts turns from 1
   */
  static List<TurnFields> read(JsonNode turns, boolean mayBeUnnamed) throws EnvelopeException {
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
    int named = 0;
    for (JsonNode turn : turns) {
      TurnFields next = turn(turn, at(read.size()));
      said |= !RecordFields.isBlank(next.text);
      named += next.speaker == null ? 0 : 1;
      read.add(next);
    }
    if (named < read.size() && (named > 0 || !mayBeUnnamed)) {
      int first = read.stream().map(TurnFields::speaker).toList().indexOf(null);
      throw new EnvelopeException(
          "turns", at(first) + ": speaker is missing; customer or agent, in every turn or in none");
    }
    if (!said && !read.isEmpty()) {
      throw new EnvelopeException(
          "turns", "turns holds no words; at least one turn must say something");
    }
    return read;
  }

  private static String at(int index) {
    return "turns[" + (index + 1) + "]";
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
      Long start = milliseconds(fields, "start_ms");
      Long end = milliseconds(fields, "end_ms");
      return new TurnFields(
          speaker(fields.takeText("speaker", Envelope.MAX_NAME)),
          text == null ? "" : RecordFields.wellFormed(text.asText()),
          start,
          start != null && end != null && end < start ? null : end);
    } catch (EnvelopeException e) {
      throw new EnvelopeException("turns", at + ": " + e.getMessage());
    }
  }

  private static Speaker speaker(String given) throws EnvelopeException {
    if (given == null) {
      return null;
    }
    Optional<Speaker> speaker = NAMES.of(given);
    if (speaker.isEmpty()) {
      throw new EnvelopeException(
          "speaker", "speaker \"" + given + "\" is unknown; customer or agent");
    }
    return speaker.get();
  }

  private static Long milliseconds(RecordFields fields, String name) throws EnvelopeException {
    Double value = fields.takeNumber(name, 0, LONGEST_MS);
    return value == null ? null : Math.round(value);
  }
}
