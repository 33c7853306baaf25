package org.vocstream.call;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.vocstream.feedback.UntrustedJson;

/** Reads the JSON of recognisers; the forms are tried one after the other. */
final class JsonReader implements TranscriptReader {
  private static final ObjectReader JSON =
      UntrustedJson.mapper()
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .readerFor(JsonNode.class);
  private static final List<JsonForm> FORMS =
      List.of(
          new AzureForm(),
          new GoogleForm(),
          new IflytekForm(),
          new SegmentsForm(),
          new AmazonForm());
  private static final List<String> IDS =
      List.of(
          "call_id", "callId", "conversation_id", "conversationId", "recording_id", "session_id");
  private static final List<String> LANGUAGES =
      List.of("language", "language_code", "languageCode", "locale", "lang");

  @Override
  public boolean reads(String name, String text) {
    String begin = text.stripLeading();
    return name.endsWith(".json") || begin.startsWith("{") || begin.startsWith("[{");
  }

  @Override
  public Transcribed read(String text) throws TranscriptException {
    JsonNode root = parsed(text);
    for (JsonForm form : FORMS) {
      List<Segment> segments = form.segments(root);
      if (!segments.isEmpty()) {
        return new Transcribed(segments, attributes(root));
      }
    }
    throw new TranscriptException(
        "the JSON holds no segments: a list of objects with text and start or speaker is needed;"
            + " docs/calls-import.md lists the forms that are read");
  }

  private static JsonNode parsed(String text) throws TranscriptException {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      long lines = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
      throw new TranscriptException(
          "the JSON is broken at line "
              + lines
              + " ("
              + e.getOriginalMessage().replaceAll("(?s)[:;] expected close marker.*|\\n.*", "")
              + "); was the file cut off? Export it again");
    }
  }

  private static Map<String, String> attributes(JsonNode root) {
    JsonNode object = root.isArray() && root.size() == 1 ? root.get(0) : root;
    Map<String, String> attributes = new TreeMap<>();
    put(attributes, "id", object, IDS);
    put(attributes, "lang", object, LANGUAGES);
    return attributes;
  }

  private static void put(
      Map<String, String> attributes, String name, JsonNode object, List<String> keys) {
    for (String key : keys) {
      if (object.path(key).isTextual() && !object.path(key).asText().isBlank()) {
        attributes.putIfAbsent(name, object.path(key).asText().strip());
      }
    }
  }
}
