package org.vocstream.survey;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The scale of a question: numbers from its worst to its best value, and words for them. Immutable.
 */
final class AnswerScale {
  private static final Pattern RANGE =
      Pattern.compile("(\\d{1,4})\\s*(?:-|–|\\.\\.)\\s*(\\d{1,4})");
  private static final Pattern NUMBER = Pattern.compile("(\\d+(?:\\.\\d+)?)\\s*分?");

  private final int worst;
  private final int best;
  private final List<String> words;
  private final Map<String, Integer> values = new HashMap<>();

  private AnswerScale(int worst, int best, List<String> words) {
    this.worst = worst;
    this.best = best;
    this.words = List.copyOf(words);
    for (int i = 0; i < words.size(); i++) {
      for (String word : words.get(i).split("/", -1)) {
        values.put(folded(word), low() + i);
      }
    }
  }

  /**
   * A scale.
   *
   * @param range worst and best value: {@code 1-5}; {@code 5-1} where 1 is the best
   * @param words for the values from the worst to the best, several for one with a slash between;
   *     none for numbers alone
   * @throws IllegalArgumentException where it is none; the message says why
   */
  static AnswerScale of(String range, List<String> words) {
    Matcher read = RANGE.matcher(range.strip());
    if (!read.matches() || Integer.parseInt(read.group(1)) == Integer.parseInt(read.group(2))) {
      throw new IllegalArgumentException(
          "\"" + range + "\" is no scale; write its worst and its best value, such as 1-5");
    }
    AnswerScale scale =
        new AnswerScale(Integer.parseInt(read.group(1)), Integer.parseInt(read.group(2)), words);
    if (!words.isEmpty() && words.size() != scale.high() - scale.low() + 1) {
      throw new IllegalArgumentException(
          String.format(
              "the scale %s has %d values, and there are %d words; write one for each, from the worst to the best",
              scale, scale.high() - scale.low() + 1, words.size()));
    }
    return scale;
  }

  int low() {
    return Math.min(worst, best);
  }

  int high() {
    return Math.max(worst, best);
  }

  /** The value of a cell, low..high with the best on top; empty where it is none. */
  OptionalDouble value(String cell) {
    String given = folded(cell);
    Integer word = values.get(given);
    if (word != null) {
      return OptionalDouble.of(word);
    }
    Matcher number = NUMBER.matcher(given);
    if (!number.matches()) {
      return OptionalDouble.empty();
    }
    double value = Double.parseDouble(number.group(1));
    if (value < low() || value > high()) {
      return OptionalDouble.empty();
    }
    return OptionalDouble.of(worst < best ? value : low() + high() - value);
  }

  /** What may stand in a cell, for messages. */
  String advice() {
    String numbers = "write " + low() + " to " + high();
    return words.isEmpty() ? numbers : numbers + ", or one of " + String.join(", ", words);
  }

  /** The scale as an envelope has it: {@code 1-5}. */
  @Override
  public String toString() {
    return low() + "-" + high();
  }

  /** Full-width digits are digits, and white space and case do not count. */
  static String folded(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC)
        .replaceAll("\\s+", " ")
        .strip()
        .toLowerCase(Locale.ROOT);
  }
}
