package org.vocstream.segment;

/**
 * One word.
 *
 * @param text the word, exactly the units {@code start} to {@code end} of the segmented text
 * @param start first UTF-16 unit in the segmented text
 * @param end one past the last UTF-16 unit
 * @param nature part of speech in the tag set of HanLP (PKU), for example {@code n}, {@code a},
 *     {@code v}; never null
 */
public record Token(String text, int start, int end, String nature) {}
