package org.vocstream.call;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.vocstream.feedback.Channel;
import org.vocstream.feedback.Envelope;
import org.vocstream.feedback.RecordReader;
import org.vocstream.feedback.Speaker;

/**
 * Makes an envelope (docs/envelope.md) of a transcript file: WebVTT, SubRip, the JSON of
 * recognisers or plain text, chosen by name and content (docs/calls-import.md). Personal data is
 * masked, over turns too. Immutable, thread-safe.
 */
public final class TranscriptImport {
  /** Bytes of a file at the most, as of a record anywhere. */
  public static final int MAX_BYTES = RecordReader.MAX_RECORD_BYTES;

  /** The attribute that tells how it is known who speaks: label, speaker or segment. */
  public static final String SPEAKERS_FROM = "speakers_from";

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<TranscriptReader> READERS =
      List.of(new WebVttReader(), new JsonReader(), new DialogueTextReader());

  private final RoleClassifier roles;
  private final UnaryOperator<String> mask;

  private record Said(Speaker speaker, String text, Long startMs, Long endMs) {}

  /**
   * An importer.
   *
   * @param roles tells who speaks where the labels do not
   * @param mask replaces personal data by as many mask characters; thread-safe
   */
  public TranscriptImport(RoleClassifier roles, UnaryOperator<String> mask) {
    this.roles = roles;
    this.mask = mask;
  }

  /** True for a name that a directory is searched for: .vtt, .srt, .json and .txt. */
  public static boolean isTranscript(String name) {
    return name.toLowerCase(Locale.ROOT).matches("[^.].*\\.(vtt|srt|json|txt)");
  }

  /**
   * The envelope of a file.
   *
   * @param name the file's name
   * @param bytes what it holds
   * @param id of the call where the file does not name its own
   * @throws TranscriptException where the file cannot be read as a transcript
   */
  public ObjectNode read(String name, byte[] bytes, String id, Channel channel)
      throws TranscriptException {
    if (bytes.length > MAX_BYTES) {
      throw new TranscriptException(
          String.format(
              "the file is larger than %d MiB; split it, or is it a recording?", MAX_BYTES >> 20));
    }
    String text = FileText.of(bytes);
    Transcribed transcribed = reader(name.toLowerCase(Locale.ROOT), text).read(text);
    if (transcribed.segments().isEmpty()) {
      throw new TranscriptException("the transcript holds no words; was anything recognised?");
    }
    long length = transcribed.segments().stream().mapToLong(s -> s.text().length() + 1).sum();
    // Before anything that costs time in proportion to the length.
    if (length > Envelope.MAX_TEXT) {
      throw new TranscriptException(
          String.format(
              "the transcript has %,d characters, the limit is %,d; split it",
              length, Envelope.MAX_TEXT));
    }
    RoleClassifier.Roles told = roles.roles(transcribed.segments());
    ObjectNode envelope = JSON.createObjectNode();
    envelope.put("id", transcribed.attributes().getOrDefault("id", id));
    envelope.put("channel", channel.code());
    transcribed
        .attributes()
        .forEach(
            (field, value) ->
                envelope.put(field, field.equals("header") ? mask.apply(value) : value));
    envelope.put(SPEAKERS_FROM, told.basis().name().toLowerCase(Locale.ROOT));
    turns(envelope.putArray("turns"), turns(transcribed.segments(), told.speakers()));
    return envelope;
  }

  private static TranscriptReader reader(String name, String text) {
    return READERS.stream().filter(r -> r.reads(name, text)).findFirst().orElseThrow();
  }

  /** Consecutive segments of one speaker make one turn. */
  private static List<Said> turns(List<Segment> segments, List<Speaker> speakers) {
    List<Said> turns = new ArrayList<>();
    String before = null;
    for (int i = 0; i < segments.size(); i++) {
      Segment segment = segments.get(i);
      Speaker speaker = speakers.get(i);
      Said last = turns.isEmpty() ? null : turns.get(turns.size() - 1);
      if (last != null && last.speaker == speaker && Objects.equals(before, segment.speaker())) {
        turns.set(turns.size() - 1, joined(last, segment));
      } else {
        turns.add(new Said(speaker, segment.text(), segment.startMs(), segment.endMs()));
      }
      before = segment.speaker();
    }
    return turns;
  }

  /** A space parts two stretches: between Chinese words it ends a clause, as a pause does. */
  private static Said joined(Said turn, Segment more) {
    Long end = more.endMs() == null ? turn.endMs : more.endMs();
    end = end != null && turn.endMs != null ? Long.valueOf(Math.max(end, turn.endMs)) : end;
    return new Said(
        turn.speaker,
        turn.text + " " + more.text(),
        turn.startMs == null ? more.startMs() : turn.startMs,
        end);
  }

  /** Masked as a whole: a number read out in groups goes over several turns. */
  private void turns(ArrayNode out, List<Said> turns) {
    String masked =
        mask.apply(turns.stream().map(t -> flat(t.text)).collect(Collectors.joining("\n")));
    String[] lines = masked.split("\n", -1);
    for (int i = 0; i < lines.length; i++) {
      Said turn = turns.get(i);
      ObjectNode node = out.addObject();
      node.put("speaker", turn.speaker.code()).put("text", lines[i]);
      if (turn.startMs != null) {
        node.put("start_ms", turn.startMs);
      }
      if (turn.endMs != null && (turn.startMs == null || turn.endMs >= turn.startMs)) {
        node.put("end_ms", turn.endMs);
      }
    }
  }

  /** A turn is one line. */
  private static String flat(String text) {
    return text.replace('\n', ' ');
  }
}
