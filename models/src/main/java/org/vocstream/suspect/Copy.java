package org.vocstream.suspect;

/**
 * A text at a place where near copies meet. Immutable.
 *
 * @param trace what it left
 * @param until event time at which it is forgotten, in ms
 * @param original the earliest of which it is a near copy, or null
 */
public record Copy(Trace trace, long until, Trace original) {}
