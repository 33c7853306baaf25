package org.vocstream.report.contents;

/** The questions that a report puts to the index, by their ids in it. */
final class Asked {
  /** The one comparison. */
  static final String COMPARISON = "Q1";

  /** The alerts of the period. */
  static final String ALERTS = "Q2";

  /** Calls and chats about the own brand, by reason. */
  static final String REASONS = "Q3";

  /** Calls and chats, by brand. */
  static final String CONTACTS = "Q4";

  /** The feedback behind it. */
  static final String SAMPLE = "Q5";

  /** The whole without suspects. */
  static final String GENUINE = "Q6";

  /** The preceding periods; one more id for each. */
  static final String TREND = "Q7";

  /** The segments; one more id for each. */
  static final String SEGMENTS = "Q8";

  /** The quotes. */
  static final String VOICES = "Q9";

  /** The answers to questionnaires. */
  static final String SURVEY = "Q10";

  private Asked() {}
}
