package org.vocstream.elasticsearch;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What an analyst says of a mention that is wrong. Immutable.
 *
 * @param mention {@code _id} of the mention
 * @param kind what is wrong
 * @param polarity 1, 0 or -1 where the polarity is wrong, else null
 * @param indicator code of the right indicator where that is wrong, else null
 * @param by who says so
 * @param note a remark, or null
 */
public record Correction(
    String mention, Kind kind, Integer polarity, String indicator, String by, String note) {

  /** What can be wrong with a mention. */
  public enum Kind {
    /** It is good, bad or neither, other than scored. */
    POLARITY,
    /** It speaks of another indicator. */
    INDICATOR,
    /** There is no opinion. */
    NOT_A_MENTION;

    /** The name in documents: {@code not_a_mention}. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** The kind of this name. */
    public static Optional<Kind> of(String code) {
      return Arrays.stream(values()).filter(k -> k.code().equals(code)).findFirst();
    }

    /** All names, in order. */
    public static List<String> codes() {
      return Arrays.stream(values()).map(Kind::code).toList();
    }
  }

  /**
   * Checks that it says what its kind needs, and nothing else.
   *
   * @throws QuestionException where it does not
   */
  public Correction {
    if ((kind == Kind.POLARITY) != (polarity != null)) {
      throw QuestionException.wrong(
          "polarity",
          polarity == null
              ? "a correction of the polarity needs the right one: 1, 0 or -1"
              : "only a correction of kind polarity has one");
    }
    if (polarity != null && Math.abs(polarity) > 1) {
      throw QuestionException.wrong("polarity", polarity + " is none; 1, 0 or -1");
    }
    if ((kind == Kind.INDICATOR) != (indicator != null)) {
      throw QuestionException.wrong(
          "indicator",
          indicator == null
              ? "a correction of the indicator needs the right one, by its code"
              : "only a correction of kind indicator has one");
    }
    if (by == null || by.isBlank()) {
      throw QuestionException.wrong("by", "say who corrects");
    }
  }
}
