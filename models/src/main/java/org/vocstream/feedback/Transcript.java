package org.vocstream.feedback;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * The turns of a transcript, masked, and the text that they make together; both empty for anything
 * else.
 *
 * @param guessed whether the record named no speaker, and who speaks was told from the words
 */
record Transcript(List<Turn> turns, String text, boolean guessed) {

  /**
   * Reads the field {@code turns}.
   *
   * @param given the field, or null where the record has none
   * @param roles tells who speaks where no turn says so; null: such a record is refused
   * @throws EnvelopeException where it is no list of turns, or too long
   */
  static Transcript read(JsonNode given, UnaryOperator<String> mask, SpeakerRoles roles)
      throws EnvelopeException {
    if (given == null) {
      return new Transcript(List.of(), "", false);
    }
    List<TurnFields> turns = TurnFields.read(given, roles != null);
    // Masks the whole, not turn by turn: a number read out in groups goes over several turns.
    String joined = turns.stream().map(TurnFields::text).collect(Collectors.joining("\n"));
    String text = mask.apply(Envelope.checked(joined));
    boolean unnamed = turns.stream().anyMatch(t -> t.speaker() == null);
    List<Speaker> told = unnamed ? roles.of(turns.stream().map(TurnFields::text).toList()) : null;
    List<Turn> placed = new ArrayList<>();
    int start = 0;
    for (TurnFields turn : turns) {
      Speaker speaker = unnamed ? told.get(placed.size()) : turn.speaker();
      int end = start + turn.text().length();
      String said = text.substring(start, end);
      placed.add(new Turn(speaker, said, start, turn.startMs(), turn.endMs()));
      start = end + 1;
    }
    return new Transcript(List.copyOf(placed), text, unnamed);
  }
}
