package org.vocstream.suspect;

/**
 * A feedback at a place where bursts show. Immutable.
 *
 * @param trace what it left, with its time
 * @param until event time at which it is forgotten, in ms
 * @param burst whether it is one of a burst
 */
public record InTime(Trace trace, long until, boolean burst) {}
