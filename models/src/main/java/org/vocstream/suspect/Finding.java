package org.vocstream.suspect;

/**
 * What is now known of a feedback at one place; it replaces what was found there before. Immutable.
 *
 * @param trace what the feedback left at the place
 * @param suspect false where nothing is suspect any more
 * @param original the earliest of which it is a near copy; null where it is one of a burst
 */
public record Finding(Trace trace, boolean suspect, Trace original) {}
