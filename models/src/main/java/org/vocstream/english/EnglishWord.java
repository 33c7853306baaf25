package org.vocstream.english;

/**
 * One word or sign.
 *
 * @param lemma the form under which a dictionary has it, lower case: {@code delay} of delayed
 * @param kind what it is
 * @param start first UTF-16 unit in the text
 * @param end one past the last
 */
public record EnglishWord(String lemma, WordKind kind, int start, int end) {}
