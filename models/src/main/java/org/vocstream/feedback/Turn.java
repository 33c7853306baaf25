package org.vocstream.feedback;

/**
 * One turn of a call or chat.
 *
 * @param speaker who speaks
 * @param text what is said, with personal data masked; may be empty
 * @param start where this turn begins in {@link Feedback#text()}, in UTF-16 units
 * @param startMs begin in milliseconds from the begin of the call, or null
 * @param endMs end in milliseconds from the begin of the call, or null
 */
public record Turn(Speaker speaker, String text, int start, Long startMs, Long endMs) {}
