package org.vocstream.report;

/**
 * What a customer said, word for word, masked as the index stores it.
 *
 * @param text the sentence or the whole feedback
 * @param start of the evidence in the text, in UTF-16 units
 * @param end of the evidence, exclusive
 * @param tone of the opinion
 * @param about whose and which indicator: 沐禾 · 包装
 * @param source where it was said: channel, day, product
 * @param mention id of the mention in the index
 * @param query id of the query
 */
public record Quotation(
    String text,
    int start,
    int end,
    Cell.Tone tone,
    String about,
    String source,
    String mention,
    String query)
    implements Block {
  /**
   * Checks the evidence.
   *
   * @throws IllegalArgumentException where it does not lie in the text
   */
  public Quotation {
    if (start < 0 || end < start || end > text.length()) {
      throw new IllegalArgumentException(
          "the evidence " + start + ".." + end + " lies outside a text of " + text.length());
    }
  }
}
