package org.vocstream.statistics.survey;

import java.util.List;

/**
 * What somebody answered on one brand at one time. Immutable.
 *
 * @param side whether it is of the questionnaire that is looked at, or of the one before
 * @param brand the brand
 * @param ratings the answers; several on one indicator are parts of it
 * @param nps would recommend, 0..10, or null
 * @param from who answered
 */
public record Sheet(Side side, String brand, List<Rating> ratings, Integer nps, From from) {
  /** Of two questionnaires, or two waves of one. */
  public enum Side {
    /** The one that is looked at. */
    NOW,
    /** The one that the change is told from. */
    BEFORE
  }

  /**
   * Who answered, and whether with words of their own.
   *
   * @param segment of the respondent, or null
   * @param product that was rated, or null
   * @param text whether there is an open answer
   */
  public record From(String segment, String product, boolean text) {
    /** Somebody of whom nothing is known. */
    public static final From UNKNOWN = new From(null, null, false);
  }

  /** Keeps a copy. */
  public Sheet {
    ratings = List.copyOf(ratings);
  }
}
