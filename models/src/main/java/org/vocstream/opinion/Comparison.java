package org.vocstream.opinion;

/**
 * One comparison of two brands on one indicator. Immutable.
 *
 * @param winner the brand that is said to be better
 * @param loser the other
 * @param indicator code of the indicator
 * @param start first UTF-16 unit of the sentence in the stored text
 * @param end one past the last unit
 */
public record Comparison(String winner, String loser, String indicator, int start, int end) {}
