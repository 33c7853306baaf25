package org.vocstream.feedback;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.TreeMap;

/**
 * The fields of one record, taken out one by one; what nobody took is left for the attributes. Text
 * is well-formed when it comes out: a lone surrogate (half an emoji, cut somewhere on the way)
 * becomes U+FFFD. Not thread-safe.
 */
final class RecordFields {
  private final ObjectNode left;

  /** Takes the fields of {@code record}, renamed by {@code names} (ours to the input's). */
  RecordFields(ObjectNode record, Map<String, String> names) {
    this.left = record;
    names.forEach(
        (ours, theirs) -> {
          JsonNode value = left.remove(theirs);
          if (value != null && !value.isNull()) {
            left.set(ours, value);
          }
        });
  }

  /** Takes a field whatever its type; null where it is absent or null. */
  JsonNode take(String field) {
    JsonNode value = left.remove(field);
    return value == null || value.isNull() ? null : value;
  }

  /** Takes a short text (a number counts as one); null where it is absent or blank. */
  String takeText(String field, int limit) throws EnvelopeException {
    JsonNode value = take(field);
    if (value == null) {
      return null;
    }
    if (!value.isTextual() && !value.isNumber()) {
      throw new EnvelopeException(field, field + " must be text, not " + kind(value));
    }
    String text = wellFormed(value.asText()).strip();
    if (text.length() > limit) {
      throw new EnvelopeException(
          field,
          String.format("%s has %,d characters, the limit is %,d", field, text.length(), limit));
    }
    return text.isEmpty() ? null : text;
  }

  /**
   * Takes a number between two bounds, written as a number or as text; null where it is absent or
   * blank.
   */
  Double takeNumber(String field, double from, double to) throws EnvelopeException {
    JsonNode value = take(field);
    if (value == null || (value.isTextual() && value.asText().isBlank())) {
      return null;
    }
    double number;
    try {
      number = value.isNumber() ? value.doubleValue() : Double.parseDouble(value.asText().strip());
    } catch (NumberFormatException e) {
      number = Double.NaN;
    }
    // Written this way round so that NaN is refused as well.
    if (!(number >= from && number <= to)) {
      throw new EnvelopeException(
          field,
          String.format(
              "%s must be a number from %.0f to %.0f, not %s", field, from, to, quote(value)));
    }
    return number;
  }

  /** Takes true or false, written as such or as text; false where it is absent or blank. */
  boolean takeFlag(String field) throws EnvelopeException {
    JsonNode value = take(field);
    if (value == null || (value.isTextual() && value.asText().isBlank())) {
      return false;
    }
    String text = value.asText();
    if (!text.equals("true") && !text.equals("false")) {
      throw new EnvelopeException(field, field + " must be true or false, not " + quote(value));
    }
    return text.equals("true");
  }

  /** What was not taken, as text in order of name; structures as JSON. */
  Map<String, String> rest() {
    Map<String, String> attributes = new TreeMap<>();
    left.fields()
        .forEachRemaining(
            e -> {
              if (!e.getValue().isNull()) {
                String text =
                    e.getValue().isValueNode() ? e.getValue().asText() : e.getValue().toString();
                attributes.put(wellFormed(e.getKey()), wellFormed(text));
              }
            });
    return attributes;
  }

  /** What a value is, in words. */
  static String kind(JsonNode value) {
    return switch (value.getNodeType()) {
      case ARRAY -> "a list";
      case OBJECT -> "an object";
      case BOOLEAN -> "true or false";
      case NUMBER -> "a number";
      case STRING -> "text";
      default -> "null";
    };
  }

  /** The value for a message: short, so that no message carries a whole text. */
  static String quote(JsonNode value) {
    String text = value.isValueNode() ? value.asText() : kind(value);
    return "\"" + (text.length() > 40 ? text.substring(0, 40) + "…" : text) + "\"";
  }

  /**
   * True for a text in which nothing can be read: white space of any kind, control and invisible
   * characters.
   */
  static boolean isBlank(String text) {
    return text.codePoints()
        .allMatch(
            c ->
                Character.isWhitespace(c)
                    || Character.isSpaceChar(c)
                    || Character.getType(c) == Character.CONTROL
                    || Character.getType(c) == Character.FORMAT);
  }

  /** The text with every lone surrogate replaced by U+FFFD; offsets stay. */
  static String wellFormed(String text) {
    StringBuilder mended = null;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isHighSurrogate(c)
          && i + 1 < text.length()
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        i++;
      } else if (Character.isSurrogate(c)) {
        mended = mended == null ? new StringBuilder(text) : mended;
        mended.setCharAt(i, '\uFFFD');
      }
    }
    return mended == null ? text : mended.toString();
  }
}
