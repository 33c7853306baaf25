package org.vocstream.feedback;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * The turns of a transcript, masked, and the text that they make together; both empty for anything
 * else.
 */
record Transcript(List<Turn> turns, String text) {

  /**
   * Reads the field {@code turns}.
   *
   * @param given the field, or null where the record has none
   * @throws EnvelopeException where it is no list of turns, or too long
   */
  static Transcript read(JsonNode given, UnaryOperator<String> mask) throws EnvelopeException {
    if (given == null) {
      return new Transcript(List.of(), "");
    }
    List<TurnFields> turns = TurnFields.read(given);
    // Masks the whole, not turn by turn: a number read out in groups goes over several turns.
    String joined = turns.stream().map(TurnFields::text).collect(Collectors.joining("\n"));
    String text = mask.apply(Envelope.checked(joined));
    List<Turn> placed = new ArrayList<>();
    int start = 0;
    for (TurnFields turn : turns) {
      int end = start + turn.text().length();
      String said = text.substring(start, end);
      placed.add(new Turn(turn.speaker(), said, start, turn.startMs(), turn.endMs()));
      start = end + 1;
    }
    return new Transcript(List.copyOf(placed), text);
  }
}
