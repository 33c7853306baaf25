package org.vocstream.suspect;

import java.time.Instant;

/**
 * A text at a place where near copies meet: of its trace what its place and its group do not say,
 * for one feedback leaves several and all are remembered. Immutable.
 *
 * @param key key of the feedback
 * @param voice who speaks
 * @param publishedAt when it was published, or null
 * @param until event time at which it is forgotten, in ms
 * @param original the earliest of which it is a near copy, or null
 */
public record Copy(String key, long voice, Instant publishedAt, long until, Trace original) {
  static Copy of(Trace trace, long until, Trace original) {
    return new Copy(trace.key(), trace.voice(), trace.publishedAt(), until, original);
  }

  /** The same as a copy of another text, or of none. */
  Copy of(Trace other) {
    return new Copy(key, voice, publishedAt, until, other);
  }
}
