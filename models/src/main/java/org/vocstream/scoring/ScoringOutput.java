package org.vocstream.scoring;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import org.vocstream.call.Contact;
import org.vocstream.call.Evidence;
import org.vocstream.call.SatisfactionEvidence;
import org.vocstream.call.ToldReason;
import org.vocstream.opinion.Comparison;
import org.vocstream.opinion.Mention;
import org.vocstream.opinion.UnassignedOpinion;
import org.vocstream.sentiment.Sentiment;

/**
 * Writes a scored feedback as one line of JSON, the scoring output. Fields stand in a fixed order,
 * numbers are rounded to four places, and what is not known is left out, but for {@code sentiment},
 * which is null where the language is not scored. Immutable and safe for several threads.
 */
public final class ScoringOutput {
  private final JsonFactory factory = JsonFactory.builder().build();

  /** The line, without a line feed. */
  public String line(ScoredFeedback scored) {
    StringWriter line = new StringWriter();
    try (JsonGenerator json = factory.createGenerator(line)) {
      json.writeStartObject();
      json.writeStringField("id", scored.feedback().id());
      sentiment(json, scored.sentiment());
      json.writeArrayFieldStart("mentions");
      for (Mention mention : scored.mentions()) {
        mention(json, mention);
      }
      json.writeEndArray();
      unassigned(json, scored.unassigned());
      comparisons(json, scored.comparisons());
      json.writeArrayFieldStart("flags");
      for (Flag flag : scored.flags()) {
        json.writeString(flag.code());
      }
      json.writeEndArray();
      turns(json, scored.transcript().turns());
      number(json, "satisfaction", scored.transcript().satisfaction());
      number(json, "peak", scored.transcript().peak());
      number(json, "end", scored.transcript().end());
      number(json, "slope", scored.transcript().slope());
      evidence(json, scored.transcript().evidence());
      contact(json, scored.transcript().contact());
      string(json, "line", scored.line());
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write to memory", e);
    }
    return line.toString();
  }

  private static void mention(JsonGenerator json, Mention mention) throws IOException {
    json.writeStartObject();
    json.writeStringField("indicator", mention.indicator());
    json.writeStringField("group", mention.group());
    json.writeObjectFieldStart("label");
    json.writeStringField("zh", mention.label().zh());
    json.writeStringField("en", mention.label().en());
    json.writeEndObject();
    json.writeStringField("touchpoint", mention.touchpoint());
    json.writeNumberField("polarity", mention.polarity());
    number(json, "strength", mention.strength());
    number(json, "confidence", mention.confidence());
    string(json, "brand", mention.brand());
    if (mention.turn() != null) {
      json.writeNumberField("turn", mention.turn());
    }
    json.writeNumberField("start", mention.start());
    json.writeNumberField("end", mention.end());
    json.writeStringField("evidence", mention.evidence());
    string(json, "cue", mention.cue());
    string(json, "towards", mention.towards());
    json.writeStringField("scored_by", mention.scoredBy());
    json.writeEndObject();
  }

  private static void unassigned(JsonGenerator json, List<UnassignedOpinion> opinions)
      throws IOException {
    json.writeArrayFieldStart("unassigned");
    for (UnassignedOpinion opinion : opinions) {
      json.writeStartObject();
      json.writeNumberField("start", opinion.start());
      json.writeNumberField("end", opinion.end());
      json.writeNumberField("polarity", opinion.polarity());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void comparisons(JsonGenerator json, List<Comparison> comparisons)
      throws IOException {
    json.writeArrayFieldStart("comparisons");
    for (Comparison comparison : comparisons) {
      json.writeStartObject();
      json.writeStringField("winner", comparison.winner());
      json.writeStringField("loser", comparison.loser());
      string(json, "indicator", comparison.indicator());
      json.writeNumberField("start", comparison.start());
      json.writeNumberField("end", comparison.end());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void turns(JsonGenerator json, List<TurnScore> turns) throws IOException {
    json.writeArrayFieldStart("turns");
    for (TurnScore turn : turns) {
      json.writeStartObject();
      sentiment(json, turn.sentiment());
      // Written for an agent's turn, too, as null: every turn has the same fields.
      json.writeObjectField("satisfaction", turn.satisfaction());
      if (turn.satisfactionScore() == null) {
        json.writeNullField("satisfaction_score");
      } else {
        number(json, "satisfaction_score", turn.satisfactionScore());
      }
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void evidence(JsonGenerator json, List<SatisfactionEvidence> spans)
      throws IOException {
    if (spans.isEmpty()) {
      return;
    }
    json.writeArrayFieldStart("satisfaction_evidence");
    for (SatisfactionEvidence span : spans) {
      json.writeStartObject();
      json.writeNumberField("turn", span.turn());
      json.writeNumberField("start", span.start());
      json.writeNumberField("end", span.end());
      number(json, "contribution", span.contribution());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void contact(JsonGenerator json, Contact contact) throws IOException {
    if (contact.intent() == null) {
      return;
    }
    json.writeArrayFieldStart("contact_reasons");
    for (ToldReason reason : contact.reasons()) {
      json.writeStartObject();
      json.writeStringField("code", reason.code());
      json.writeObjectFieldStart("label");
      json.writeStringField("zh", reason.label().zh());
      json.writeStringField("en", reason.label().en());
      json.writeEndObject();
      place(json, reason.at());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeStringField("intent", contact.intent().code());
    evidence(json, "intent_at", contact.intentAt());
    json.writeStringField("resolution", contact.resolution().code());
    evidence(json, "resolution_at", contact.resolutionAt());
    milliseconds(json, "response_ms", contact.responseMs());
    milliseconds(json, "handling_ms", contact.handlingMs());
  }

  private static void evidence(JsonGenerator json, String field, Evidence at) throws IOException {
    if (at != null) {
      json.writeObjectFieldStart(field);
      place(json, at);
      json.writeEndObject();
    }
  }

  private static void place(JsonGenerator json, Evidence at) throws IOException {
    json.writeNumberField("turn", at.turn());
    json.writeNumberField("start", at.start());
    json.writeNumberField("end", at.end());
  }

  private static void milliseconds(JsonGenerator json, String field, Long value)
      throws IOException {
    if (value != null) {
      json.writeNumberField(field, value);
    }
  }

  private static void sentiment(JsonGenerator json, Sentiment sentiment) throws IOException {
    if (sentiment == null) {
      json.writeNullField("sentiment");
      return;
    }
    json.writeObjectFieldStart("sentiment");
    json.writeNumberField("label", sentiment.label());
    number(json, "score", sentiment.score());
    json.writeEndObject();
  }

  private static void string(JsonGenerator json, String field, String value) throws IOException {
    if (value != null) {
      json.writeStringField(field, value);
    }
  }

  private static void number(JsonGenerator json, String field, Double value) throws IOException {
    if (value != null) {
      json.writeNumberField(field, Math.round(value * 10_000) / 10_000.0);
    }
  }
}
