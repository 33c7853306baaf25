package org.vocstream.feedback;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what a record answers to a questionnaire. */
final class SurveyFields {
  /** Answers of one feedback at the most. */
  static final int MAX_ANSWERS = 1_000;

  private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9_-]*(\\.[a-z][a-z0-9_-]*)*");
  private static final Pattern SCALE = Pattern.compile("(\\d{1,4})-(\\d{1,4})");

  private SurveyFields() {}

  /**
   * Takes {@code questionnaire}, {@code wave} and {@code answers}.
   *
   * @return null where the record names no questionnaire
   * @throws EnvelopeException where they break the contract; the message counts answers from 1
   */
  static Survey take(RecordFields fields, UnaryOperator<String> mask) throws EnvelopeException {
    List<Answer> answers = answers(fields.take("answers"));
    String questionnaire = fields.takeText("questionnaire", Envelope.MAX_NAME);
    if (questionnaire == null) {
      if (!answers.isEmpty()) {
        throw new EnvelopeException(
            "questionnaire", "questionnaire is missing; answers need the id of what they answer");
      }
      // Without a questionnaire a wave is a field like any other, and stays for the attributes.
      return null;
    }
    String wave = fields.takeText("wave", Envelope.MAX_NAME);
    return new Survey(mask.apply(questionnaire), wave == null ? null : mask.apply(wave), answers);
  }

  private static List<Answer> answers(JsonNode given) throws EnvelopeException {
    if (given == null) {
      return List.of();
    }
    if (!given.isArray()) {
      throw new EnvelopeException(
          "answers", "answers must be a list, not " + RecordFields.kind(given));
    }
    if (given.size() > MAX_ANSWERS) {
      throw new EnvelopeException(
          "answers",
          String.format("answers has %,d entries, the limit is %,d", given.size(), MAX_ANSWERS));
    }
    List<Answer> answers = new ArrayList<>();
    for (JsonNode answer : given) {
      String at = "answers[" + (answers.size() + 1) + "]";
      if (!(answer instanceof ObjectNode object)) {
        throw new EnvelopeException(
            "answers", at + " must be an object, not " + RecordFields.kind(answer));
      }
      try {
        answers.add(answer(new RecordFields(object.deepCopy(), Map.of())));
      } catch (EnvelopeException e) {
        throw new EnvelopeException("answers", at + ": " + e.getMessage());
      }
    }
    return List.copyOf(answers);
  }

  private static Answer answer(RecordFields fields) throws EnvelopeException {
    String indicator = fields.takeText("indicator", Envelope.MAX_NAME);
    if (indicator == null) {
      throw new EnvelopeException(
          "indicator", "indicator is missing; write its code, such as delivery.speed");
    }
    if (!CODE.matcher(indicator).matches()) {
      throw new EnvelopeException(
          "indicator",
          "indicator \"" + indicator + "\" is no code; write one such as delivery.speed");
    }
    String written = fields.takeText("scale", Envelope.MAX_NAME);
    Matcher scale = SCALE.matcher(written == null ? "" : written);
    int low = scale.matches() ? Integer.parseInt(scale.group(1)) : 0;
    int high = scale.matches() ? Integer.parseInt(scale.group(2)) : 0;
    if (low >= high) {
      throw new EnvelopeException(
          "scale",
          (written == null ? "scale is missing" : "scale \"" + written + "\" is none")
              + "; write its worst and its best value, such as 1-5");
    }
    Double performance = fields.takeNumber("performance", low, high);
    Double expectation = fields.takeNumber("expectation", low, high);
    if (performance == null && expectation == null) {
      throw new EnvelopeException(
          "performance",
          "neither performance nor expectation is given; leave out what was not answered");
    }
    return new Answer(indicator, performance, expectation, low, high);
  }
}
