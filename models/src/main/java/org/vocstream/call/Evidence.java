package org.vocstream.call;

/**
 * Where in a transcript something is said. Immutable.
 *
 * @param turn number of the turn, from 0
 * @param start first UTF-16 unit in the text of the feedback
 * @param end one past the last
 */
public record Evidence(int turn, int start, int end) {}
