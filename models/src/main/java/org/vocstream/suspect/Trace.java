package org.vocstream.suspect;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;

/**
 * What a feedback leaves at a place where others like it come by: near copies at the bands of its
 * fingerprint, others of its author at author and brand, other short praise at the product. Small,
 * for each feedback leaves several. Immutable.
 *
 * @param place name of the place
 * @param key key of the feedback
 * @param voice who speaks, as 64 bits of a hash; where copies meet, an author within a thread of
 *     comments
 * @param publishedAt when it was published, or null
 * @param signature of its fingerprint; null where only the time counts
 */
public record Trace(String place, String key, long voice, Instant publishedAt, String signature) {
  /** By time, what has none last; at the same time by key. */
  static final Comparator<Trace> ORDER =
      Comparator.comparing(Trace::publishedAt, Comparator.nullsLast(Comparator.naturalOrder()))
          .thenComparing(Trace::key);

  /** Whether it comes earlier; of two feedback one always does. */
  public boolean isBefore(Trace other) {
    return ORDER.compare(this, other) < 0;
  }

  /** Whether it lies more than the window before the other; unknown times lie within any. */
  boolean isLongBefore(Trace other, Duration window) {
    return publishedAt != null
        && other.publishedAt != null
        && publishedAt.isBefore(other.publishedAt.minus(window));
  }
}
