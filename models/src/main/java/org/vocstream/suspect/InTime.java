package org.vocstream.suspect;

import java.time.Instant;

/**
 * A feedback at a place where bursts show: of its trace what the place does not say. Immutable.
 *
 * @param key key of the feedback
 * @param voice who speaks
 * @param publishedAt when it was published
 * @param until event time at which it is forgotten, in ms
 * @param burst whether it is one of a burst
 */
public record InTime(String key, long voice, Instant publishedAt, long until, boolean burst) {
  /** As it was left at its place. */
  Trace trace(String place) {
    return new Trace(place, key, voice, publishedAt, null);
  }
}
